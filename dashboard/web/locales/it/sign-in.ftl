# Accesso.

sign-in-title = Accedi
sign-in-action = Accedi
email = E-mail
password = Password
code = Codice della sua app di autenticazione
code-help = Sei cifre, o uno dei suoi codici di recupero.
sign-in-link-used = Questo link è già stato usato, o è troppo vecchio. Acceda con e-mail e password.
sign-in-link-second-factor = Il suo account ha un’app di autenticazione, che nessun link sostituisce. Acceda qui.
sign-in-link-failed = Non è stato possibile verificare il link. Lo riapra tra un momento, o acceda qui.
sign-in-claim = Dica chi cerca. L’annuncio si scrive da sé, e nulla vi compare che lei non abbia detto.
sign-in-picture-message = Uno sviluppatore .NET senior, ibrido a Lisbona, 45–52 mila l’anno
sign-in-picture-title = Sviluppatore .NET senior
sign-in-picture-level = Livello
sign-in-picture-level-value = Senior
sign-in-picture-place = Luogo
sign-in-picture-place-value = Lisbona, ibrido
sign-in-picture-pay = Retribuzione
sign-in-picture-pay-value = 45.000 – 52.000 € l’anno
