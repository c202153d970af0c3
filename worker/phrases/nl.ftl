# E-mails aan personen. Eén regel per tekst, dezelfde namen en variabelen in elke taal.

complete-sign-up-subject = Voltooi uw aanmelding bij Postwright
complete-sign-up-text = Kies een wachtwoord om uw aanmelding te voltooien. Uw account en uw organisatie worden dan aangemaakt.
complete-sign-up-action = Een wachtwoord kiezen

account-exists-subject = Dit adres heeft al een Postwright-account
account-exists-text = Iemand, misschien uzelf, wilde dit adres voor een Postwright-account gebruiken. Het heeft er al een. Log daarmee in, of vraag een nieuw wachtwoord aan als u het uwe bent vergeten.

invitation-subject = Uitnodiging voor { $organization } bij Postwright
invitation-text = { $inviter } nodigt u uit voor { $organization } bij Postwright. Uw rol wordt: { $role }.
invitation-action = Uitnodiging aanvaarden

invitation-accepted-subject = { $name } is lid geworden van { $organization }
invitation-accepted-text = { $name } ({ $email }) heeft de uitnodiging aanvaard en hoort nu bij { $organization }.

password-reset-subject = Stel een nieuw wachtwoord in voor Postwright
password-reset-text = Iemand, misschien uzelf, heeft een nieuw wachtwoord voor uw Postwright-account aangevraagd. Als u er een instelt, wordt u overal uitgelogd.
password-reset-action = Nieuw wachtwoord instellen

password-changed-subject = Uw Postwright-wachtwoord is gewijzigd
password-changed-text = Het wachtwoord van uw Postwright-account is gewijzigd, en op alle andere plaatsen bent u uitgelogd.

second-factor-added-subject = Aan uw Postwright-account is een authenticator-app toegevoegd
second-factor-added-text = Uw Postwright-account heeft nu een authenticator-app. Om in te loggen is een code daarvan nodig. Bewaar de herstelcodes op een veilige plaats.

second-factor-removed-subject = De authenticator-app van uw Postwright-account is verwijderd
second-factor-removed-text = Uw Postwright-account heeft geen authenticator-app meer. Om in te loggen is alleen het wachtwoord nodig.

recovery-code-used-subject = Er is een herstelcode van Postwright gebruikt
recovery-code-used-text = Een van de herstelcodes van uw Postwright-account is gebruikt en is niet meer geldig. Als u bent ingelogd, kunt u nieuwe aanmaken.

recovery-codes-replaced-subject = De herstelcodes van uw Postwright-account zijn vervangen
recovery-codes-replaced-text = Uw Postwright-account heeft nieuwe herstelcodes. De vorige zijn niet meer geldig. Bewaar de nieuwe op een veilige plaats.

confirm-email-subject = Bevestig uw nieuwe e-mailadres
confirm-email-text = Bevestig dat uw Postwright-account dit adres moet krijgen. Tot dan houdt het het oude.
confirm-email-action = Adres bevestigen

email-change-requested-subject = Voor uw Postwright-account is een nieuw adres aangevraagd
email-change-requested-text = Iemand die bij uw Postwright-account is ingelogd, wil het adres wijzigen in { $email }. Het verandert zodra dat adres is bevestigd.

email-changed-subject = Het adres van uw Postwright-account is gewijzigd
email-changed-text = Uw Postwright-account heeft nu het adres { $email }. Gebruik het om in te loggen.

role-changed-subject = Uw rol in { $organization } is gewijzigd
role-changed-text = Een beheerder van { $organization } bij Postwright heeft uw rol gewijzigd. Die is nu: { $role }.

member-removed-subject = U hoort niet meer bij { $organization }
member-removed-text = Uw lidmaatschap van { $organization } bij Postwright is beëindigd. Uw Postwright-account blijft bestaan.

ownership-received-subject = U bent nu eigenaar van { $organization }
ownership-received-text = { $giver } heeft u eigenaar gemaakt van { $organization } bij Postwright.

verify-domain-subject = { $domain } voor { $organization } bij Postwright bevestigen
verify-domain-text = { $organization } wil het e-maildomein { $domain } bij Postwright bevestigen. Wie inlogt met de identiteitsprovider van de organisatie en een adres van dit domein, kan dan lid worden. Bevestig het domein alleen als het van { $organization } is.
verify-domain-action = Domein bevestigen

organization-deletion-requested-subject = { $organization } wordt bij Postwright verwijderd
organization-deletion-requested-text = { $requester } heeft gevraagd om { $organization } bij Postwright te verwijderen. Op { $day } wordt alles definitief verwijderd: gesprekken, vacatures, leden en sleutels. Tot dan kan een eigenaar het annuleren, en kunt u uw gegevens exporteren.

organization-deletion-cancelled-subject = { $organization } wordt niet verwijderd
organization-deletion-cancelled-text = De verwijdering van { $organization } bij Postwright is geannuleerd. Alles blijft zoals het is.

account-deleted-subject = Uw Postwright-account is verwijderd
account-deleted-text = Uw Postwright-account is verwijderd, met uw naam, dit adres en uw gesprekken. Vacatures blijven bij de organisaties waarvan ze zijn.

role-owner = eigenaar
role-admin = beheerder
role-member = lid
role-viewer = lezer

new-password = Nieuw wachtwoord aanvragen
valid-hour = De link werkt één keer, binnen een uur.
valid-day = De link werkt één keer, binnen 24 uur.
valid-week = De link werkt één keer, binnen 7 dagen.
copy-link = Als de knop niet werkt, open dan dit adres in uw browser:
note-ignore = Als u dit niet hebt gevraagd, negeer dan deze e-mail. Er verandert dan niets.
note-invitation = Als u deze uitnodiging niet verwacht, negeer dan deze e-mail. Er verandert dan niets.
note-admin = Als u dit niet was, waarschuw dan meteen een beheerder van uw organisatie.
note-alert = Als u dit niet was, stel dan meteen een nieuw wachtwoord in en waarschuw een beheerder van uw organisatie.
footer = Deze e-mail is automatisch verstuurd door Postwright.
