# La página de inicio.

home-attention = { $count ->
    [one] Una cosa requiere atención
   *[other] { $count } cosas requieren atención
}
home-attention-none = Nada requiere su atención.
attention-publication-failed = Una oferta no ha llegado a su sistema
attention-webhook-endpoint-failing = Un punto de webhook está fallando
attention-webhook-endpoint-disabled = Un punto de webhook está desactivado
attention-api-key-ending = Una clave de API caduca pronto
home-live = En curso ahora
home-live-none = Ahora no hay ninguna conversación abierta.
home-all-conversations = Todas las conversaciones
home-posts = Últimas ofertas de empleo
home-all-posts = Todas las ofertas
home-steps = Primeros pasos con la API
home-steps-text = De una conversación a una oferta publicada en tres llamadas.
home-step-key = Crear una clave de API
home-step-start = 1. Iniciar una conversación
home-step-talk = 2. Enviar un mensaje, recibir la respuesta y el borrador
home-step-finish = 3. Confirmar el resumen por su content_hash
