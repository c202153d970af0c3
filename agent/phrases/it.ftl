# Replies for a model that gave none of its own. Si dà del Lei.

no-answer = Mi dispiace, a questo non posso rispondere. Può dirlo in un altro modo o raccontarmi di più sulla posizione?
noted-that = L'ho annotato. Che cos'altro deve dire l'annuncio?
