# Anmeldung beim Identitätsanbieter der eigenen Organisation.

single-sign-on-title = Mit Ihrer Organisation anmelden
single-sign-on-text = Die Anmeldung Ihrer Organisation fragt, wer Sie sind, und führt hierher zurück.
single-sign-on-action = Weiter
single-sign-on-password = Mit Passwort anmelden
problem-no-single-sign-on = Keine Organisation hat das für die Adresse eingerichtet. Melden Sie sich mit Ihrem Passwort an.
problem-single-sign-on-required = Ihre Organisation verlangt, dass Sie sich über sie anmelden, nicht mit einem Passwort.
problem-identity-provider-unavailable = Die Anmeldung Ihrer Organisation ist nicht erreichbar. Versuchen Sie es gleich noch einmal.
problem-sign-in-ended = Diese Anmeldung wurde schon abgeschlossen oder ist abgelaufen. Beginnen Sie noch einmal.
problem-email-not-verified = Die Anmeldung Ihrer Organisation bestätigt nicht, dass die E-Mail-Adresse Ihnen gehört. Fragen Sie einen Administrator.
problem-domain-not-verified = Ihre Organisation hat die Domain Ihrer E-Mail-Adresse nicht bestätigt. Fragen Sie einen Administrator.
problem-not-a-member = Sie gehören nicht zu dieser Organisation. Bitten Sie einen Administrator um eine Einladung.
problem-member-removed = Ein Administrator hat Sie aus dieser Organisation entfernt. Bitten Sie um eine neue Einladung.
problem-identity-differs = Mit dieser E-Mail-Adresse meldet sich schon jemand anderes an. Fragen Sie einen Administrator Ihrer Organisation.
problem-identity-provider-refused = Die Anmeldung Ihrer Organisation hat Sie nicht zugelassen. Versuchen Sie es noch einmal, oder fragen Sie einen Administrator.
problem-sign-up-closed = Hier können keine neuen Konten angelegt werden. Fragen Sie einen Administrator.
problem-identity-provider-unusable = Die Anmeldung Ihrer Organisation antwortet nicht, wie sie soll. Bitten Sie einen Administrator, ihre Einrichtung zu prüfen.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
