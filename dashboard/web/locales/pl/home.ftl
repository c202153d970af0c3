# Strona główna.

home-attention = { $count ->
    [one] Jedna rzecz wymaga uwagi
    [few] { $count } rzeczy wymagają uwagi
   *[other] { $count } rzeczy wymaga uwagi
}
home-attention-none = Nic nie wymaga Twojej uwagi.
attention-publication-failed = Ogłoszenie nie dotarło do Twojego systemu
attention-webhook-endpoint-failing = Punkt webhooka zawodzi
attention-webhook-endpoint-disabled = Punkt webhooka jest wyłączony
attention-api-key-ending = Klucz API wkrótce wygaśnie
home-live = Teraz w toku
home-live-none = W tej chwili żadna rozmowa nie jest otwarta.
home-all-conversations = Wszystkie rozmowy
home-posts = Najnowsze ogłoszenia
home-all-posts = Wszystkie ogłoszenia
home-steps = Pierwsze kroki z API
home-steps-text = Od rozmowy do opublikowanego ogłoszenia w trzech wywołaniach.
home-step-key = Utwórz klucz API
home-step-start = 1. Rozpocznij rozmowę
home-step-talk = 2. Wyślij wiadomość, odbierz odpowiedź i szkic
home-step-finish = 3. Potwierdź podsumowanie przez jego content_hash
