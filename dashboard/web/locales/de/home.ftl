# Die Startseite.

home-attention = { $count ->
    [one] Eine Sache braucht Aufmerksamkeit
   *[other] { $count } Dinge brauchen Aufmerksamkeit
}
home-attention-none = Nichts braucht Ihre Aufmerksamkeit.
attention-publication-failed = Eine Stellenanzeige ist nicht in Ihrem System angekommen
attention-webhook-endpoint-failing = Ein Webhook-Endpunkt schlägt fehl
attention-webhook-endpoint-disabled = Ein Webhook-Endpunkt ist abgeschaltet
attention-api-key-ending = Ein API-Schlüssel läuft bald ab
home-live = Gerade im Gange
home-live-none = Zurzeit ist kein Gespräch offen.
home-all-conversations = Alle Gespräche
home-posts = Neueste Stellenanzeigen
home-all-posts = Alle Stellenanzeigen
home-steps = Erste Schritte mit der API
home-steps-text = Vom Gespräch zur veröffentlichten Anzeige in drei Aufrufen.
home-step-key = API-Schlüssel erstellen
home-step-start = 1. Ein Gespräch beginnen
home-step-talk = 2. Eine Nachricht senden, Antwort und Entwurf erhalten
home-step-finish = 3. Die Zusammenfassung mit ihrem content_hash bestätigen
