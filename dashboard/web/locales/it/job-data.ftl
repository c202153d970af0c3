# I campi di un annuncio e i loro valori. Le stesse parole che nelle risposte dell’agente.

field-title = Posizione
field-department = Reparto
field-experience-level = Livello
field-location = Sede
field-work-type = Modalità di lavoro
field-salary = Stipendio
field-skills = Competenze
field-description = Descrizione
field-requirements = Requisiti
field-responsibilities = Mansioni
field-benefits = Vantaggi
field-employment-types = Tipo di impiego
field-contract-length = Contratto
field-working-hours = Orario di lavoro
field-start-date = Data di inizio
field-openings = Posti disponibili
field-apply-by = Termine per candidarsi
field-how-to-apply = Come candidarsi
field-contact = Contatto
field-qualifications = Titoli e certificazioni
field-languages = Lingue
field-additional-pay = Retribuzione aggiuntiva
field-travel = Trasferte
field-relocation = Visto e trasferimento
field-notes = Note
field-enable-ai-interview = Colloquio con IA
field-is-featured = Annuncio in evidenza

level-entry = prima esperienza
level-junior = junior
level-mid = livello intermedio
level-senior = senior
level-lead = responsabile
level-principal = principal
level-executive = dirigente

work-type-onsite = in sede
work-type-remote = da remoto
work-type-hybrid = ibrido

employment-full-time = tempo pieno
employment-part-time = tempo parziale
employment-contract = collaborazione autonoma
employment-temporary = temporaneo
employment-intern = tirocinio
employment-apprenticeship = apprendistato
employment-volunteer = volontariato
employment-per-diem = a giornata

period-hour = all'ora
period-day = al giorno
period-week = alla settimana
period-month = al mese
period-year = all'anno

finding-pay-not-stated = Nel luogo di lavoro la fascia retributiva va indicata.
finding-gendered-wording = La formulazione si riferisce a un solo genere.
finding-gender-coded-wording = La formulazione si rivolge piuttosto a un genere.
finding-age-coded-wording = La formulazione si rivolge a un'età.
finding-language-by-birth = L'annuncio chiede una lingua di nascita invece della sua padronanza.
finding-equal-opportunity-not-stated = Manca una dichiarazione sulle pari opportunità.
finding-country-not-stated = Manca il Paese.
