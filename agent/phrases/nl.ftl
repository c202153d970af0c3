# Replies for a model that gave none of its own. Aangesproken wordt met „u”.

no-answer = Daar kan ik helaas geen antwoord op geven. Kunt u het anders zeggen of me meer over de functie vertellen?
noted-that = Dat heb ik genoteerd. Wat moet er nog meer in de vacature staan?
