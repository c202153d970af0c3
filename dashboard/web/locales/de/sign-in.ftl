# Anmeldung.

sign-in-title = Anmelden
sign-in-action = Anmelden
email = E-Mail
password = Passwort
code = Code Ihrer Authentifizierungs-App
code-help = Sechs Ziffern oder einer Ihrer Wiederherstellungscodes.
sign-in-link-used = Dieser Link wurde schon benutzt oder ist zu alt. Melden Sie sich mit E-Mail und Passwort an.
sign-in-link-second-factor = Ihr Konto hat eine Authentifizierungs-App, die kein Link ersetzt. Melden Sie sich hier an.
sign-in-link-failed = Der Link konnte gerade nicht geprüft werden. Öffnen Sie ihn gleich noch einmal, oder melden Sie sich hier an.
sign-in-claim = Sagen Sie, wen Sie suchen. Die Stellenanzeige entsteht von selbst, und nichts steht darin, was Sie nicht gesagt haben.
sign-in-picture-message = Erfahrene .NET-Entwicklung, hybrid in Lissabon, 45–52 Tsd. im Jahr
sign-in-picture-title = Senior .NET-Entwickler (m/w/d)
sign-in-picture-level = Erfahrung
sign-in-picture-level-value = Senior
sign-in-picture-place = Ort
sign-in-picture-place-value = Lissabon, hybrid
sign-in-picture-pay = Gehalt
sign-in-picture-pay-value = 45.000 – 52.000 € im Jahr
