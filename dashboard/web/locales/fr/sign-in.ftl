# Connexion.

sign-in-title = Connexion
sign-in-action = Se connecter
email = E-mail
password = Mot de passe
code = Code de votre application d’authentification
code-help = Six chiffres, ou un de vos codes de récupération.
sign-in-link-used = Ce lien a déjà servi, ou il est trop ancien. Connectez-vous avec votre e-mail et votre mot de passe.
sign-in-link-second-factor = Votre compte a une application d’authentification, qu’aucun lien ne remplace. Connectez-vous ici.
sign-in-link-failed = Le lien n’a pas pu être vérifié. Rouvrez-le dans un instant, ou connectez-vous ici.
sign-in-claim = Dites qui vous cherchez. L’offre s’écrit d’elle-même, et rien n’y figure que vous n’ayez dit.
sign-in-picture-message = Un développeur .NET senior, hybride à Lisbonne, 45–52 k par an
sign-in-picture-title = Développeur .NET senior
sign-in-picture-level = Niveau
sign-in-picture-level-value = Senior
sign-in-picture-place = Lieu
sign-in-picture-place-value = Lisbonne, hybride
sign-in-picture-pay = Salaire
sign-in-picture-pay-value = 45 000 – 52 000 € par an
