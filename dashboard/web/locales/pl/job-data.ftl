# Pola ogłoszenia i ich wartości. Te same słowa co w odpowiedziach agenta.

field-title = Stanowisko
field-department = Dział
field-experience-level = Poziom
field-location = Miejsce
field-work-type = Tryb pracy
field-salary = Wynagrodzenie
field-skills = Umiejętności
field-description = Opis
field-requirements = Wymagania
field-responsibilities = Obowiązki
field-benefits = Benefity
field-employment-types = Forma zatrudnienia
field-contract-length = Umowa
field-working-hours = Godziny pracy
field-start-date = Data rozpoczęcia
field-openings = Liczba wakatów
field-apply-by = Termin zgłoszeń
field-how-to-apply = Jak aplikować
field-contact = Kontakt
field-qualifications = Kwalifikacje
field-languages = Języki
field-additional-pay = Dodatkowe wynagrodzenie
field-travel = Podróże służbowe
field-relocation = Wiza i przeprowadzka
field-notes = Notatki
field-enable-ai-interview = Rozmowa z AI
field-is-featured = Ogłoszenie wyróżnione

level-entry = bez doświadczenia
level-junior = junior
level-mid = poziom średni
level-senior = senior
level-lead = kierownictwo
level-principal = principal
level-executive = dyrekcja

work-type-onsite = stacjonarnie
work-type-remote = zdalnie
work-type-hybrid = hybrydowo

employment-full-time = pełny etat
employment-part-time = niepełny etat
employment-contract = współpraca B2B
employment-temporary = praca czasowa
employment-intern = staż
employment-apprenticeship = nauka zawodu
employment-volunteer = wolontariat
employment-per-diem = na wezwanie

period-hour = za godzinę
period-day = za dzień
period-week = tygodniowo
period-month = miesięcznie
period-year = rocznie

finding-pay-not-stated = W miejscu pracy trzeba podać widełki wynagrodzenia.
finding-gendered-wording = Sformułowanie oznacza tylko jedną płeć.
finding-gender-coded-wording = Sformułowanie jest skierowane raczej do jednej płci.
finding-age-coded-wording = Sformułowanie jest skierowane do osób w jednym wieku.
finding-language-by-birth = Ogłoszenie wymaga języka od urodzenia zamiast jego znajomości.
finding-equal-opportunity-not-stated = Brakuje oświadczenia o równych szansach.
finding-country-not-stated = Brakuje kraju.
