# Sign-in.

sign-in-title = Sign in
sign-in-action = Sign in
email = E-mail
password = Password
code = Code of your authenticator app
code-help = Six digits, or one of your recovery codes.
sign-in-link-used = This link was used already, or is too old. Sign in with your e-mail and password.
sign-in-link-second-factor = Your account has an authenticator app, which no link replaces. Sign in here.
sign-in-link-failed = The link could not be checked just now. Open it again in a moment, or sign in here.
sign-in-claim = Say what you need. The job post writes itself, and nothing in it that you did not say.
sign-in-picture-message = A senior .NET developer, hybrid in Lisbon, 45–52k a year
sign-in-picture-title = Senior .NET Developer
sign-in-picture-level = Level
sign-in-picture-level-value = Senior
sign-in-picture-place = Location
sign-in-picture-place-value = Lisbon, hybrid
sign-in-picture-pay = Salary
sign-in-picture-pay-value = €45,000 – 52,000 a year
