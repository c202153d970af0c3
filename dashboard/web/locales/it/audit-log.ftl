# Il registro di controllo.

audit-action = Azione
audit-any-action = Qualsiasi azione
audit-object = Oggetto
audit-address = Indirizzo
audit-when = Quando
audit-none = Nessuna voce corrisponde
audit-before = Prima
audit-after = Dopo
audit-details = Dettagli
actor-person = ex membro
actor-api-key = chiave API
actor-anonymous = sconosciuto
actor-system = Postwright
actor-operator = gestore
request-by = Da
request-id = Identificativo
