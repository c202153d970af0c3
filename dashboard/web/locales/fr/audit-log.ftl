# Le journal d’audit.

audit-action = Action
audit-any-action = Toutes les actions
audit-object = Objet
audit-address = Adresse
audit-when = Quand
audit-none = Aucune entrée ne correspond
audit-before = Avant
audit-after = Après
audit-details = Détails
actor-person = ancien membre
actor-api-key = clé d’API
actor-anonymous = inconnu
actor-system = Postwright
actor-operator = exploitant
request-by = Par
request-id = Identifiant
