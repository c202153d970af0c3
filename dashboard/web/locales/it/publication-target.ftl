# La destinazione di pubblicazione e ciò che vi è stato inviato.

target-lead = Ogni annuncio arriva qui appena è pubblicato.
target-none = Nessuna destinazione di pubblicazione
target-none-text = Gli annunci si pubblicano comunque. Con una destinazione arrivano da soli nel suo sistema.
target-set = Imposta la destinazione
target-format = Formato
target-format-signed-json = JSON firmato
target-format-ai-create = ai-create
target-url-help-signed-json = L’indirizzo https completo che riceve gli annunci.
target-url-help-ai-create = L’indirizzo di base; vi si aggiunge /jobposts/ai-create.
target-token = Token bearer
target-token-set = conservato
target-token-none = nessuno
target-token-keep = Lo lasci vuoto per mantenere quello conservato.
target-new-secret = Crea un nuovo segreto per le firme
target-changed = Modificata
target-interview-languages = Lingue del colloquio
target-interview-duration = Durata del colloquio
target-expires-after = Scade dopo, in giorni
target-ai-prompt = Prompt del colloquio
target-ai-instructions = Istruzioni per il colloquio
target-remove = Rimuovi
target-remove-title = Rimuovere la destinazione di pubblicazione?
target-remove-text = Ciò che è in viaggio non parte più. I nuovi annunci si pubblicano, ma non vanno da nessuna parte.
publications = Annunci inviati
publications-none = Non è stato ancora inviato nulla.
publication-error = Motivo
