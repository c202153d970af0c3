# Własne logowania.

sign-ins-lead = Gdzie jesteś zalogowany. Jeśli któregoś nie znasz, zakończ je i zmień hasło.
sign-ins-end-all = Wyloguj wszędzie
sign-ins-end-all-title = Wylogować wszędzie?
sign-ins-end-all-text = Wszystkie Twoje logowania kończą się od razu, to też.
sign-in-program = Program
sign-in-unknown = nieznany
sign-in-began = Zalogowano
sign-in-this = to logowanie
sign-in-end = Wyloguj
password-change = Zmień hasło
password-current = Obecne hasło
password-new = Nowe hasło
password-new-help = Co najmniej 12 znaków, trudnych do odgadnięcia.
password-changed = Hasło zmieniono, a pozostałe logowania zakończono.
problem-password-changed = Hasło zmieniono w międzyczasie. Zaloguj się ponownie.
