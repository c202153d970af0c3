# Las ofertas de empleo, y una de ellas.

job-posts-none = Aún no hay ofertas
job-posts-none-text = Una conversación terminada se convierte en una oferta de empleo.
job-post-revision = Revisión
job-post-revision-of = Revisión { $revision }
job-post-revisions = Revisiones
job-post-published = Publicada
job-post-delivery = Entrega
job-post-delivered-at = Llegó
job-post-not-delivered = sin destino
job-post-external = Identificador allí
job-post-conversation = Abrir la conversación
job-post-compliance = Reglas de redacción y salario
job-post-files = Descargar
job-post-delete-title = ¿Eliminar esta oferta?
job-post-delete-text = La oferta y lo enviado de ella se pierden para siempre. Las copias en sus propios sistemas quedan; el webhook job_post.deleted les avisa.
publication-error-refused = Su sistema la ha rechazado.
publication-error-unexpected-answer = Su sistema no ha respondido ni sí ni no.
publication-error-unavailable = Su sistema no está disponible en este momento. Se intenta de nuevo.
publication-error-no-answer = Su sistema no ha respondido.
publication-error-not-sent = No se pudo enviar por un error nuestro.
publication-error-target-removed = El destino de publicación se quitó antes de que llegara.
problem-being-sent = Hay un intento en curso. Espere a que termine y reenvíe.
problem-target-removed = Ya no hay destino de publicación.
