# What the stand-in model says. Si dà del Lei.

hello = Buongiorno! La aiuto volentieri con il Suo annuncio di lavoro.
welcome-back = Bentornati!
anything-else = L'annuncio deve dire ancora qualcosa?
not-ours = Posso aiutare solo con il Suo annuncio, quindi ho lasciato tutto com'è.
settled = Grazie, allora è tutto.
nothing-yet = Non c'è ancora un annuncio da concludere.
no-figures = Non ho cifre affidabili del mercato e preferisco non indovinare. Dipende dal luogo, dal livello e dal settore; se mi indica una fascia, la annoto.
changeable = Sì, si può cambiare tutto finché Lei non conferma il riepilogo.
who-i-am = Sono un assistente di IA, non una persona: Lei mi parla della posizione e scriviamo insieme l'annuncio.
not-sure = Non posso dirlo con certezza, e preferisco non inventare nulla.
understood = Capito.
nothing-taken = Non ho potuto riprendere nulla di questo nell'annuncio; meglio un dato in una frase breve.
started-over = Ricominciamo da capo.
taken-back = Annullo l'ultima modifica.
left-open = Nessun problema, possiamo lasciarlo in sospeso.
as-before = È già nell'annuncio, quindi tutto resta com'è.
which-country = Mi dica, per favore, di quale Paese è questa valuta.
just-beginning = Ancora niente: abbiamo appena cominciato.
nothing-missing = Non manca nulla di importante.
minimum = lo stipendio minimo
maximum = lo stipendio massimo

new-title = Molto bene! Desidera coprire la posizione «{ $role }».
title-is-now = La posizione ora si chiama «{ $role }».
crossed = Così lo stipendio minimo ({ $min }) supererebbe il massimo ({ $max }), perciò non ho cambiato nulla. Quale fascia retributiva devo indicare?
removed = Ho tolto: { $list }.
noted = Ho annotato: { $list }.
at-least = almeno { $amount }
up-to = fino a { $amount }
openings = posti disponibili: { $amount }
list-end = { $rest } e { $last }
so-far = Finora abbiamo: { $list }.
still-open = Che cosa aiuterebbe ancora l'annuncio: { $list }.

ask-title = Quale posizione desidera coprire?
ask-level = Quale livello di esperienza cerca?
ask-location = Dove si trova la sede di lavoro?
ask-skills = Quali competenze servono?
ask-work-type = Il lavoro è in sede, da remoto o ibrido?
ask-salary = Desidera indicare una fascia retributiva?
ask-responsibilities = Quali saranno le mansioni principali?
ask-requirements = Quali requisiti sono necessari?
ask-benefits = Quali vantaggi offre?
ask-department = A quale reparto appartiene la posizione?
ask-description = Come descriverebbe la posizione in poche frasi?
ask-terms = Quali sono le condizioni: tempo pieno o parziale, quale orario, contratto a tempo indeterminato o determinato?

the-title = la posizione
the-level = il livello di esperienza
the-location = la sede
the-skills = le competenze
the-work-type = la modalità di lavoro
the-salary = lo stipendio
the-responsibilities = le mansioni principali
the-requirements = i requisiti
the-benefits = i vantaggi
the-department = il reparto
the-description = la descrizione
the-terms = le condizioni di lavoro

level-entry = prima esperienza
level-junior = junior
level-mid = livello intermedio
level-senior = senior
level-lead = responsabile
level-principal = principal
level-executive = dirigente

at-level-entry = prima esperienza
at-level-junior = livello junior
at-level-mid = livello intermedio
at-level-senior = livello senior
at-level-lead = livello di responsabile
at-level-principal = livello principal
at-level-executive = livello dirigenziale

work-onsite = in sede
work-remote = da remoto
work-hybrid = ibrido

per-hour = all'ora
per-day = al giorno
per-week = alla settimana
per-month = al mese
per-year = all'anno

ai-interview = colloquio con IA
no-ai-interview = senza colloquio con IA
featured = annuncio in evidenza
not-featured = annuncio non in evidenza

ask-title-otherwise = In poche parole, che cosa farà la persona?
suggest = Mansioni tipiche di una posizione simile, per un sì o un no: { $list }. Le aggiungo?
ask-bound = { $amount } è il minimo, il massimo o esattamente lo stipendio?
