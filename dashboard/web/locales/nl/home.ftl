# De startpagina.

home-attention = { $count ->
    [one] Eén ding vraagt aandacht
   *[other] { $count } dingen vragen aandacht
}
home-attention-none = Niets vraagt uw aandacht.
attention-publication-failed = Een vacature is niet in uw systeem aangekomen
attention-webhook-endpoint-failing = Een webhook-eindpunt faalt
attention-webhook-endpoint-disabled = Een webhook-eindpunt is uitgeschakeld
attention-api-key-ending = Een API-sleutel verloopt binnenkort
home-live = Nu bezig
home-live-none = Er is op dit moment geen gesprek open.
home-all-conversations = Alle gesprekken
home-posts = Nieuwste vacatures
home-all-posts = Alle vacatures
home-steps = Eerste stappen met de API
home-steps-text = Van gesprek tot gepubliceerde vacature in drie aanroepen.
home-step-key = API-sleutel aanmaken
home-step-start = 1. Een gesprek beginnen
home-step-talk = 2. Een bericht sturen, het antwoord en het concept krijgen
home-step-finish = 3. De samenvatting bevestigen met haar content_hash
