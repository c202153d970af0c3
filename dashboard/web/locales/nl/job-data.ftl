# De velden van een vacature en hun waarden. Dezelfde woorden als in de antwoorden van de agent.

field-title = Functie
field-department = Afdeling
field-experience-level = Niveau
field-location = Plaats
field-work-type = Werkvorm
field-salary = Salaris
field-skills = Vaardigheden
field-description = Omschrijving
field-requirements = Eisen
field-responsibilities = Taken
field-benefits = Voordelen
field-employment-types = Dienstverband
field-contract-length = Contract
field-working-hours = Werktijden
field-start-date = Startdatum
field-openings = Aantal vacatures
field-apply-by = Uiterste sollicitatiedatum
field-how-to-apply = Sollicitatiewijze
field-contact = Contact
field-qualifications = Kwalificaties
field-languages = Talen
field-additional-pay = Extra beloning
field-travel = Zakelijke reizen
field-relocation = Visum en verhuizing
field-notes = Notities
field-enable-ai-interview = AI-interview
field-is-featured = Uitgelichte vacature

level-entry = starter
level-junior = junior
level-mid = medior
level-senior = senior
level-lead = leidinggevende
level-principal = principal
level-executive = directie

work-type-onsite = op locatie
work-type-remote = op afstand
work-type-hybrid = hybride

employment-full-time = voltijd
employment-part-time = deeltijd
employment-contract = freelance
employment-temporary = tijdelijk
employment-intern = stage
employment-apprenticeship = leerbaan
employment-volunteer = vrijwilligerswerk
employment-per-diem = op oproepbasis

period-hour = per uur
period-day = per dag
period-week = per week
period-month = per maand
period-year = per jaar

finding-pay-not-stated = Op de plaats van de functie moet de bandbreedte van het salaris worden vermeld.
finding-gendered-wording = De formulering bedoelt maar één geslacht.
finding-gender-coded-wording = De formulering spreekt eerder één geslacht aan.
finding-age-coded-wording = De formulering spreekt één leeftijd aan.
finding-language-by-birth = De vacature vraagt om een taal van geboorte in plaats van de beheersing ervan.
finding-equal-opportunity-not-stated = Een verklaring over gelijke kansen ontbreekt.
finding-country-not-stated = Het land ontbreekt.
