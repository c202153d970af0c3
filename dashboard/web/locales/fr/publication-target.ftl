# La cible de publication et ce qui y a été envoyé.

target-lead = Chaque offre y est envoyée dès sa publication.
target-none = Aucune cible de publication
target-none-text = Les offres se publient tout de même. Avec une cible, elles arrivent d’elles-mêmes dans votre système.
target-set = Définir la cible
target-format = Format
target-format-signed-json = JSON signé
target-format-ai-create = ai-create
target-url-help-signed-json = L’adresse https complète qui reçoit les offres.
target-url-help-ai-create = L’adresse de base ; /jobposts/ai-create y est ajouté.
target-token = Jeton bearer
target-token-set = conservé
target-token-none = aucun
target-token-keep = Laissez vide pour garder celui qui est conservé.
target-new-secret = Créer un nouveau secret pour les signatures
target-changed = Modifiée
target-interview-languages = Langues de l’entretien
target-interview-duration = Durée de l’entretien
target-expires-after = Expire après, en jours
target-ai-prompt = Prompt de l’entretien
target-ai-instructions = Instructions pour l’entretien
target-remove = Retirer
target-remove-title = Retirer la cible de publication ?
target-remove-text = Ce qui est en route n’est plus envoyé. Les nouvelles offres se publient, mais ne vont nulle part.
publications = Offres envoyées
publications-none = Rien n’a encore été envoyé.
publication-error = Raison
