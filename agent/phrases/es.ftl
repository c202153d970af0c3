# Replies for a model that gave none of its own. Se trata de usted.

no-answer = Lo siento, no puedo responder a eso. ¿Puede decirlo de otra manera o contarme más sobre el puesto?
noted-that = Lo he anotado. ¿Qué más debe decir el anuncio?
