# Los campos de una oferta y sus valores. Las mismas palabras que en las respuestas del agente.

field-title = Puesto
field-department = Departamento
field-experience-level = Nivel
field-location = Lugar
field-work-type = Modalidad
field-salary = Salario
field-skills = Conocimientos
field-description = Descripción
field-requirements = Requisitos
field-responsibilities = Funciones
field-benefits = Beneficios
field-employment-types = Tipo de empleo
field-contract-length = Contrato
field-working-hours = Horario
field-start-date = Incorporación
field-openings = Vacantes
field-apply-by = Fecha límite de solicitud
field-how-to-apply = Cómo postularse
field-contact = Contacto
field-qualifications = Títulos y certificados
field-languages = Idiomas
field-additional-pay = Retribución adicional
field-travel = Viajes
field-relocation = Visado y traslado
field-notes = Notas
field-enable-ai-interview = Entrevista con IA
field-is-featured = Anuncio destacado

level-entry = sin experiencia
level-junior = júnior
level-mid = nivel intermedio
level-senior = sénior
level-lead = responsable
level-principal = principal
level-executive = dirección

work-type-onsite = presencial
work-type-remote = a distancia
work-type-hybrid = híbrido

employment-full-time = jornada completa
employment-part-time = jornada parcial
employment-contract = autónomo o independiente
employment-temporary = temporal
employment-intern = prácticas
employment-apprenticeship = aprendizaje
employment-volunteer = voluntariado
employment-per-diem = por días

period-hour = por hora
period-day = por día
period-week = por semana
period-month = al mes
period-year = al año

finding-pay-not-stated = En el lugar del puesto hay que indicar la banda salarial.
finding-gendered-wording = La redacción se refiere a un solo sexo.
finding-gender-coded-wording = La redacción se dirige más bien a un sexo.
finding-age-coded-wording = La redacción se dirige a una edad.
finding-language-by-birth = El anuncio pide una lengua de nacimiento en lugar de su dominio.
finding-equal-opportunity-not-stated = Falta una declaración de igualdad de oportunidades.
finding-country-not-stated = Falta el país.
