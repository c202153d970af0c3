# The audit log.

audit-action = Action
audit-any-action = Any action
audit-object = About
audit-address = Address
audit-when = When
audit-none = No entries match
audit-before = Before
audit-after = After
audit-details = Details
actor-person = former member
actor-api-key = API key
actor-anonymous = unknown
actor-system = Postwright
actor-operator = operator
request-by = By
request-id = Request id
