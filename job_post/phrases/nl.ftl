# What the deterministic code says in place of the LLM. Aangesproken wordt met „u”.

untitled = Openstaande functie
yes = ja
from = vanaf { $amount }
up-to = tot { $amount }
labelled = { $label }: { $value }
publish-question = Zal ik de vacature zo publiceren? Zeg „publiceren” of geef aan wat er anders moet.
summary-lead = Dit is uw vacature tot nu toe:
finished = Hartelijk dank! Uw vacature is klaar. Als er iets moet veranderen, hoor ik het graag.
already-finished = Deze vacature is al klaar. Als er iets moet veranderen, hoor ik het graag.
not-ready = Voordat de vacature klaar is, heb ik nog iets nodig: { $wanted }. Wat kunt u mij daarover vertellen?
blocked = Voordat de vacature kan verschijnen, moet dit worden aangepast: { $findings }
welcome = Goedendag! Ik help u een vacature te schrijven. Welke functie wilt u vervullen, en wat is daarbij het belangrijkst?
welcome-company = Goedendag! Ik help u een vacature voor { $company } te schrijven. Welke functie wilt u vervullen, en wat is daarbij het belangrijkst?
greeting-first = Goedendag! Welke functie wilt u vervullen?
greeting-back = Welkom terug! Er ontbreekt nog: { $wanted }. Wat kunt u mij daarover vertellen?
greeting-back-title = Welkom terug! We werken aan „{ $title }”. Er ontbreekt nog: { $wanted }. Wat kunt u mij daarover vertellen?
greeting-done = Welkom terug! Uw vacature is klaar. Als er iets moet veranderen, hoor ik het graag.
nothing-missing = niets
noted = Genoteerd: { $fields }.
ask-next = Wat kunt u mij nu hierover vertellen: { $field }?
nothing-understood = Ik help u graag met uw vacature.
orders-refused = Ik kan alleen aan de vacature werken, met wat u mij over de functie vertelt.
started-over = Goed, we beginnen opnieuw met een lege vacature. Welke functie wilt u vervullen?
nothing-to-take-back = Er is geen wijziging die ik ongedaan kan maken. Wilt u mij zeggen wat er in plaats daarvan moet staan?
taken-back = Ik heb de laatste wijziging ongedaan gemaakt: { $fields }.
pay-out-of-order = Daarmee zou het minimumsalaris ({ $min }) boven het maximum ({ $max }) liggen, daarom heb ik de bandbreedte zo gelaten. Wat moet de bandbreedte van het salaris zijn?
two-values = Ik heb voor { $field } verschillende gegevens begrepen ({ $values }) en niets veranderd. Welk gegeven klopt?
interpreted = { $value } (uit „{ $quote }”)
not-taken = Ik heb „{ $quote }” ({ $field }) niet overgenomen, omdat ik niet zeker weet wat het betekent. Kunt u het anders zeggen?
not-taken-pay = Ik heb „{ $quote }” niet overgenomen, omdat ik er geen bedrag in lees. Wat is het salaris in cijfers, bijvoorbeeld „18,50 per uur”?

digit-group = { "." }
decimal-point = { "," }

field-title = Functie
field-department = Afdeling
field-experienceLevel = Niveau
field-location = Plaats
field-workType = Werkvorm
field-salaryMin = Salaris
field-salaryMax = Salaris
field-salaryPeriod = Salarisperiode
field-currency = Valuta
field-skills = Vaardigheden
field-description = Omschrijving
field-requirements = Eisen
field-responsibilities = Taken
field-benefits = Voordelen
field-enableAiInterview = AI-interview
field-isFeatured = Uitgelichte vacature

level-entry = starter
level-junior = junior
level-mid = medior
level-senior = senior
level-lead = leidinggevende
level-principal = principal
level-executive = directie

work-onsite = op locatie
work-remote = op afstand
work-hybrid = hybride

per-hour = per uur
per-day = per dag
per-week = per week
per-month = per maand
per-year = per jaar

finding-pay_not_stated = Op de plaats van de functie moet de bandbreedte van het salaris worden vermeld.
finding-gendered_wording = De formulering bedoelt maar één geslacht.
finding-gender_coded_wording = De formulering spreekt eerder één geslacht aan.
finding-age_coded_wording = De formulering spreekt één leeftijd aan.
finding-language_by_birth = De vacature vraagt om een taal van geboorte in plaats van de beheersing ervan.
finding-equal_opportunity_not_stated = Een verklaring over gelijke kansen ontbreekt.
finding-country_not_stated = Het land ontbreekt.
