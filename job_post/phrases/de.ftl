# What the deterministic code says in place of the LLM. Angesprochen wird mit „Sie“.

untitled = Offene Stelle
yes = ja
from = ab { $amount }
up-to = bis zu { $amount }
labelled = { $label }: { $value }
publish-question = Soll ich die Anzeige so veröffentlichen? Sagen Sie „veröffentlichen“ oder was noch zu ändern ist.
summary-lead = Das ist Ihre Stellenanzeige bisher:
finished = Vielen Dank! Ihre Stellenanzeige ist fertig. Wenn sich etwas ändern soll, sagen Sie es mir einfach.
already-finished = Diese Stellenanzeige ist bereits fertig. Wenn sich etwas ändern soll, sagen Sie es mir einfach.
not-ready = Bevor die Anzeige fertig ist, brauche ich noch etwas: { $wanted }. Was können Sie mir dazu sagen?
blocked = Bevor die Anzeige erscheinen kann, ist das noch zu richten: { $findings }
welcome = Guten Tag! Ich helfe Ihnen, eine Stellenanzeige zu schreiben. Welche Stelle möchten Sie besetzen, und worauf kommt es dabei am meisten an?
welcome-company = Guten Tag! Ich helfe Ihnen, eine Stellenanzeige für { $company } zu schreiben. Welche Stelle möchten Sie besetzen, und worauf kommt es dabei am meisten an?
greeting-first = Guten Tag! Welche Stelle möchten Sie besetzen?
greeting-back = Willkommen zurück! Es fehlt noch: { $wanted }. Was können Sie mir dazu sagen?
greeting-back-title = Willkommen zurück! Wir arbeiten an „{ $title }“. Es fehlt noch: { $wanted }. Was können Sie mir dazu sagen?
greeting-done = Willkommen zurück! Ihre Stellenanzeige ist fertig. Wenn sich etwas ändern soll, sagen Sie es mir einfach.
nothing-missing = nichts
noted = Notiert: { $fields }.
ask-next = Was können Sie mir als Nächstes dazu sagen: { $field }?
nothing-understood = Ich helfe Ihnen gern bei Ihrer Stellenanzeige.
orders-refused = Ich kann nur an der Stellenanzeige arbeiten, mit dem, was Sie mir über die Stelle sagen.
started-over = Gut, wir beginnen mit einer leeren Stellenanzeige. Welche Stelle möchten Sie besetzen?
nothing-to-take-back = Es gibt keine Änderung, die ich zurücknehmen könnte. Bitte sagen Sie mir, wie es stattdessen heißen soll.
taken-back = Ich habe die letzte Änderung zurückgenommen: { $fields }.
pay-out-of-order = Damit läge das Mindestgehalt ({ $min }) über dem Höchstgehalt ({ $max }), deshalb bleibt die Gehaltsspanne, wie sie war. Welche Spanne soll gelten?
two-values = Ich habe für { $field } verschiedene Angaben verstanden ({ $values }) und nichts geändert. Welche stimmt?
interpreted = { $value } (aus „{ $quote }“)
not-taken = „{ $quote }“ ({ $field }) habe ich nicht übernommen, weil ich nicht sicher bin, was gemeint ist. Können Sie es anders sagen?
not-taken-pay = „{ $quote }“ habe ich nicht übernommen, weil ich darin keinen Betrag lesen kann. Wie hoch ist das Gehalt in Ziffern, zum Beispiel „18,50 pro Stunde“?

digit-group = { "." }
decimal-point = { "," }

field-title = Titel
field-department = Abteilung
field-experienceLevel = Erfahrungsstufe
field-location = Ort
field-workType = Arbeitsform
field-salaryMin = Gehalt
field-salaryMax = Gehalt
field-salaryPeriod = Gehaltszeitraum
field-currency = Währung
field-skills = Kenntnisse
field-description = Beschreibung
field-requirements = Anforderungen
field-responsibilities = Aufgaben
field-benefits = Leistungen
field-enableAiInterview = KI-Interview
field-isFeatured = Hervorgehobene Anzeige

level-entry = Berufseinstieg
level-junior = junior
level-mid = mid
level-senior = senior
level-lead = Leitung
level-principal = principal
level-executive = Geschäftsleitung

work-onsite = vor Ort
work-remote = remote
work-hybrid = hybrid

per-hour = pro Stunde
per-day = pro Tag
per-week = pro Woche
per-month = pro Monat
per-year = pro Jahr

finding-pay_not_stated = Am Arbeitsort muss die Gehaltsspanne genannt werden.
finding-gendered_wording = Die Formulierung meint nur ein Geschlecht.
finding-gender_coded_wording = Die Formulierung spricht eher ein Geschlecht an.
finding-age_coded_wording = Die Formulierung spricht ein Alter an.
finding-language_by_birth = Verlangt wird eine Sprache von Geburt an statt ihrer Beherrschung.
finding-equal_opportunity_not_stated = Eine Erklärung zur Chancengleichheit fehlt.
finding-country_not_stated = Das Land fehlt.
