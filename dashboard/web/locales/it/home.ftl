# La pagina iniziale.

home-attention = { $count ->
    [one] Una cosa richiede attenzione
   *[other] { $count } cose richiedono attenzione
}
home-attention-none = Nulla richiede la sua attenzione.
attention-publication-failed = Un annuncio non è arrivato nel suo sistema
attention-webhook-endpoint-failing = Un endpoint webhook sta fallendo
attention-webhook-endpoint-disabled = Un endpoint webhook è disattivato
attention-api-key-ending = Una chiave API scade presto
home-live = In corso adesso
home-live-none = Al momento nessuna conversazione è aperta.
home-all-conversations = Tutte le conversazioni
home-posts = Ultimi annunci di lavoro
home-all-posts = Tutti gli annunci
home-steps = Primi passi con l’API
home-steps-text = Da una conversazione a un annuncio pubblicato in tre chiamate.
home-step-key = Crea una chiave API
home-step-start = 1. Iniziare una conversazione
home-step-talk = 2. Inviare un messaggio, ricevere la risposta e la bozza
home-step-finish = 3. Confermare il riepilogo con il suo content_hash
