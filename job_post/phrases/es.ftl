# What the deterministic code says in place of the LLM. Se trata de usted.

untitled = Puesto vacante
yes = sí
from = desde { $amount }
up-to = hasta { $amount }
labelled = { $label }: { $value }
publish-question = ¿Publico el anuncio así? Diga «publicar» o indíqueme qué hay que cambiar.
summary-lead = Este es su anuncio hasta ahora:
finished = ¡Muchas gracias! Su anuncio está terminado. Si algo debe cambiar, dígamelo sin más.
already-finished = Este anuncio ya está terminado. Si algo debe cambiar, dígamelo sin más.
not-ready = Antes de terminar el anuncio necesito algo más: { $wanted }. ¿Qué puede decirme al respecto?
blocked = Antes de que el anuncio pueda salir, hay que corregir esto: { $findings }
welcome = ¡Hola! Le ayudo a redactar un anuncio de empleo. ¿Qué puesto quiere cubrir y qué es lo más importante?
welcome-company = ¡Hola! Le ayudo a redactar un anuncio de empleo para { $company }. ¿Qué puesto quiere cubrir y qué es lo más importante?
greeting-first = ¡Hola! ¿Qué puesto quiere cubrir?
greeting-back = ¡Bienvenido de nuevo! Todavía falta: { $wanted }. ¿Qué puede decirme al respecto?
greeting-back-title = ¡Bienvenido de nuevo! Estamos trabajando en «{ $title }». Todavía falta: { $wanted }. ¿Qué puede decirme al respecto?
greeting-done = ¡Bienvenido de nuevo! Su anuncio está terminado. Si algo debe cambiar, dígamelo sin más.
nothing-missing = nada
noted = Anotado: { $fields }.
ask-next = ¿Qué puede decirme ahora sobre este punto: { $field }?
nothing-understood = Estoy aquí para ayudarle con su anuncio de empleo.
orders-refused = Solo puedo trabajar en el anuncio, con lo que usted me diga del puesto.
started-over = De acuerdo, empezamos con un anuncio vacío. ¿Qué puesto quiere cubrir?
nothing-to-take-back = No hay ningún cambio que pueda deshacer. Dígame qué debe decir en su lugar.
taken-back = He deshecho el último cambio: { $fields }.
pay-out-of-order = Así el salario mínimo ({ $min }) superaría el máximo ({ $max }), por eso he dejado la banda como estaba. ¿Qué banda salarial debe figurar?
two-values = He entendido datos distintos para { $field } ({ $values }) y no he cambiado nada. ¿Cuál es el correcto?
interpreted = { $value } (de «{ $quote }»)
not-taken = No he incluido «{ $quote }» ({ $field }), porque no estoy seguro de qué significa. ¿Puede decirlo con otras palabras?
not-taken-pay = No he incluido «{ $quote }», porque no leo ahí ninguna cantidad. ¿Cuál es el salario en cifras, por ejemplo «18,50 la hora»?

digit-group = { "." }
decimal-point = { "," }

field-title = Puesto
field-department = Departamento
field-experienceLevel = Nivel
field-location = Lugar
field-workType = Modalidad
field-salaryMin = Salario
field-salaryMax = Salario
field-salaryPeriod = Periodo salarial
field-currency = Moneda
field-skills = Conocimientos
field-description = Descripción
field-requirements = Requisitos
field-responsibilities = Funciones
field-benefits = Beneficios
field-enableAiInterview = Entrevista con IA
field-isFeatured = Anuncio destacado

level-entry = sin experiencia
level-junior = júnior
level-mid = nivel intermedio
level-senior = sénior
level-lead = responsable
level-principal = principal
level-executive = dirección

work-onsite = presencial
work-remote = a distancia
work-hybrid = híbrido

per-hour = por hora
per-day = por día
per-week = por semana
per-month = al mes
per-year = al año

finding-pay_not_stated = En el lugar del puesto hay que indicar la banda salarial.
finding-gendered_wording = La redacción se refiere a un solo sexo.
finding-gender_coded_wording = La redacción se dirige más bien a un sexo.
finding-age_coded_wording = La redacción se dirige a una edad.
finding-language_by_birth = El anuncio pide una lengua de nacimiento en lugar de su dominio.
finding-equal_opportunity_not_stated = Falta una declaración de igualdad de oportunidades.
finding-country_not_stated = Falta el país.
