# Die Felder einer Stellenanzeige und ihre Werte. Dieselben Wörter wie in den Antworten des Agenten.

field-title = Titel
field-department = Abteilung
field-experience-level = Erfahrungsstufe
field-location = Ort
field-work-type = Arbeitsform
field-salary = Gehalt
field-skills = Kenntnisse
field-description = Beschreibung
field-requirements = Anforderungen
field-responsibilities = Aufgaben
field-benefits = Leistungen
field-employment-types = Beschäftigungsart
field-contract-length = Vertrag
field-working-hours = Arbeitszeit
field-start-date = Arbeitsbeginn
field-openings = Offene Stellen
field-apply-by = Bewerbungsschluss
field-how-to-apply = Bewerbung
field-contact = Kontakt
field-qualifications = Qualifikationen
field-languages = Sprachen
field-additional-pay = Zusätzliche Vergütung
field-travel = Reisetätigkeit
field-relocation = Visum und Umzug
field-notes = Notizen
field-enable-ai-interview = KI-Interview
field-is-featured = Hervorgehobene Anzeige

level-entry = Berufseinstieg
level-junior = junior
level-mid = mid
level-senior = senior
level-lead = Leitung
level-principal = principal
level-executive = Geschäftsleitung

work-type-onsite = vor Ort
work-type-remote = remote
work-type-hybrid = hybrid

employment-full-time = Vollzeit
employment-part-time = Teilzeit
employment-contract = freie Mitarbeit
employment-temporary = befristet
employment-intern = Praktikum
employment-apprenticeship = Ausbildung
employment-volunteer = Ehrenamt
employment-per-diem = auf Abruf

period-hour = pro Stunde
period-day = pro Tag
period-week = pro Woche
period-month = pro Monat
period-year = pro Jahr

finding-pay-not-stated = Am Arbeitsort muss die Gehaltsspanne genannt werden.
finding-gendered-wording = Die Formulierung meint nur ein Geschlecht.
finding-gender-coded-wording = Die Formulierung spricht eher ein Geschlecht an.
finding-age-coded-wording = Die Formulierung spricht ein Alter an.
finding-language-by-birth = Verlangt wird eine Sprache von Geburt an statt ihrer Beherrschung.
finding-equal-opportunity-not-stated = Eine Erklärung zur Chancengleichheit fehlt.
finding-country-not-stated = Das Land fehlt.
