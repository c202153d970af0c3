# El registro de auditoría.

audit-action = Acción
audit-any-action = Cualquier acción
audit-object = Objeto
audit-address = Dirección
audit-when = Cuándo
audit-none = Ninguna entrada coincide
audit-before = Antes
audit-after = Después
audit-details = Detalles
actor-person = antiguo miembro
actor-api-key = clave de API
actor-anonymous = desconocido
actor-system = Postwright
actor-operator = operador
request-by = Por
request-id = Identificador
