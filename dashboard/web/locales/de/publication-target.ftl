# Das Veröffentlichungsziel und was dorthin ging.

target-lead = Jede Stellenanzeige geht hierhin, sobald sie veröffentlicht ist.
target-none = Kein Veröffentlichungsziel
target-none-text = Anzeigen lassen sich trotzdem veröffentlichen. Mit einem Ziel kommen sie von selbst in Ihrem System an.
target-set = Ziel festlegen
target-format = Format
target-format-signed-json = Signiertes JSON
target-format-ai-create = ai-create
target-url-help-signed-json = Die volle https-Adresse, die die Anzeigen annimmt.
target-url-help-ai-create = Die Basisadresse; /jobposts/ai-create wird angehängt.
target-token = Bearer-Token
target-token-set = gespeichert
target-token-none = keins
target-token-keep = Leer lassen, um das gespeicherte zu behalten.
target-new-secret = Ein neues Geheimnis für die Signaturen erstellen
target-changed = Geändert
target-interview-languages = Sprachen des Interviews
target-interview-duration = Dauer des Interviews
target-expires-after = Läuft ab nach Tagen
target-ai-prompt = Prompt des Interviews
target-ai-instructions = Anweisungen für das Interview
target-remove = Entfernen
target-remove-title = Das Veröffentlichungsziel entfernen?
target-remove-text = Was unterwegs ist, wird nicht mehr gesendet. Neue Anzeigen lassen sich veröffentlichen, gehen aber nirgendwohin.
publications = Gesendete Stellenanzeigen
publications-none = Noch wurde nichts gesendet.
publication-error = Grund
