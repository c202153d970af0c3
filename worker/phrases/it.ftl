# E-mail a persone. Una riga per testo, gli stessi nomi e le stesse variabili in ogni lingua.

complete-sign-up-subject = Completi la registrazione a Postwright
complete-sign-up-text = Scelga una password per completare la registrazione. Il Suo account e la Sua organizzazione vengono creati in quel momento.
complete-sign-up-action = Scegliere una password

account-exists-subject = Questo indirizzo ha già un account Postwright
account-exists-text = Qualcuno, forse Lei, voleva usare questo indirizzo per un account Postwright. Ne ha già uno. Acceda con quello, oppure chieda una nuova password se ha dimenticato la Sua.

invitation-subject = Invito a { $organization } su Postwright
invitation-text = { $inviter } La invita a unirsi a { $organization } su Postwright. Il Suo ruolo sarà: { $role }.
invitation-action = Accettare l'invito

invitation-accepted-subject = { $name } è entrato in { $organization }
invitation-accepted-text = { $name } ({ $email }) ha accettato l'invito e ora fa parte di { $organization }.

password-reset-subject = Imposti una nuova password per Postwright
password-reset-text = Qualcuno, forse Lei, ha chiesto una nuova password per il Suo account Postwright. Quando la imposta, tutti i Suoi accessi terminano.
password-reset-action = Impostare una nuova password

password-changed-subject = La Sua password di Postwright è stata cambiata
password-changed-text = La password del Suo account Postwright è stata cambiata, e i Suoi altri accessi sono terminati.

second-factor-added-subject = Al Suo account Postwright è stata aggiunta un'app di autenticazione
second-factor-added-text = Il Suo account Postwright ha ora un'app di autenticazione. Per accedere serve un suo codice. Conservi i codici di recupero in un luogo sicuro.

second-factor-removed-subject = L'app di autenticazione del Suo account Postwright è stata rimossa
second-factor-removed-text = Il Suo account Postwright non ha più un'app di autenticazione. Per accedere basta la password.

recovery-code-used-subject = È stato usato un codice di recupero di Postwright
recovery-code-used-text = È stato usato uno dei codici di recupero del Suo account Postwright, che non è più valido. Dopo l'accesso può crearne di nuovi.

recovery-codes-replaced-subject = I codici di recupero del Suo account Postwright sono stati sostituiti
recovery-codes-replaced-text = Il Suo account Postwright ha nuovi codici di recupero. I precedenti non sono più validi. Conservi i nuovi in un luogo sicuro.

confirm-email-subject = Confermi il Suo nuovo indirizzo e-mail
confirm-email-text = Confermi che il Suo account Postwright deve avere questo indirizzo. Fino ad allora mantiene il precedente.
confirm-email-action = Confermare l'indirizzo

email-change-requested-subject = È stato chiesto un nuovo indirizzo per il Suo account Postwright
email-change-requested-text = Qualcuno che ha effettuato l'accesso al Suo account Postwright vuole cambiarne l'indirizzo in { $email }. Il cambio avviene appena quell'indirizzo viene confermato.

email-changed-subject = L'indirizzo del Suo account Postwright è stato cambiato
email-changed-text = Il Suo account Postwright ha ora l'indirizzo { $email }. Lo usi per accedere.

role-changed-subject = Il Suo ruolo in { $organization } è stato cambiato
role-changed-text = Un amministratore di { $organization } su Postwright ha cambiato il Suo ruolo. Ora è: { $role }.

member-removed-subject = Lei non fa più parte di { $organization }
member-removed-text = La Sua appartenenza a { $organization } su Postwright è terminata. Il Suo account Postwright rimane.

ownership-received-subject = Ora Lei ha il ruolo di proprietario di { $organization }
ownership-received-text = { $giver } Le ha dato il ruolo di proprietario di { $organization } su Postwright.

verify-domain-subject = Verificare { $domain } per { $organization } su Postwright
verify-domain-text = { $organization } vuole verificare il dominio e-mail { $domain } su Postwright. Chi accede con il suo provider di identità e un indirizzo di questo dominio potrà diventarne membro. Verifichi il dominio solo se appartiene a { $organization }.
verify-domain-action = Verificare il dominio

organization-deletion-requested-subject = { $organization } verrà eliminata da Postwright
organization-deletion-requested-text = { $requester } ha chiesto l'eliminazione di { $organization } su Postwright. Il { $day } tutto viene eliminato definitivamente: conversazioni, annunci di lavoro, membri e chiavi. Fino ad allora un proprietario può annullare, e Lei può esportare i Suoi dati.

organization-deletion-cancelled-subject = { $organization } non verrà eliminata
organization-deletion-cancelled-text = L'eliminazione di { $organization } su Postwright è stata annullata. Tutto resta com'è.

account-deleted-subject = Il Suo account Postwright è stato eliminato
account-deleted-text = Il Suo account Postwright è stato eliminato, con il Suo nome, questo indirizzo e le Sue conversazioni. Gli annunci di lavoro restano alle organizzazioni a cui appartengono.

role-owner = proprietario
role-admin = amministratore
role-member = membro
role-viewer = lettore

new-password = Chiedere una nuova password
valid-hour = Il link funziona una sola volta, entro un'ora.
valid-day = Il link funziona una sola volta, entro 24 ore.
valid-week = Il link funziona una sola volta, entro 7 giorni.
copy-link = Se il pulsante non funziona, apra questo indirizzo nel browser:
note-ignore = Se non l'ha chiesto Lei, ignori questa e-mail. In tal caso non cambia nulla.
note-invitation = Se non aspetta questo invito, ignori questa e-mail. In tal caso non cambia nulla.
note-admin = Se non è stato Lei, avvisi subito un amministratore della Sua organizzazione.
note-alert = Se non è stato Lei, imposti subito una nuova password e avvisi un amministratore della Sua organizzazione.
footer = Questa e-mail è stata inviata automaticamente da Postwright.
