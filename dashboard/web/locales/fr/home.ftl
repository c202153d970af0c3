# L’accueil.

home-attention = { $count ->
    [one] Un point demande votre attention
   *[other] { $count } points demandent votre attention
}
home-attention-none = Rien ne demande votre attention.
attention-publication-failed = Une offre n’est pas arrivée dans votre système
attention-webhook-endpoint-failing = Un point de terminaison webhook échoue
attention-webhook-endpoint-disabled = Un point de terminaison webhook est désactivé
attention-api-key-ending = Une clé d’API expire bientôt
home-live = En ce moment
home-live-none = Aucune conversation n’est ouverte pour l’instant.
home-all-conversations = Toutes les conversations
home-posts = Dernières offres d’emploi
home-all-posts = Toutes les offres
home-steps = Premiers pas avec l’API
home-steps-text = D’une conversation à une offre publiée en trois appels.
home-step-key = Créer une clé d’API
home-step-start = 1. Commencer une conversation
home-step-talk = 2. Envoyer un message, recevoir la réponse et le brouillon
home-step-finish = 3. Confirmer le résumé par son content_hash
