# Signing in at the identity provider of one’s organization.

single-sign-on-title = Sign in with your organization
single-sign-on-text = Your organization’s own sign-in asks who you are, and leads back here.
single-sign-on-action = Continue
single-sign-on-password = Sign in with a password
problem-no-single-sign-on = No organization has set this up for the address. Sign in with your password.
problem-single-sign-on-required = Your organization asks you to sign in with it, and not with a password.
problem-identity-provider-unavailable = Your organization’s sign-in cannot be reached. Try again in a moment.
