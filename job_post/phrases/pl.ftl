# What the deterministic code says in place of the LLM. Formy neutralne, bez „Pan” i „Pani”.

untitled = Wolne stanowisko
yes = tak
from = od { $amount }
up-to = do { $amount }
labelled = { $label }: { $value }
publish-question = Czy opublikować ogłoszenie w tej postaci? Proszę napisać „opublikuj” albo wskazać, co trzeba zmienić.
summary-lead = Oto dotychczasowe ogłoszenie:
finished = Dziękuję! Ogłoszenie jest gotowe. Jeśli coś ma się zmienić, wystarczy napisać.
already-finished = To ogłoszenie jest już gotowe. Jeśli coś ma się zmienić, wystarczy napisać.
not-ready = Zanim ogłoszenie będzie gotowe, brakuje jeszcze: { $wanted }. Co można o tym powiedzieć?
blocked = Zanim ogłoszenie się ukaże, trzeba poprawić: { $findings }
welcome = Dzień dobry! Pomogę napisać ogłoszenie o pracę. Na jakie stanowisko szukają Państwo osoby i co jest najważniejsze?
welcome-company = Dzień dobry! Pomogę napisać ogłoszenie o pracę dla { $company }. Na jakie stanowisko szukają Państwo osoby i co jest najważniejsze?
greeting-first = Dzień dobry! Na jakie stanowisko szukają Państwo osoby?
greeting-back = Witam ponownie! Brakuje jeszcze: { $wanted }. Co można o tym powiedzieć?
greeting-back-title = Witam ponownie! Pracujemy nad ogłoszeniem „{ $title }”. Brakuje jeszcze: { $wanted }. Co można o tym powiedzieć?
greeting-done = Witam ponownie! Ogłoszenie jest gotowe. Jeśli coś ma się zmienić, wystarczy napisać.
nothing-missing = niczego
noted = Zanotowano: { $fields }.
ask-next = Co można teraz powiedzieć na ten temat: { $field }?
nothing-understood = Chętnie pomogę przy ogłoszeniu o pracę.
orders-refused = Mogę pracować tylko nad ogłoszeniem, na podstawie informacji o stanowisku.
started-over = Dobrze, zaczynamy od pustego ogłoszenia. Na jakie stanowisko szukają Państwo osoby?
nothing-to-take-back = Nie ma zmiany, którą można cofnąć. Proszę powiedzieć, co ma być zamiast tego.
taken-back = Cofnięto ostatnią zmianę: { $fields }.
pay-out-of-order = Wtedy minimalne wynagrodzenie ({ $min }) byłoby wyższe niż maksymalne ({ $max }), dlatego widełki pozostają bez zmian. Jakie widełki mają obowiązywać?
two-values = W polu { $field } można odczytać różne wartości ({ $values }), więc nic nie zostało zmienione. Która jest właściwa?
interpreted = { $value } (z „{ $quote }”)
not-taken = Fragment „{ $quote }” ({ $field }) nie został przyjęty, bo jego znaczenie nie jest jasne. Jak można to powiedzieć inaczej?
not-taken-pay = Fragment „{ $quote }” nie został przyjęty, bo nie ma w nim czytelnej kwoty. Ile wynosi wynagrodzenie w cyfrach, na przykład „18,50 za godzinę”?

digit-group = { "\u00A0" }
decimal-point = { "," }

field-title = Stanowisko
field-department = Dział
field-experienceLevel = Poziom
field-location = Miejsce
field-workType = Tryb pracy
field-salaryMin = Wynagrodzenie
field-salaryMax = Wynagrodzenie
field-salaryPeriod = Okres wynagrodzenia
field-currency = Waluta
field-skills = Umiejętności
field-description = Opis
field-requirements = Wymagania
field-responsibilities = Obowiązki
field-benefits = Benefity
field-enableAiInterview = Rozmowa z AI
field-isFeatured = Ogłoszenie wyróżnione

level-entry = bez doświadczenia
level-junior = junior
level-mid = poziom średni
level-senior = senior
level-lead = kierownictwo
level-principal = principal
level-executive = dyrekcja

work-onsite = stacjonarnie
work-remote = zdalnie
work-hybrid = hybrydowo

per-hour = za godzinę
per-day = za dzień
per-week = tygodniowo
per-month = miesięcznie
per-year = rocznie

finding-pay_not_stated = W miejscu pracy trzeba podać widełki wynagrodzenia.
finding-gendered_wording = Sformułowanie oznacza tylko jedną płeć.
finding-gender_coded_wording = Sformułowanie jest skierowane raczej do jednej płci.
finding-age_coded_wording = Sformułowanie jest skierowane do osób w jednym wieku.
finding-language_by_birth = Ogłoszenie wymaga języka od urodzenia zamiast jego znajomości.
finding-equal_opportunity_not_stated = Brakuje oświadczenia o równych szansach.
finding-country_not_stated = Brakuje kraju.
