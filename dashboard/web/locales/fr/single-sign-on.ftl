# La connexion auprès du fournisseur d’identité de l’organisation.

single-sign-on-title = Se connecter avec votre organisation
single-sign-on-text = La connexion de votre organisation demande qui vous êtes, puis ramène ici.
single-sign-on-action = Continuer
single-sign-on-password = Se connecter avec un mot de passe
problem-no-single-sign-on = Aucune organisation n’a configuré cela pour cette adresse. Connectez-vous avec votre mot de passe.
problem-single-sign-on-required = Votre organisation demande de se connecter avec elle, et non par mot de passe.
problem-identity-provider-unavailable = La connexion de votre organisation est injoignable. Réessayez dans un instant.
problem-sign-in-ended = Cette connexion est déjà terminée ou a expiré. Recommencez.
problem-email-not-verified = La connexion de votre organisation ne confirme pas que l’adresse e-mail est la vôtre. Adressez-vous à un administrateur.
problem-domain-not-verified = Votre organisation n’a pas vérifié le domaine de votre adresse e-mail. Adressez-vous à un administrateur.
problem-not-a-member = Vous n’êtes pas membre de cette organisation. Demandez une invitation à un administrateur.
problem-member-removed = Un administrateur vous a retiré de cette organisation. Demandez une nouvelle invitation.
problem-identity-differs = Une autre personne se connecte avec cette adresse e-mail. Adressez-vous à un administrateur de votre organisation.
problem-identity-provider-refused = La connexion de votre organisation ne vous a pas laissé entrer. Réessayez, ou adressez-vous à un administrateur.
problem-sign-up-closed = Aucun nouveau compte ne peut être créé ici. Adressez-vous à un administrateur.
problem-identity-provider-unusable = La connexion de votre organisation ne répond pas comme il faut. Demandez à un administrateur d’en vérifier la configuration.
problem-identity-provider-client-refused = { problem-identity-provider-unusable }
problem-id-token-refused = { problem-identity-provider-unusable }
problem-identity-provider-timeout = { problem-identity-provider-unavailable }
