# Het publicatiedoel en wat ernaartoe is verstuurd.

target-lead = Elke vacature gaat hierheen zodra ze gepubliceerd is.
target-none = Geen publicatiedoel
target-none-text = Vacatures kunnen toch gepubliceerd worden. Met een doel komen ze vanzelf in uw systeem.
target-set = Doel instellen
target-format = Formaat
target-format-signed-json = Ondertekende JSON
target-format-ai-create = ai-create
target-url-help-signed-json = Het volledige https-adres dat de vacatures aanneemt.
target-url-help-ai-create = Het basisadres; /jobposts/ai-create wordt toegevoegd.
target-token = Bearer-token
target-token-set = bewaard
target-token-none = geen
target-token-keep = Laat leeg om het bewaarde te houden.
target-new-secret = Een nieuw geheim voor de handtekeningen aanmaken
target-changed = Gewijzigd
target-interview-languages = Talen van het interview
target-interview-duration = Duur van het interview
target-expires-after = Verloopt na, in dagen
target-ai-prompt = Prompt van het interview
target-ai-instructions = Aanwijzingen voor het interview
target-remove = Weghalen
target-remove-title = Het publicatiedoel weghalen?
target-remove-text = Wat onderweg is, wordt niet meer verstuurd. Nieuwe vacatures kunnen gepubliceerd worden, maar gaan nergens heen.
publications = Verstuurde vacatures
publications-none = Er is nog niets verstuurd.
publication-error = Reden
