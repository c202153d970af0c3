# Les offres d’emploi, et l’une d’elles.

job-posts-none = Aucune offre pour l’instant
job-posts-none-text = Une conversation terminée devient une offre d’emploi.
job-post-revision = Révision
job-post-revision-of = Révision { $revision }
job-post-revisions = Révisions
job-post-published = Publiée
job-post-delivery = Livraison
job-post-delivered-at = Arrivée
job-post-not-delivered = sans cible
job-post-external = Identifiant là-bas
job-post-conversation = Ouvrir la conversation
job-post-compliance = Règles de formulation et de salaire
job-post-files = Télécharger
job-post-delete-title = Supprimer cette offre ?
job-post-delete-text = L’offre et ce qui en a été envoyé disparaissent pour de bon. Les copies dans vos propres systèmes restent ; le webhook job_post.deleted les prévient.
publication-error-refused = Votre système l’a refusée.
publication-error-unexpected-answer = Votre système n’a répondu ni oui ni non.
publication-error-unavailable = Votre système n’est pas disponible pour le moment. Un nouvel essai suit.
publication-error-no-answer = Votre système n’a pas répondu.
publication-error-not-sent = Une erreur de notre côté a empêché l’envoi.
publication-error-target-removed = La cible de publication a été retirée avant l’arrivée.
problem-being-sent = Une tentative est en cours. Attendez sa fin, puis renvoyez.
problem-target-removed = Il n’y a plus de cible de publication.
