# Ogłoszenia o pracę, i jedno z nich.

job-posts-none = Nie ma jeszcze ogłoszeń
job-posts-none-text = Zakończona rozmowa staje się ogłoszeniem o pracę.
job-post-revision = Wersja
job-post-revision-of = Wersja { $revision }
job-post-revisions = Wersje
job-post-published = Opublikowano
job-post-delivery = Dostarczenie
job-post-delivered-at = Dotarło
job-post-not-delivered = brak celu
job-post-external = Identyfikator tam
job-post-conversation = Otwórz rozmowę
job-post-compliance = Zasady języka i płacy
job-post-files = Pobierz
job-post-delete-title = Usunąć to ogłoszenie?
job-post-delete-text = Ogłoszenie i to, co z niego wysłano, przepadną na zawsze. Kopie w Twoich systemach zostaną; powiadomi je webhook job_post.deleted.
publication-error-refused = Twój system je odrzucił.
publication-error-unexpected-answer = Twój system nie odpowiedział ani tak, ani nie.
publication-error-unavailable = Twój system jest chwilowo niedostępny. Próba zostanie powtórzona.
publication-error-no-answer = Twój system nie odpowiedział.
publication-error-not-sent = Nie dało się wysłać z powodu błędu po naszej stronie.
publication-error-target-removed = Cel publikacji usunięto, zanim dotarło.
problem-being-sent = Próba jest w toku. Poczekaj na jej koniec i wyślij ponownie.
problem-target-removed = Nie ma już celu publikacji.
