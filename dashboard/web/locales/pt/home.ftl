# A página inicial.

home-attention = { $count ->
    [one] Uma coisa precisa de atenção
   *[other] { $count } coisas precisam de atenção
}
home-attention-none = Nada precisa da sua atenção.
attention-publication-failed = Um anúncio não chegou ao seu sistema
attention-webhook-endpoint-failing = Um ponto de webhook está a falhar
attention-webhook-endpoint-disabled = Um ponto de webhook está desligado
attention-api-key-ending = Uma chave de API expira em breve
home-live = A decorrer
home-live-none = De momento nenhuma conversa está aberta.
home-all-conversations = Todas as conversas
home-posts = Últimos anúncios de emprego
home-all-posts = Todos os anúncios
home-steps = Primeiros passos com a API
home-steps-text = De uma conversa a um anúncio publicado em três chamadas.
home-step-key = Criar uma chave de API
home-step-start = 1. Começar uma conversa
home-step-talk = 2. Enviar uma mensagem, receber a resposta e o rascunho
home-step-finish = 3. Confirmar o resumo pelo seu content_hash
