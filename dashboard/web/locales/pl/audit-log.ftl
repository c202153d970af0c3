# Dziennik audytu.

audit-action = Czynność
audit-any-action = Dowolna czynność
audit-object = Dotyczy
audit-address = Adres
audit-when = Kiedy
audit-none = Żaden wpis nie pasuje
audit-before = Przed
audit-after = Po
audit-details = Szczegóły
actor-person = były członek
actor-api-key = klucz API
actor-anonymous = nieznany
actor-system = Postwright
actor-operator = operator
request-by = Kto
request-id = Identyfikator
