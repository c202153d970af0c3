# Das Prüfprotokoll.

audit-action = Handlung
audit-any-action = Jede Handlung
audit-object = Betrifft
audit-address = Adresse
audit-when = Wann
audit-none = Keine Einträge passen
audit-before = Vorher
audit-after = Nachher
audit-details = Einzelheiten
actor-person = früheres Mitglied
actor-api-key = API-Schlüssel
actor-anonymous = unbekannt
actor-system = Postwright
actor-operator = Betreiber
request-by = Von
request-id = Kennung der Anfrage
