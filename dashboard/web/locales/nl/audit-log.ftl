# Het auditlogboek.

audit-action = Handeling
audit-any-action = Elke handeling
audit-object = Betreft
audit-address = Adres
audit-when = Wanneer
audit-none = Geen vermelding past
audit-before = Ervoor
audit-after = Erna
audit-details = Details
actor-person = voormalig lid
actor-api-key = API-sleutel
actor-anonymous = onbekend
actor-system = Postwright
actor-operator = exploitant
request-by = Door
request-id = Id van het verzoek
