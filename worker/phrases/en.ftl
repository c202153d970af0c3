# E-mails to people. One line a text, the same names and variables in every language. Names are quoted as people wrote them.

complete-sign-up-subject = Complete your sign-up at Postwright
complete-sign-up-text = Choose a password to complete your sign-up. Your account and your organization are created then.
complete-sign-up-action = Choose a password

account-exists-subject = This address has a Postwright account already
account-exists-text = Somebody, perhaps you, wanted to use this address for a Postwright account. It has one already. Sign in with it, or ask for a new password if you have forgotten yours.

invitation-subject = Invitation to { $organization } at Postwright
invitation-text = { $inviter } invites you to join { $organization } at Postwright. Your role will be: { $role }.
invitation-action = Accept the invitation

invitation-accepted-subject = { $name } has joined { $organization }
invitation-accepted-text = { $name } ({ $email }) has accepted the invitation and is a member of { $organization } now.

password-reset-subject = Set a new password for Postwright
password-reset-text = Somebody, perhaps you, asked for a new password for your Postwright account. All your logins end when you set one.
password-reset-action = Set a new password

password-changed-subject = Your Postwright password was changed
password-changed-text = The password of your Postwright account was changed, and your other logins have ended.

second-factor-added-subject = An authenticator app was added to your Postwright account
second-factor-added-text = Your Postwright account has an authenticator app now. Signing in needs a code of it. Keep the recovery codes in a safe place.

second-factor-removed-subject = The authenticator app of your Postwright account was removed
second-factor-removed-text = Your Postwright account has no authenticator app any more. Signing in needs the password only.

recovery-code-used-subject = A recovery code was used to sign in to Postwright
recovery-code-used-text = One of the recovery codes of your Postwright account was used. It does not work again. You can make new ones when you are signed in.

recovery-codes-replaced-subject = The recovery codes of your Postwright account were replaced
recovery-codes-replaced-text = Your Postwright account has new recovery codes. The earlier ones do not work any more. Keep the new ones in a safe place.

confirm-email-subject = Confirm your new e-mail address
confirm-email-text = Confirm that your Postwright account shall have this address. Until then it keeps the old one.
confirm-email-action = Confirm the address

email-change-requested-subject = A new address was requested for your Postwright account
email-change-requested-text = Somebody who is signed in to your Postwright account wants to change its address to { $email }. It changes as soon as that address is confirmed.

email-changed-subject = The address of your Postwright account was changed
email-changed-text = Your Postwright account has the address { $email } now. Use it to sign in.

role-changed-subject = Your role in { $organization } was changed
role-changed-text = An admin of { $organization } at Postwright has changed your role. It is now: { $role }.

member-removed-subject = You are no longer a member of { $organization }
member-removed-text = Your membership of { $organization } at Postwright has ended. Your Postwright account remains.

ownership-received-subject = You are an owner of { $organization } now
ownership-received-text = { $giver } has made you an owner of { $organization } at Postwright.

verify-domain-subject = Verify { $domain } for { $organization } at Postwright
verify-domain-text = { $organization } wants to verify the e-mail domain { $domain } at Postwright. Anybody who signs in with its identity provider and an address of this domain can then become a member. Verify the domain only if it belongs to { $organization }.
verify-domain-action = Verify the domain

organization-deletion-requested-subject = { $organization } will be deleted at Postwright
organization-deletion-requested-text = { $requester } has requested the deletion of { $organization } at Postwright. On { $day } everything in it is deleted for ever: conversations, job posts, members and keys. Until then an owner can cancel, and you can export your data.

organization-deletion-cancelled-subject = { $organization } will not be deleted
organization-deletion-cancelled-text = The deletion of { $organization } at Postwright was cancelled. Everything stays as it is.

account-deleted-subject = Your Postwright account was deleted
account-deleted-text = Your Postwright account was deleted with your name, this address and your conversations. Job posts stay with the organizations that they belong to.

role-owner = owner
role-admin = admin
role-member = member
role-viewer = viewer

new-password = Ask for a new password
valid-hour = The link works once, within one hour.
valid-day = The link works once, within 24 hours.
valid-week = The link works once, within 7 days.
copy-link = If the button does not work, open this address in your browser:
note-ignore = If you did not ask for this, ignore this e-mail. Nothing changes then.
note-invitation = If you do not expect this invitation, ignore this e-mail. Nothing changes then.
note-admin = If this was not you, tell an admin of your organization at once.
note-alert = If this was not you, set a new password at once and tell an admin of your organization.
footer = This e-mail was sent automatically by Postwright.
