# De vacatures, en één daarvan.

job-posts-none = Nog geen vacatures
job-posts-none-text = Een afgerond gesprek wordt een vacature.
job-post-revision = Revisie
job-post-revision-of = Revisie { $revision }
job-post-revisions = Revisies
job-post-published = Gepubliceerd
job-post-delivery = Aflevering
job-post-delivered-at = Aangekomen
job-post-not-delivered = geen doel
job-post-external = Id daar
job-post-conversation = Gesprek openen
job-post-compliance = Regels voor taal en loon
job-post-files = Downloaden
job-post-delete-title = Deze vacature verwijderen?
job-post-delete-text = De vacature en wat ervan verstuurd is, zijn voorgoed weg. Kopieën in uw eigen systemen blijven; de webhook job_post.deleted meldt het hun.
publication-error-refused = Uw systeem heeft haar geweigerd.
publication-error-unexpected-answer = Uw systeem heeft noch ja noch nee geantwoord.
publication-error-unavailable = Uw systeem is op dit moment niet beschikbaar. Er volgt een nieuwe poging.
publication-error-no-answer = Uw systeem heeft niet geantwoord.
publication-error-not-sent = Door een fout hier kon ze niet verstuurd worden.
publication-error-target-removed = Het publicatiedoel is vóór de aankomst weggehaald.
problem-being-sent = Er loopt een poging. Wacht op het einde en verstuur dan opnieuw.
problem-target-removed = Er is geen publicatiedoel meer.
