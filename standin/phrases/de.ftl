# What the stand-in model says. Angesprochen wird mit „Sie“.

hello = Guten Tag! Ich helfe Ihnen gern bei Ihrer Stellenanzeige.
welcome-back = Willkommen zurück!
anything-else = Soll noch etwas in der Anzeige stehen?
not-ours = Ich kann nur bei Ihrer Stellenanzeige helfen und habe alles gelassen, wie es ist.
settled = Vielen Dank, dann ist alles beisammen.
nothing-yet = Es gibt noch keine Anzeige, die fertig wäre.
no-figures = Ich habe keine verlässlichen Marktzahlen und möchte nicht raten. Es hängt von Ort, Erfahrung und Branche ab; wenn Sie eine Spanne nennen, trage ich sie ein.
changeable = Ja, bis Sie die Zusammenfassung bestätigen, lässt sich alles noch ändern.
who-i-am = Ich bin eine KI-Assistenz, kein Mensch: Sie erzählen von der Stelle, und wir schreiben zusammen die Anzeige.
not-sure = Das kann ich nicht sicher sagen, und erfinden möchte ich nichts.
understood = Verstanden.
nothing-taken = Daraus konnte ich nichts in die Anzeige übernehmen; am besten nennen Sie eine Angabe in einem kurzen Satz.
started-over = Dann fangen wir noch einmal von vorne an.
taken-back = Ich nehme die letzte Änderung zurück.
left-open = Kein Problem, das können wir offen lassen.
as-before = Das steht schon in der Anzeige, also bleibt alles, wie es ist.
which-country = Bitte sagen Sie mir noch, welches Landes Währung das ist.
just-beginning = Noch nichts: Wir fangen gerade erst an.
nothing-missing = Es fehlt nichts Wichtiges mehr.
minimum = das Mindestgehalt
maximum = das Höchstgehalt

new-title = Sehr gut! Sie möchten die Stelle „{ $role }“ besetzen.
title-is-now = Der Titel lautet jetzt „{ $role }“.
crossed = Damit läge das Mindestgehalt ({ $min }) über dem Höchstgehalt ({ $max }), deshalb habe ich nichts geändert. Welche Gehaltsspanne soll gelten?
removed = Gestrichen: { $list }.
noted = Notiert: { $list }.
at-least = mindestens { $amount }
up-to = bis zu { $amount }
openings = offene Stellen: { $amount }
list-end = { $rest } und { $last }
so-far = Bisher haben wir: { $list }.
still-open = Was der Anzeige noch hilft: { $list }.

ask-title = Welche Position möchten Sie besetzen?
ask-level = Wie viel Erfahrung sollen die Bewerberinnen und Bewerber mitbringen?
ask-location = An welchem Ort ist die Stelle?
ask-skills = Welche Kenntnisse sind wichtig?
ask-work-type = Wird vor Ort, im Homeoffice oder hybrid gearbeitet?
ask-salary = Möchten Sie eine Gehaltsspanne angeben?
ask-responsibilities = Was werden die wichtigsten Aufgaben sein?
ask-requirements = Welche Anforderungen müssen erfüllt sein?
ask-benefits = Welche Zusatzleistungen bieten Sie?
ask-department = Zu welcher Abteilung gehört die Stelle?
ask-description = Wie würden Sie die Stelle in wenigen Sätzen beschreiben?
ask-terms = Wie sind die Arbeitsbedingungen: Voll- oder Teilzeit, welche Arbeitszeiten, befristet oder unbefristet?

the-title = die Position
the-level = die Erfahrung
the-location = der Ort
the-skills = die Kenntnisse
the-work-type = das Arbeitsmodell
the-salary = das Gehalt
the-responsibilities = die Aufgaben
the-requirements = die Anforderungen
the-benefits = die Zusatzleistungen
the-department = die Abteilung
the-description = die Beschreibung
the-terms = die Arbeitsbedingungen

level-entry = Berufseinstieg
level-junior = junior
level-mid = mit Berufserfahrung
level-senior = Senior-Level
level-lead = mit Führungserfahrung
level-principal = principal
level-executive = Geschäftsleitung

at-level-entry = Berufseinstieg
at-level-junior = junior
at-level-mid = mit Berufserfahrung
at-level-senior = Senior-Level
at-level-lead = mit Führungserfahrung
at-level-principal = principal
at-level-executive = Geschäftsleitung

work-onsite = vor Ort
work-remote = remote
work-hybrid = hybrid

per-hour = pro Stunde
per-day = pro Tag
per-week = pro Woche
per-month = im Monat
per-year = im Jahr

ai-interview = KI-Interview
no-ai-interview = KI-Interview: nein
featured = hervorgehobene Anzeige
not-featured = hervorgehobene Anzeige: nein

ask-title-otherwise = Was soll die Person tun, in ein paar Worten?
suggest = Aufgaben, die für eine solche Stelle typisch sind, für ein Ja oder Nein: { $list }. Soll ich sie aufnehmen?
ask-bound = Sind { $amount } das Minimum, das Maximum oder genau das Gehalt?
