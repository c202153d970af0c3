# Die eigenen Anmeldungen.

sign-ins-lead = Wo Sie angemeldet sind. Kennen Sie eine nicht, beenden Sie sie und ändern Sie Ihr Passwort.
sign-ins-end-all = Überall abmelden
sign-ins-end-all-title = Überall abmelden?
sign-ins-end-all-text = Alle Ihre Anmeldungen enden sofort, auch diese.
sign-in-program = Programm
sign-in-unknown = unbekannt
sign-in-began = Angemeldet
sign-in-this = diese hier
sign-in-end = Abmelden
password-change = Passwort ändern
password-current = Jetziges Passwort
password-new = Neues Passwort
password-new-help = Mindestens 12 Zeichen, und nicht leicht zu erraten.
password-changed = Das Passwort ist geändert, und Ihre anderen Anmeldungen sind beendet.
problem-password-changed = Das Passwort wurde inzwischen geändert. Melden Sie sich neu an.
