# Cel publikacji i to, co tam wysłano.

target-lead = Każde ogłoszenie trafia tutaj, gdy tylko zostanie opublikowane.
target-none = Brak celu publikacji
target-none-text = Ogłoszenia można publikować i tak. Z celem same trafiają do Twojego systemu.
target-set = Ustaw cel
target-format = Format
target-format-signed-json = Podpisany JSON
target-format-ai-create = ai-create
target-url-help-signed-json = Pełny adres https, który przyjmuje ogłoszenia.
target-url-help-ai-create = Adres podstawowy; dodawane jest /jobposts/ai-create.
target-token = Token bearer
target-token-set = zapisany
target-token-none = brak
target-token-keep = Zostaw puste, aby zachować zapisany.
target-new-secret = Utwórz nowy sekret podpisów
target-changed = Zmieniono
target-interview-languages = Języki rozmowy kwalifikacyjnej
target-interview-duration = Czas rozmowy kwalifikacyjnej
target-expires-after = Wygasa po dniach
target-ai-prompt = Prompt rozmowy kwalifikacyjnej
target-ai-instructions = Instrukcje do rozmowy kwalifikacyjnej
target-remove = Usuń
target-remove-title = Usunąć cel publikacji?
target-remove-text = To, co jest w drodze, nie zostanie już wysłane. Nowe ogłoszenia można publikować, ale nigdzie nie trafią.
publications = Wysłane ogłoszenia
publications-none = Nic jeszcze nie wysłano.
publication-error = Powód
