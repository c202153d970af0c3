# What the stand-in model says. Formy neutralne, bez „Pan” i „Pani”.

hello = Dzień dobry! Chętnie pomogę przy ogłoszeniu o pracę.
welcome-back = Witam ponownie!
anything-else = Czy w ogłoszeniu ma być coś jeszcze?
not-ours = Mogę pomóc tylko przy ogłoszeniu, więc wszystko pozostaje bez zmian.
settled = Dziękuję, to już wszystko.
nothing-yet = Nie ma jeszcze ogłoszenia do zakończenia.
no-figures = Nie mam wiarygodnych danych z rynku i wolę nie zgadywać. To zależy od miejsca, poziomu i branży; podane widełki od razu zanotuję.
changeable = Tak, wszystko można zmienić aż do potwierdzenia podsumowania.
who-i-am = Jestem asystentem AI, nie człowiekiem: wystarczy opowiedzieć o stanowisku, a razem napiszemy ogłoszenie.
not-sure = Nie mogę tego powiedzieć na pewno i wolę niczego nie zmyślać.
understood = Rozumiem.
nothing-taken = Nie udało mi się nic z tego wpisać do ogłoszenia; najlepiej podać jedną informację w krótkim zdaniu.
started-over = Zaczynamy od nowa.
taken-back = Cofam ostatnią zmianę.
left-open = Nie ma problemu, można to zostawić otwarte.
as-before = To już jest w ogłoszeniu, więc wszystko pozostaje bez zmian.
which-country = Proszę powiedzieć, z jakiego kraju jest ta waluta.
just-beginning = Jeszcze nic: dopiero zaczynamy.
nothing-missing = Nie brakuje niczego ważnego.
minimum = minimalne wynagrodzenie
maximum = maksymalne wynagrodzenie

new-title = Świetnie! Szukają Państwo osoby na stanowisko „{ $role }”.
title-is-now = Stanowisko nazywa się teraz „{ $role }”.
crossed = Wtedy minimalne wynagrodzenie ({ $min }) byłoby wyższe niż maksymalne ({ $max }), więc nic nie zostało zmienione. Jakie widełki mają obowiązywać?
removed = Usunięto: { $list }.
noted = Zanotowano: { $list }.
at-least = co najmniej { $amount }
up-to = do { $amount }
openings = liczba wakatów: { $amount }
list-end = { $rest } i { $last }
so-far = Dotychczas mamy: { $list }.
still-open = Co jeszcze pomogłoby ogłoszeniu: { $list }.

ask-title = Na jakie stanowisko szukają Państwo osoby?
ask-level = Jaki poziom doświadczenia jest potrzebny?
ask-location = Gdzie jest miejsce pracy?
ask-skills = Jakie umiejętności są potrzebne?
ask-work-type = Czy praca jest stacjonarna, zdalna czy hybrydowa?
ask-salary = Czy podać widełki wynagrodzenia?
ask-responsibilities = Jakie będą główne obowiązki?
ask-requirements = Jakie wymagania trzeba spełnić?
ask-benefits = Jakie benefity są oferowane?
ask-department = Do jakiego działu należy stanowisko?
ask-description = Jak można opisać stanowisko w kilku zdaniach?
ask-terms = Jakie są warunki: pełny czy niepełny etat, jakie godziny, umowa na czas nieokreślony czy określony?

the-title = stanowisko
the-level = poziom doświadczenia
the-location = miejsce
the-skills = umiejętności
the-work-type = tryb pracy
the-salary = wynagrodzenie
the-responsibilities = główne obowiązki
the-requirements = wymagania
the-benefits = benefity
the-department = dział
the-description = opis
the-terms = warunki zatrudnienia

level-entry = bez doświadczenia
level-junior = junior
level-mid = poziom średni
level-senior = senior
level-lead = kierownictwo
level-principal = principal
level-executive = dyrekcja

at-level-entry = bez doświadczenia
at-level-junior = poziom junior
at-level-mid = poziom średni
at-level-senior = poziom senior
at-level-lead = poziom kierowniczy
at-level-principal = poziom principal
at-level-executive = poziom dyrektorski

work-onsite = stacjonarnie
work-remote = zdalnie
work-hybrid = hybrydowo

per-hour = za godzinę
per-day = za dzień
per-week = tygodniowo
per-month = miesięcznie
per-year = rocznie

ai-interview = rozmowa z AI
no-ai-interview = bez rozmowy z AI
featured = ogłoszenie wyróżnione
not-featured = ogłoszenie niewyróżnione

ask-title-otherwise = Co w kilku słowach będzie robić ta osoba?
suggest = Typowe zadania na takim stanowisku, na tak lub nie: { $list }. Czy je dodać?
ask-bound = Czy { $amount } to minimum, maksimum, czy dokładne wynagrodzenie?
