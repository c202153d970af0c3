# El destino de publicación y lo que se le envió.

target-lead = Cada oferta se envía aquí en cuanto se publica.
target-none = No hay destino de publicación
target-none-text = Las ofertas se pueden publicar igualmente. Con un destino llegan solas a su sistema.
target-set = Fijar el destino
target-format = Formato
target-format-signed-json = JSON firmado
target-format-ai-create = ai-create
target-url-help-signed-json = La dirección https completa que recibe las ofertas.
target-url-help-ai-create = La dirección base; se le añade /jobposts/ai-create.
target-token = Token bearer
target-token-set = guardado
target-token-none = ninguno
target-token-keep = Déjelo vacío para conservar el guardado.
target-new-secret = Crear un nuevo secreto para las firmas
target-changed = Cambiado
target-interview-languages = Idiomas de la entrevista
target-interview-duration = Duración de la entrevista
target-expires-after = Caduca a los días
target-ai-prompt = Prompt de la entrevista
target-ai-instructions = Instrucciones para la entrevista
target-remove = Quitar
target-remove-title = ¿Quitar el destino de publicación?
target-remove-text = Lo que está en camino ya no se envía. Las ofertas nuevas se publican, pero no van a ninguna parte.
publications = Ofertas enviadas
publications-none = Aún no se ha enviado nada.
publication-error = Motivo
