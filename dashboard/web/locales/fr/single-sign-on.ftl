# La connexion auprès du fournisseur d’identité de l’organisation.

single-sign-on-title = Se connecter avec votre organisation
single-sign-on-text = La connexion de votre organisation demande qui vous êtes, puis ramène ici.
single-sign-on-action = Continuer
single-sign-on-password = Se connecter avec un mot de passe
problem-no-single-sign-on = Aucune organisation n’a configuré cela pour cette adresse. Connectez-vous avec votre mot de passe.
problem-single-sign-on-required = Votre organisation demande de se connecter avec elle, et non par mot de passe.
problem-identity-provider-unavailable = La connexion de votre organisation est injoignable. Réessayez dans un instant.
