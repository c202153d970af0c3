# Signing in at the identity provider of one’s organization.

single-sign-on-title = Sign in with your organization
single-sign-on-text = Your organization’s own sign-in asks who you are, and leads back here.
single-sign-on-action = Continue
single-sign-on-password = Sign in with a password
problem-no-single-sign-on = No organization has set this up for the address. Sign in with your password.
problem-single-sign-on-required = Your organization asks you to sign in with it, and not with a password.
problem-identity-provider-unavailable = Your organization’s sign-in cannot be reached. Try again in a moment.
problem-sign-in-ended = This sign-in was completed already, or has expired. Begin again.
problem-email-not-verified = Your organization’s sign-in does not confirm that the e-mail address is yours. Ask an admin.
problem-domain-not-verified = Your organization has not verified the domain of your e-mail address. Ask an admin.
problem-not-a-member = You are not a member of this organization. Ask an admin for an invitation.
problem-member-removed = An admin has removed you from this organization. Ask for a new invitation.
problem-identity-differs = Somebody else signs in with this e-mail address. Ask an admin of your organization.
problem-identity-provider-refused = Your organization’s sign-in did not let you in. Try again, or ask an admin.
problem-sign-up-closed = No new accounts can be created here. Ask an admin.
problem-identity-provider-unusable = Your organization’s sign-in does not answer as it should. Ask an admin to check how it is set up.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
