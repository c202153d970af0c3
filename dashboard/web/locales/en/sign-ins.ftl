# One's own sign-ins.

sign-ins-lead = Where you are signed in. If you do not know one of them, end it and change your password.
sign-ins-end-all = Sign out everywhere
sign-ins-end-all-title = Sign out everywhere?
sign-ins-end-all-text = All of your sign-ins end at once, this one too.
sign-in-program = Program
sign-in-unknown = unknown
sign-in-began = Signed in
sign-in-this = this one
sign-in-end = Sign out
password-change = Change the password
password-current = Current password
password-new = New password
password-new-help = At least 12 characters, and not easily guessed.
password-changed = The password is changed, and your other sign-ins have ended.
problem-password-changed = The password was changed in the meantime. Sign in again.
