# Replies for a model that gave none of its own. On vouvoie.

no-answer = Je suis désolé, je ne peux pas répondre à cela. Pouvez-vous le dire autrement, ou m'en dire plus sur le poste ?
noted-that = C'est noté. Que doit encore dire l'annonce ?
