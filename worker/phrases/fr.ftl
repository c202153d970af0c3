# E-mails aux personnes. Une ligne par texte, les mêmes noms et variables dans chaque langue.

complete-sign-up-subject = Terminez votre inscription à Postwright
complete-sign-up-text = Choisissez un mot de passe pour terminer votre inscription. Votre compte et votre organisation ne seront créés qu'à ce moment-là.
complete-sign-up-action = Choisir un mot de passe

account-exists-subject = Cette adresse a déjà un compte Postwright
account-exists-text = Quelqu'un, peut-être vous, a voulu utiliser cette adresse pour un compte Postwright. Elle en a déjà un. Connectez-vous avec ce compte, ou demandez un nouveau mot de passe si vous avez oublié le vôtre.

invitation-subject = Invitation à rejoindre { $organization } sur Postwright
invitation-text = { $inviter } vous invite à rejoindre { $organization } sur Postwright. Votre rôle sera : { $role }.
invitation-action = Accepter l'invitation

invitation-accepted-subject = { $name } a rejoint { $organization }
invitation-accepted-text = { $name } ({ $email }) a accepté l'invitation et est maintenant membre de { $organization }.

password-reset-subject = Définissez un nouveau mot de passe pour Postwright
password-reset-text = Quelqu'un, peut-être vous, a demandé un nouveau mot de passe pour votre compte Postwright. Si vous en définissez un, toutes vos connexions prendront fin.
password-reset-action = Définir un nouveau mot de passe

password-changed-subject = Votre mot de passe Postwright a été modifié
password-changed-text = Le mot de passe de votre compte Postwright a été modifié, et vos autres connexions ont pris fin.

second-factor-added-subject = Une application d'authentification a été ajoutée à votre compte Postwright
second-factor-added-text = Votre compte Postwright a maintenant une application d'authentification. La connexion demande un code de cette application. Gardez les codes de récupération en lieu sûr.

second-factor-removed-subject = L'application d'authentification de votre compte Postwright a été retirée
second-factor-removed-text = Votre compte Postwright n'a plus d'application d'authentification. La connexion ne demande plus que le mot de passe.

recovery-code-used-subject = Un code de récupération Postwright a été utilisé
recovery-code-used-text = Un des codes de récupération de votre compte Postwright a été utilisé et ne fonctionne plus. Une fois connecté, vous pouvez en créer de nouveaux.

recovery-codes-replaced-subject = Les codes de récupération de votre compte Postwright ont été remplacés
recovery-codes-replaced-text = Votre compte Postwright a de nouveaux codes de récupération. Les précédents ne fonctionnent plus. Gardez les nouveaux en lieu sûr.

confirm-email-subject = Confirmez votre nouvelle adresse e-mail
confirm-email-text = Confirmez que votre compte Postwright doit avoir cette adresse. Jusque-là, il garde l'ancienne.
confirm-email-action = Confirmer l'adresse

email-change-requested-subject = Une nouvelle adresse a été demandée pour votre compte Postwright
email-change-requested-text = Une personne connectée à votre compte Postwright veut remplacer son adresse par { $email }. Le changement aura lieu dès que cette adresse sera confirmée.

email-changed-subject = L'adresse de votre compte Postwright a été modifiée
email-changed-text = Votre compte Postwright a maintenant l'adresse { $email }. Utilisez-la pour vous connecter.

role-changed-subject = Votre rôle dans { $organization } a été modifié
role-changed-text = Un administrateur de { $organization } sur Postwright a modifié votre rôle. Il est maintenant : { $role }.

member-removed-subject = Vous n'êtes plus membre de { $organization }
member-removed-text = Vous n'appartenez plus à { $organization } sur Postwright. Votre compte Postwright reste ouvert.

ownership-received-subject = Vous êtes maintenant propriétaire de { $organization }
ownership-received-text = { $giver } vous a donné le rôle de propriétaire de { $organization } sur Postwright.

verify-domain-subject = Vérifier { $domain } pour { $organization } sur Postwright
verify-domain-text = { $organization } souhaite vérifier le domaine de messagerie { $domain } sur Postwright. Toute personne qui se connecte par son fournisseur d'identité avec une adresse de ce domaine peut alors en devenir membre. Ne vérifiez le domaine que s'il appartient à { $organization }.
verify-domain-action = Vérifier le domaine

organization-deletion-requested-subject = { $organization } va être supprimée de Postwright
organization-deletion-requested-text = { $requester } a demandé la suppression de { $organization } sur Postwright. Le { $day }, tout est supprimé définitivement : conversations, offres d’emploi, membres et clés. D’ici là, un propriétaire peut annuler, et vous pouvez exporter vos données.

organization-deletion-cancelled-subject = { $organization } ne sera pas supprimée
organization-deletion-cancelled-text = La suppression de { $organization } sur Postwright a été annulée. Tout reste en l’état.

account-deleted-subject = Votre compte Postwright a été supprimé
account-deleted-text = Votre compte Postwright a été supprimé, avec votre nom, cette adresse et vos conversations. Les offres d’emploi restent aux organisations auxquelles elles appartiennent.

role-owner = propriétaire
role-admin = administrateur
role-member = membre
role-viewer = lecteur

new-password = Demander un nouveau mot de passe
valid-hour = Le lien fonctionne une seule fois, pendant une heure.
valid-day = Le lien fonctionne une seule fois, pendant 24 heures.
valid-week = Le lien fonctionne une seule fois, pendant 7 jours.
copy-link = Si le bouton ne fonctionne pas, ouvrez cette adresse dans votre navigateur :
note-ignore = Si vous n'avez rien demandé, ignorez cet e-mail. Rien ne changera.
note-invitation = Si vous n'attendez pas cette invitation, ignorez cet e-mail. Rien ne changera.
note-admin = Si ce n'était pas vous, prévenez tout de suite un administrateur de votre organisation.
note-alert = Si ce n'était pas vous, définissez tout de suite un nouveau mot de passe et prévenez un administrateur de votre organisation.
footer = Cet e-mail a été envoyé automatiquement par Postwright.
