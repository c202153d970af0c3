# Aanmelden.

sign-in-title = Aanmelden
sign-in-action = Aanmelden
email = E-mail
password = Wachtwoord
code = Code van uw authenticatie-app
code-help = Zes cijfers, of een van uw herstelcodes.
sign-in-link-used = Deze link is al gebruikt, of is te oud. Meld u aan met e-mail en wachtwoord.
sign-in-link-second-factor = Uw account heeft een authenticatie-app, die geen link vervangt. Meld u hier aan.
sign-in-link-failed = De link kon nu niet worden gecontroleerd. Open hem straks opnieuw, of meld u hier aan.
sign-in-claim = Zeg wie u zoekt. De vacature schrijft zichzelf, met niets erin wat u niet hebt gezegd.
sign-in-picture-message = Een ervaren .NET-ontwikkelaar, hybride in Lissabon, 45–52k per jaar
sign-in-picture-title = Senior .NET-ontwikkelaar
sign-in-picture-level = Niveau
sign-in-picture-level-value = Senior
sign-in-picture-place = Plaats
sign-in-picture-place-value = Lissabon, hybride
sign-in-picture-pay = Salaris
sign-in-picture-pay-value = € 45.000 – 52.000 per jaar
