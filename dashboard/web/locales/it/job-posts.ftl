# Gli annunci di lavoro, e uno di essi.

job-posts-none = Ancora nessun annuncio
job-posts-none-text = Una conversazione conclusa diventa un annuncio di lavoro.
job-post-revision = Revisione
job-post-revision-of = Revisione { $revision }
job-post-revisions = Revisioni
job-post-published = Pubblicato
job-post-delivery = Consegna
job-post-delivered-at = Arrivato
job-post-not-delivered = nessuna destinazione
job-post-external = Identificativo di là
job-post-conversation = Apri la conversazione
job-post-compliance = Regole su parole e retribuzione
job-post-files = Scarica
job-post-delete-title = Eliminare questo annuncio?
job-post-delete-text = L’annuncio e ciò che ne è stato inviato vanno persi per sempre. Le copie nei suoi sistemi restano; il webhook job_post.deleted li avvisa.
publication-error-refused = Il suo sistema lo ha rifiutato.
publication-error-unexpected-answer = Il suo sistema non ha risposto né sì né no.
publication-error-unavailable = Il suo sistema non è disponibile al momento. Si riprova.
publication-error-no-answer = Il suo sistema non ha risposto.
publication-error-not-sent = Un nostro errore ne ha impedito l’invio.
publication-error-target-removed = La destinazione è stata rimossa prima dell’arrivo.
problem-being-sent = Un tentativo è in corso. Ne attenda la fine, poi invii di nuovo.
problem-target-removed = Non c’è più una destinazione di pubblicazione.
