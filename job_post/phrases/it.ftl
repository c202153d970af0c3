# What the deterministic code says in place of the LLM. Si dà del Lei.

untitled = Posizione aperta
yes = sì
from = da { $amount }
up-to = fino a { $amount }
labelled = { $label }: { $value }
publish-question = Pubblico l'annuncio così? Dica «pubblica» oppure mi indichi che cosa cambiare.
summary-lead = Ecco il Suo annuncio finora:
finished = Grazie! Il Suo annuncio è completo. Se qualcosa deve cambiare, me lo dica pure.
already-finished = Questo annuncio è già completo. Se qualcosa deve cambiare, me lo dica pure.
not-ready = Prima di concludere l'annuncio mi serve ancora qualcosa: { $wanted }. Che cosa può dirmi?
blocked = Prima che l'annuncio possa uscire, bisogna correggere questo: { $findings }
welcome = Buongiorno! La aiuto a scrivere un annuncio di lavoro. Quale posizione desidera coprire e che cosa conta di più?
welcome-company = Buongiorno! La aiuto a scrivere un annuncio di lavoro per { $company }. Quale posizione desidera coprire e che cosa conta di più?
greeting-first = Buongiorno! Quale posizione desidera coprire?
greeting-back = Bentornati! Manca ancora: { $wanted }. Che cosa può dirmi?
greeting-back-title = Bentornati! Stiamo lavorando a «{ $title }». Manca ancora: { $wanted }. Che cosa può dirmi?
greeting-done = Bentornati! Il Suo annuncio è completo. Se qualcosa deve cambiare, me lo dica pure.
nothing-missing = niente
noted = Annotato: { $fields }.
ask-next = Che cosa può dirmi ora su questo punto: { $field }?
nothing-understood = Sono qui per aiutarLa con il Suo annuncio di lavoro.
orders-refused = Posso lavorare solo all'annuncio, con quello che mi dice della posizione.
started-over = D'accordo, ricominciamo con un annuncio vuoto. Quale posizione desidera coprire?
nothing-to-take-back = Non c'è nessuna modifica che io possa annullare. Mi dica che cosa deve esserci al suo posto.
taken-back = Ho annullato l'ultima modifica: { $fields }.
pay-out-of-order = Così lo stipendio minimo ({ $min }) supererebbe il massimo ({ $max }), perciò ho lasciato la fascia com'era. Quale fascia retributiva devo indicare?
two-values = Ho capito indicazioni diverse per { $field } ({ $values }) e non ho cambiato nulla. Qual è quella giusta?
interpreted = { $value } (da «{ $quote }»)
not-taken = Non ho inserito «{ $quote }» ({ $field }), perché il significato non mi è chiaro. Può dirlo con altre parole?
not-taken-pay = Non ho inserito «{ $quote }», perché non vi leggo alcun importo. Qual è lo stipendio in cifre, per esempio «18,50 all'ora»?

digit-group = { "." }
decimal-point = { "," }

field-title = Posizione
field-department = Reparto
field-experienceLevel = Livello
field-location = Sede
field-workType = Modalità di lavoro
field-salaryMin = Stipendio
field-salaryMax = Stipendio
field-salaryPeriod = Periodo dello stipendio
field-currency = Valuta
field-skills = Competenze
field-description = Descrizione
field-requirements = Requisiti
field-responsibilities = Mansioni
field-benefits = Vantaggi
field-enableAiInterview = Colloquio con IA
field-isFeatured = Annuncio in evidenza

level-entry = prima esperienza
level-junior = junior
level-mid = livello intermedio
level-senior = senior
level-lead = responsabile
level-principal = principal
level-executive = dirigente

work-onsite = in sede
work-remote = da remoto
work-hybrid = ibrido

per-hour = all'ora
per-day = al giorno
per-week = alla settimana
per-month = al mese
per-year = all'anno

finding-pay_not_stated = Nel luogo di lavoro la fascia retributiva va indicata.
finding-gendered_wording = La formulazione si riferisce a un solo genere.
finding-gender_coded_wording = La formulazione si rivolge piuttosto a un genere.
finding-age_coded_wording = La formulazione si rivolge a un'età.
finding-language_by_birth = L'annuncio chiede una lingua di nascita invece della sua padronanza.
finding-equal_opportunity_not_stated = Manca una dichiarazione sulle pari opportunità.
finding-country_not_stated = Manca il Paese.
