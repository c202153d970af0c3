# Replies for a model that gave none of its own. Angesprochen wird mit „Sie“.

no-answer = Das kann ich leider nicht beantworten. Können Sie es anders sagen oder mir mehr über die Stelle erzählen?
noted-that = Das habe ich notiert. Was soll noch in der Stellenanzeige stehen?
