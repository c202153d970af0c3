# Replies for a model that gave none of its own. Terceira pessoa, sem «tu» nem «você»; português de Portugal e do Brasil.

no-answer = Lamento, não consigo responder a isso. Pode dizê-lo de outra forma ou contar mais sobre a vaga?
noted-that = Está anotado. Que mais deve constar do anúncio?
