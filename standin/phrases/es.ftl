# What the stand-in model says. Se trata de usted.

hello = ¡Hola! Le ayudo con gusto con su anuncio de empleo.
welcome-back = ¡Bienvenido de nuevo!
anything-else = ¿Debe decir algo más el anuncio?
not-ours = Solo puedo ayudarle con su anuncio, así que lo he dejado todo como está.
settled = Muchas gracias, entonces ya está todo.
nothing-yet = Todavía no hay ningún anuncio que terminar.
no-figures = No tengo cifras fiables del mercado y prefiero no adivinar. Depende del lugar, del nivel y del sector; si me da una banda salarial, la anoto.
changeable = Sí, todo se puede cambiar hasta que usted confirme el resumen.
who-i-am = Soy un asistente de IA, no una persona: usted me habla del puesto y escribimos juntos el anuncio.
not-sure = No lo puedo asegurar, y prefiero no inventar nada.
understood = Entendido.
nothing-taken = No he podido pasar nada de eso al anuncio; lo mejor es un dato en una frase corta.
started-over = Empecemos de nuevo.
taken-back = Deshago el último cambio.
left-open = No hay problema, podemos dejarlo abierto.
as-before = Eso ya está en el anuncio, así que todo queda como está.
which-country = Dígame, por favor, de qué país es esa moneda.
just-beginning = Nada todavía: acabamos de empezar.
nothing-missing = No falta nada importante.
minimum = el salario mínimo
maximum = el salario máximo

new-title = ¡Muy bien! Usted busca cubrir el puesto «{ $role }».
title-is-now = El puesto se llama ahora «{ $role }».
crossed = Así el salario mínimo ({ $min }) superaría el máximo ({ $max }), por eso no he cambiado nada. ¿Qué banda salarial debe figurar?
removed = He quitado: { $list }.
noted = He anotado: { $list }.
at-least = al menos { $amount }
up-to = hasta { $amount }
openings = vacantes: { $amount }
list-end = { $rest } y { $last }
so-far = Hasta ahora tenemos: { $list }.
still-open = Lo que todavía ayudaría al anuncio: { $list }.

ask-title = ¿Qué puesto quiere cubrir?
ask-level = ¿Qué nivel de experiencia busca?
ask-location = ¿Dónde está el puesto?
ask-skills = ¿Qué conocimientos se deben aportar?
ask-work-type = ¿El trabajo es presencial, a distancia o híbrido?
ask-salary = ¿Quiere indicar una banda salarial?
ask-responsibilities = ¿Cuáles serán las funciones principales?
ask-requirements = ¿Qué requisitos hay que cumplir?
ask-benefits = ¿Qué beneficios ofrece?
ask-department = ¿A qué departamento pertenece el puesto?
ask-description = ¿Cómo describiría el puesto en unas pocas frases?
ask-terms = ¿Cuáles son las condiciones: jornada completa o parcial, qué horario, fijo o temporal?

the-title = el puesto
the-level = el nivel de experiencia
the-location = el lugar
the-skills = los conocimientos
the-work-type = la modalidad de trabajo
the-salary = el salario
the-responsibilities = las funciones principales
the-requirements = los requisitos
the-benefits = los beneficios
the-department = el departamento
the-description = la descripción
the-terms = las condiciones de empleo

level-entry = sin experiencia
level-junior = júnior
level-mid = nivel intermedio
level-senior = sénior
level-lead = responsable
level-principal = principal
level-executive = dirección

at-level-entry = sin experiencia
at-level-junior = nivel júnior
at-level-mid = nivel intermedio
at-level-senior = nivel sénior
at-level-lead = nivel de responsable
at-level-principal = nivel principal
at-level-executive = nivel de dirección

work-onsite = presencial
work-remote = a distancia
work-hybrid = híbrido

per-hour = por hora
per-day = por día
per-week = por semana
per-month = al mes
per-year = al año

ai-interview = entrevista con IA
no-ai-interview = sin entrevista con IA
featured = anuncio destacado
not-featured = anuncio no destacado

ask-title-otherwise = En pocas palabras, ¿qué hará la persona?
suggest = Tareas típicas de un puesto así, para un sí o un no: { $list }. ¿Las añado?
ask-bound = ¿{ $amount } es el mínimo, el máximo o exactamente el salario?
