# Ses propres connexions.

sign-ins-lead = Où vous êtes connecté. Si l’une vous est inconnue, fermez-la et changez votre mot de passe.
sign-ins-end-all = Se déconnecter partout
sign-ins-end-all-title = Se déconnecter partout ?
sign-ins-end-all-text = Toutes vos connexions cessent aussitôt, celle-ci aussi.
sign-in-program = Programme
sign-in-unknown = inconnu
sign-in-began = Connecté
sign-in-this = celle-ci
sign-in-end = Déconnecter
password-change = Changer le mot de passe
password-current = Mot de passe actuel
password-new = Nouveau mot de passe
password-new-help = Au moins 12 caractères, difficiles à deviner.
password-changed = Le mot de passe est changé, et vos autres connexions ont pris fin.
problem-password-changed = Le mot de passe a été changé entre-temps. Reconnectez-vous.
