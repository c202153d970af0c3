//! Grounds the number of people to hire: a number beside words that count them.

use std::ops::Range;

use super::grounded::Grounded;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::language::words::among;
use crate::money::Figure;

/// Words that stand beside a number of people to hire: "3 openings", "we need two cooks".
const BESIDE: &str = "opening openings position positions vacancy vacancies hire hires hiring person people persons headcount heads spots \
    need needs looking recruit recruiting seeking stelle stellen personen leute suchen sucht brauchen benötigen einstellen kräfte \
    poste postes personne personnes cherche cherchons recrute recrutons recruter besoin puesto puestos plaza plazas vacante vacantes \
    persona personas busco buscamos necesito necesitamos contratar vaga vagas pessoa pessoas procuramos precisamos posto posti \
    persone cerchiamo assumiamo assumere plaats plaatsen vacature vacatures mensen zoeken nodig wakat wakaty wakatów osób osoby \
    szukamy potrzebujemy zatrudnimy شواغر شاغر وظائف أشخاص اشخاص نحتاج نبحث نريد";

/// What a number counts that is no person.
const UNITS: &str = "year years yrs month months week weeks day days hour hours shift shifts times percent % jahr jahre jahren monat monate \
    monaten woche wochen tag tage tagen stunde stunden ans an année années mois semaine semaines jour jours heure heures año años \
    mes meses semana semanas día días hora horas ano anos mês dias anni anno mese mesi settimane giorni ore jaar jaren maand \
    maanden weken dagen uur uren lat lata rok roku miesiąc miesiące miesięcy tydzień tygodnie dni godzin godziny سنة سنوات شهر \
    أشهر أسبوع أسابيع يوم أيام ساعة ساعات";

/// Who is counted and not hired: "a team of 12 people".
const OTHERS: &str = "team crew staff company family group department class équipe entreprise service famille equipo empresa plantilla equipe \
    squadra azienda ploeg bedrijf zespół zespole firma firmie betrieb abteilung unternehmen kollegen colleagues customers guests \
    patients children residents members employees mitarbeiter فريق شركة وفريق";

/// How many words may be between the number and the word beside it.
const REACH: usize = 3;

pub(crate) fn openings<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let said = transcript.messages().find_map(|message| {
        let figure = stated(message).find(|figure| is(figure, value))?;
        Some(Grounded::stated(value, &message.text[figure.span.clone()]))
    });
    said.or_else(|| {
        let proposal = Message::new(transcript.confirmed?);
        stated(&proposal).any(|figure| is(figure, value)).then(|| Grounded::confirmed(value, transcript))
    })
}

/// The number of people to hire that a text states, with the byte range of its words.
pub fn openings_in(text: &str) -> Option<(u32, Range<usize>)> {
    let message = Message::new(text);
    let figure = stated(&message).find(|figure| number_of(figure).is_some())?;
    Some((number_of(figure)?, figure.span.clone()))
}

fn number_of(figure: &Figure) -> Option<u32> {
    crate::values::openings(&figure.values.first()?.normalize().to_string())
}

/// Does the text state this number of people to hire?
pub(crate) fn names_openings(message: &Message<'_>, value: &str) -> bool {
    stated(message).any(|figure| is(figure, value))
}

fn is(figure: &Figure, value: &str) -> bool {
    figure.values.iter().any(|number| number.normalize().to_string() == value)
}

fn stated<'m>(message: &'m Message<'_>) -> impl Iterator<Item = &'m Figure> {
    message.figures().iter().filter(|figure| counts_people(message, figure))
}

fn counts_people(message: &Message<'_>, figure: &Figure) -> bool {
    let words = &message.words;
    let is_of_pay = message.pays("").iter().any(|pay| pay.span.contains(&figure.span.start));
    let behind = words.iter().position(|word| word.span.start >= figure.span.end).unwrap_or(words.len());
    let has_unit = words.get(behind).is_some_and(|next| among(&next.plain, UNITS));
    if is_of_pay || has_unit {
        return false;
    }
    let before = words.iter().take_while(|word| word.span.end <= figure.span.start).count();
    let near =
        || words[before.saturating_sub(REACH)..before].iter().chain(words[behind..].iter().take(REACH));
    near().any(|word| among(&word.plain, BESIDE)) && !near().any(|word| among(&word.plain, OTHERS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_and_others() {
        for (text, value) in [
            ("We have 3 openings for line cooks", "3"),
            ("we need two welders asap", "2"),
            ("Wir suchen 4 Pflegekräfte", "4"),
            ("5 postes à pourvoir", "5"),
            ("buscamos dos camareros", "2"),
            ("cerchiamo 3 persone", "3"),
            ("نحتاج 6 موظفين", "6"),
        ] {
            assert!(names_openings(&Message::new(text), value), "{text}");
        }
        for (text, value) in [
            ("someone with 3 years of experience", "3"),
            ("we need 5 years experience", "5"),
            ("40 hours a week", "40"),
            ("we need somebody for 18 an hour", "18"),
            ("founded in 1998", "1998"),
            ("we have 3 openings", "4"),
            ("équipe de 12 personnes", "12"),
            ("in a team of 12 people", "12"),
            ("we need somebody to look after 20 residents", "20"),
        ] {
            assert!(!names_openings(&Message::new(text), value), "{text}");
        }
    }
}
