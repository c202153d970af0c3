# What the stand-in model says. Aangesproken wordt met „u”.

hello = Goedendag! Ik help u graag met uw vacature.
welcome-back = Welkom terug!
anything-else = Moet er nog iets in de vacature staan?
not-ours = Ik kan alleen met uw vacature helpen, dus ik heb alles gelaten zoals het is.
settled = Dank u wel, dan is dat alles.
nothing-yet = Er is nog geen vacature om af te ronden.
no-figures = Ik heb geen betrouwbare marktcijfers en gok liever niet. Het hangt af van de plaats, het niveau en de branche; als u een bandbreedte noemt, noteer ik die.
changeable = Ja, alles kan worden gewijzigd totdat u de samenvatting bevestigt.
who-i-am = Ik ben een AI-assistent, geen mens: u vertelt me over de functie en samen schrijven we de vacature.
not-sure = Dat kan ik niet met zekerheid zeggen, en ik verzin liever niets.
understood = Begrepen.
nothing-taken = Ik kon daar niets van in de vacature opnemen; het beste is één gegeven in een korte zin.
started-over = We beginnen helemaal opnieuw.
taken-back = Ik maak de laatste wijziging ongedaan.
left-open = Geen probleem, dat kunnen we openlaten.
as-before = Dat staat al in de vacature, dus alles blijft zoals het is.
which-country = Wilt u mij zeggen van welk land die valuta is.
just-beginning = Nog niets: we zijn net begonnen.
nothing-missing = Er ontbreekt niets belangrijks.
minimum = het minimumsalaris
maximum = het maximumsalaris

new-title = Heel goed! U zoekt iemand voor de functie „{ $role }”.
title-is-now = De functie heet nu „{ $role }”.
crossed = Daarmee zou het minimumsalaris ({ $min }) boven het maximum ({ $max }) liggen, dus ik heb niets veranderd. Wat moet de bandbreedte zijn?
removed = Ik heb verwijderd: { $list }.
noted = Ik heb genoteerd: { $list }.
at-least = minstens { $amount }
up-to = tot { $amount }
openings = vacatures: { $amount }
list-end = { $rest } en { $last }
so-far = Tot nu toe hebben we: { $list }.
still-open = Wat de vacature nog zou helpen: { $list }.

ask-title = Welke functie wilt u vervullen?
ask-level = Welk ervaringsniveau zoekt u?
ask-location = Waar is de werkplek?
ask-skills = Welke vaardigheden zijn nodig?
ask-work-type = Is het werk op locatie, op afstand of hybride?
ask-salary = Wilt u een bandbreedte voor het salaris noemen?
ask-responsibilities = Wat worden de belangrijkste taken?
ask-requirements = Aan welke eisen moet iemand voldoen?
ask-benefits = Welke voordelen biedt u?
ask-department = Bij welke afdeling hoort de functie?
ask-description = Hoe zou u de functie in een paar zinnen omschrijven?
ask-terms = Wat zijn de voorwaarden: voltijd of deeltijd, welke uren, vast of tijdelijk?

the-title = de functie
the-level = het ervaringsniveau
the-location = de plaats
the-skills = de vaardigheden
the-work-type = de werkvorm
the-salary = het salaris
the-responsibilities = de belangrijkste taken
the-requirements = de eisen
the-benefits = de voordelen
the-department = de afdeling
the-description = de omschrijving
the-terms = de arbeidsvoorwaarden

level-entry = starter
level-junior = junior
level-mid = medior
level-senior = senior
level-lead = leidinggevende
level-principal = principal
level-executive = directie

at-level-entry = startersniveau
at-level-junior = juniorniveau
at-level-mid = mediorniveau
at-level-senior = seniorniveau
at-level-lead = leidinggevend niveau
at-level-principal = principalniveau
at-level-executive = directieniveau

work-onsite = op locatie
work-remote = op afstand
work-hybrid = hybride

per-hour = per uur
per-day = per dag
per-week = per week
per-month = per maand
per-year = per jaar

ai-interview = AI-interview
no-ai-interview = geen AI-interview
featured = uitgelichte vacature
not-featured = niet uitgelicht

ask-title-otherwise = Wat gaat de persoon in een paar woorden doen?
suggest = Typische taken van zo'n functie, voor een ja of een nee: { $list }. Zal ik deze toevoegen?
ask-bound = Is { $amount } het minimum, het maximum of precies het salaris?
