# Anmeldung beim Identitätsanbieter der eigenen Organisation.

single-sign-on-title = Mit Ihrer Organisation anmelden
single-sign-on-text = Die Anmeldung Ihrer Organisation fragt, wer Sie sind, und führt hierher zurück.
single-sign-on-action = Weiter
single-sign-on-password = Mit Passwort anmelden
problem-no-single-sign-on = Keine Organisation hat das für die Adresse eingerichtet. Melden Sie sich mit Ihrem Passwort an.
problem-single-sign-on-required = Ihre Organisation verlangt, dass Sie sich über sie anmelden, nicht mit einem Passwort.
problem-identity-provider-unavailable = Die Anmeldung Ihrer Organisation ist nicht erreichbar. Versuchen Sie es gleich noch einmal.
