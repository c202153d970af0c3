# O registo de auditoria.

audit-action = Ação
audit-any-action = Qualquer ação
audit-object = Objeto
audit-address = Endereço
audit-when = Quando
audit-none = Nenhuma entrada corresponde
audit-before = Antes
audit-after = Depois
audit-details = Detalhes
actor-person = antigo membro
actor-api-key = chave de API
actor-anonymous = desconhecido
actor-system = Postwright
actor-operator = operador
request-by = Por
request-id = Identificador
