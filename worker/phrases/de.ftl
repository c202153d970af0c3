# E-Mails an Personen. Eine Zeile je Text, dieselben Namen und Variablen in jeder Sprache.

complete-sign-up-subject = Schließen Sie Ihre Registrierung bei Postwright ab
complete-sign-up-text = Wählen Sie ein Passwort, um Ihre Registrierung abzuschließen. Erst dann werden Ihr Konto und Ihre Organisation angelegt.
complete-sign-up-action = Passwort wählen

account-exists-subject = Für diese Adresse gibt es schon ein Postwright-Konto
account-exists-text = Jemand, vielleicht Sie selbst, wollte diese Adresse für ein Postwright-Konto verwenden, aber sie gehört bereits zu einem. Melden Sie sich damit an, oder fordern Sie ein neues Passwort an, wenn Sie Ihres vergessen haben.

invitation-subject = Einladung zu { $organization } bei Postwright
invitation-text = { $inviter } lädt Sie zu { $organization } bei Postwright ein. Ihre Rolle wird sein: { $role }.
invitation-action = Einladung annehmen

invitation-accepted-subject = { $name } ist { $organization } beigetreten
invitation-accepted-text = { $name } ({ $email }) hat die Einladung angenommen und gehört jetzt zu { $organization }.

password-reset-subject = Neues Passwort für Postwright setzen
password-reset-text = Jemand, vielleicht Sie selbst, hat ein neues Passwort für Ihr Postwright-Konto angefordert. Wenn Sie es setzen, werden Sie überall abgemeldet.
password-reset-action = Neues Passwort setzen

password-changed-subject = Ihr Postwright-Passwort wurde geändert
password-changed-text = Das Passwort Ihres Postwright-Kontos wurde geändert, und alle anderen Anmeldungen wurden beendet.

second-factor-added-subject = Ihr Postwright-Konto hat jetzt eine Authenticator-App
second-factor-added-text = Ihrem Postwright-Konto wurde eine Authenticator-App hinzugefügt. Für die Anmeldung ist jetzt ein Code der App nötig. Bewahren Sie die Wiederherstellungscodes sicher auf.

second-factor-removed-subject = Die Authenticator-App Ihres Postwright-Kontos wurde entfernt
second-factor-removed-text = Ihr Postwright-Konto hat keine Authenticator-App mehr. Für die Anmeldung genügt das Passwort.

recovery-code-used-subject = Ein Wiederherstellungscode für Postwright wurde benutzt
recovery-code-used-text = Einer der Wiederherstellungscodes Ihres Postwright-Kontos wurde benutzt und ist nicht mehr gültig. Wenn Sie angemeldet sind, können Sie neue erzeugen.

recovery-codes-replaced-subject = Die Wiederherstellungscodes Ihres Postwright-Kontos wurden ersetzt
recovery-codes-replaced-text = Ihr Postwright-Konto hat neue Wiederherstellungscodes. Die bisherigen sind nicht mehr gültig. Bewahren Sie die neuen an einem sicheren Ort auf.

confirm-email-subject = Bestätigen Sie Ihre neue E-Mail-Adresse
confirm-email-text = Bestätigen Sie, dass Ihr Postwright-Konto diese Adresse erhalten soll. Bis dahin behält es die alte.
confirm-email-action = Adresse bestätigen

email-change-requested-subject = Für Ihr Postwright-Konto wurde eine neue Adresse angefordert
email-change-requested-text = Jemand, der bei Ihrem Postwright-Konto angemeldet ist, möchte dessen Adresse in { $email } ändern. Sie ändert sich, sobald diese Adresse bestätigt ist.

email-changed-subject = Die Adresse Ihres Postwright-Kontos wurde geändert
email-changed-text = Ihr Postwright-Konto hat jetzt die Adresse { $email }. Melden Sie sich damit an.

role-changed-subject = Ihre Rolle in { $organization } wurde geändert
role-changed-text = Ihre Rolle in { $organization } bei Postwright wurde von der Verwaltung der Organisation geändert. Sie ist jetzt: { $role }.

member-removed-subject = Sie gehören nicht mehr zu { $organization }
member-removed-text = Ihre Mitgliedschaft in { $organization } bei Postwright ist beendet. Ihr Postwright-Konto bleibt bestehen.

ownership-received-subject = Sie haben jetzt die Rolle „Inhaber“ in { $organization }
ownership-received-text = { $giver } hat Ihnen die Rolle „Inhaber“ in { $organization } bei Postwright gegeben.

verify-domain-subject = { $domain } für { $organization } bei Postwright bestätigen
verify-domain-text = { $organization } möchte die E-Mail-Domain { $domain } bei Postwright bestätigen. Wer sich mit dem Identitätsanbieter der Organisation und einer Adresse dieser Domain anmeldet, kann dann Mitglied werden. Bestätigen Sie die Domain nur, wenn sie zu { $organization } gehört.
verify-domain-action = Domain bestätigen

organization-deletion-requested-subject = { $organization } wird bei Postwright gelöscht
organization-deletion-requested-text = { $requester } hat die Löschung von { $organization } bei Postwright beantragt. Am { $day } wird alles endgültig gelöscht: Gespräche, Stellenanzeigen, Mitglieder und Schlüssel. Bis dahin kann ein Eigentümer die Löschung abbrechen, und Sie können Ihre Daten exportieren.

organization-deletion-cancelled-subject = { $organization } wird nicht gelöscht
organization-deletion-cancelled-text = Die Löschung von { $organization } bei Postwright wurde abgebrochen. Alles bleibt, wie es ist.

account-deleted-subject = Ihr Postwright-Konto wurde gelöscht
account-deleted-text = Ihr Postwright-Konto wurde gelöscht, mit Ihrem Namen, dieser Adresse und Ihren Gesprächen. Stellenanzeigen bleiben bei den Organisationen, denen sie gehören.

role-owner = Inhaber
role-admin = Administrator
role-member = Mitglied
role-viewer = Betrachter

new-password = Neues Passwort anfordern
valid-hour = Der Link funktioniert einmal und nur eine Stunde lang.
valid-day = Der Link funktioniert einmal und nur 24 Stunden lang.
valid-week = Der Link funktioniert einmal und nur 7 Tage lang.
copy-link = Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse im Browser:
note-ignore = Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail. Dann ändert sich nichts.
note-invitation = Wenn Sie diese Einladung nicht erwarten, ignorieren Sie diese E-Mail. Dann ändert sich nichts.
note-admin = Wenn Sie das nicht waren, benachrichtigen Sie sofort die Verwaltung Ihrer Organisation.
note-alert = Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort und benachrichtigen Sie die Verwaltung Ihrer Organisation.
footer = Diese E-Mail wurde automatisch von Postwright verschickt.
