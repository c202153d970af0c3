# Logowanie.

sign-in-title = Logowanie
sign-in-action = Zaloguj się
email = E-mail
password = Hasło
code = Kod z aplikacji uwierzytelniającej
code-help = Sześć cyfr albo jeden z kodów odzyskiwania.
sign-in-link-used = Ten link był już użyty albo jest za stary. Zaloguj się adresem e-mail i hasłem.
sign-in-link-second-factor = Twoje konto ma aplikację uwierzytelniającą, której nie zastąpi link. Zaloguj się tutaj.
sign-in-link-failed = Linku nie można było teraz sprawdzić. Otwórz go za chwilę ponownie albo zaloguj się tutaj.
sign-in-claim = Powiedz, kogo szukasz. Ogłoszenie napisze się samo, bez niczego, czego nie powiesz.
sign-in-picture-message = Starszy programista .NET, hybrydowo w Lizbonie, 45–52 tys. rocznie
sign-in-picture-title = Starszy programista .NET
sign-in-picture-level = Poziom
sign-in-picture-level-value = Senior
sign-in-picture-place = Miejsce
sign-in-picture-place-value = Lizbona, hybrydowo
sign-in-picture-pay = Wynagrodzenie
sign-in-picture-pay-value = 45 000 – 52 000 € rocznie
