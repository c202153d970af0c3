//! Grounds the number of people to hire: a number beside words that count them.

use std::ops::Range;

use super::grounded::Grounded;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::exports::month_names;
use crate::language::words::{self, among};
use crate::money::Figure;

/// Verbs of seeking, which stand before the number: "we need two cooks".
const SEEKING: &str = "need needs hire hires hiring recruit recruiting seeking seek want wants for suchen sucht suche brauchen brauche braucht \
    benötigen benötigt einstellen cherche cherchons recherchons recrute recrutons recruter embauche embauchons besoin busco buscamos \
    necesito necesitamos contratar contratamos procuramos precisamos procuro preciso cerchiamo cerco assumiamo assumere zoeken zoek \
    zoekt szukamy szukam potrzebujemy potrzebuję zatrudnimy نحتاج نبحث نريد أحتاج";

/// What may stand between such a verb and the number.
const BETWEEN: &str =
    "about around up another more at least gleich noch etwa de d'au environ unos unas cerca circa nog około";

/// Nouns of what is filled: "3 openings".
const OPENINGS: &str = "opening openings spot spots position positions vacancy vacancies hires headcount stellen plätze poste postes puesto puestos plaza \
    plazas vacante vacantes vaga vagas posto posti plaatsen vacature vacatures wakat wakaty wakatów etaty شواغر شاغر وظائف";

/// Nouns of those who are hired, and the verbs of a correction before their number.
const PEOPLE: &str =
    "people persons person leute personen personnes personas pessoas persone mensen osób osoby osobę أشخاص";
const MAKING: &str =
    "make sind werden macht plutôt mettez mets pon ponga serían son são sono anzi facciamo toch maak jednak";

/// What a number counts that is no person to hire.
const UNITS: &str = "year years yrs month months week weeks day days hour hours shift shifts times percent level euro euros dollars pounds or \
    prozent jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden uhr oder ans an année années mois semaine \
    semaines jour jours heure heures ou año años mes meses semana semanas día días hora horas o ano anos mês dias anni anno mese mesi \
    settimane giorni ore jaar jaren maand maanden weken dagen uur uren lat lata rok roku miesiąc miesiące miesięcy tydzień tygodnie dni \
    godzin godziny references referenzen références referencias سنة سنوات شهر أشهر أسبوع أسابيع يوم أيام ساعة ساعات";

/// How many words may be between the number and the noun or the verb.
const REACH: usize = 2;

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

/// "5 in the end, not 4" and "make that 5 cooks", where the post has 4 and an earlier message "4 cooks".
pub(crate) fn openings_corrected<'a>(
    transcript: &Transcript<'a>,
    held: &str,
    value: &str,
) -> Option<Grounded<'a>> {
    const NOT: &str = "not no nicht pas non não nao niet nie";
    let message = &transcript.current;
    let is_denied = |figure: &Figure| {
        let before = message.words.partition_point(|word| word.span.end <= figure.span.start);
        before.checked_sub(1).is_some_and(|at| among(&message.words[at].plain, NOT))
    };
    let figures = message.figures();
    let new = figures.iter().find(|figure| is(figure, value) && !is_denied(figure))?;
    let replaces = figures.iter().any(|old| is_denied(old) && is(old, held)) || is_renamed(transcript, new);
    replaces.then(|| Grounded::stated(value, &message.text[new.span.clone()]))
}

/// "Make that 2 baristas", if an earlier message has another number before the same noun.
fn is_renamed(transcript: &Transcript<'_>, new: &Figure) -> bool {
    let noun = |message: &Message<'_>, figure: &Figure| {
        let behind = message.words.partition_point(|word| word.span.start < figure.span.end);
        message.words.get(behind).map(|word| word.plain.clone())
    };
    let Some(counted) = noun(&transcript.current, new) else { return false };
    transcript
        .messages()
        .skip(1)
        .any(|earlier| stated(earlier).any(|old| noun(earlier, old).is_some_and(|it| it == counted)))
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
    let pays = message.pays_alone();
    let is_of_pay = move |figure: &&Figure| pays.iter().any(|pay| pay.span.contains(&figure.span.start));
    message.figures().iter().filter(move |figure| !is_of_pay(figure) && counts_people(message, figure))
}

fn counts_people(message: &Message<'_>, figure: &Figure) -> bool {
    let words = &message.words;
    let behind = words.partition_point(|word| word.span.start < figure.span.end);
    let before = words.partition_point(|word| word.span.end <= figure.span.start);
    let has_sign = message.text[figure.span.end..].trim_start().starts_with(['%', '€', '$', '£', '+']);
    let has_unit = words.get(behind).is_some_and(|next| among(&next.plain, UNITS));
    // "Prise de poste le 10 juin".
    let is_day = words
        .get(behind)
        .is_some_and(|next| month_names().any(|month| words::plain_words(month).contains(&next.plain)));
    if has_sign || has_unit || is_day {
        return false;
    }
    let is_sought = words[..before]
        .iter()
        .rev()
        .take(REACH + 1)
        .find(|word| !among(&word.plain, BETWEEN))
        .is_some_and(|word| among(&word.plain, SEEKING));
    let near = words[before.saturating_sub(REACH)..before].iter().chain(words[behind..].iter().take(REACH));
    // "For 120 people" counts guests; "looking for two cooks" is a search.
    let is_for = before.checked_sub(1).is_some_and(|at| words[at].plain == "for");
    let looks = before
        .checked_sub(2)
        .is_some_and(|at| among(&words[at].plain, "looking look hiring vacancies openings"));
    let names_openings = near.into_iter().any(|word| among(&word.plain, OPENINGS));
    // "Actually make that 3 people".
    let is_made = words.get(behind).is_some_and(|next| among(&next.plain, PEOPLE))
        && words[..before].iter().rev().take(REACH).any(|word| among(&word.plain, MAKING));
    is_made || names_openings || is_sought && (!is_for || looks)
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
            ("looking for two line cooks", "2"),
            ("hiring for 4 positions", "4"),
            ("نحتاج 6 موظفين", "6"),
            ("actually make that 3 people", "3"),
            ("sorry, serían 3 personas", "3"),
            ("busco 4 camareras/os de pisos", "4"),
        ] {
            assert!(names_openings(&Message::new(text), value), "{text}");
        }
        for (text, value) in [
            ("someone with 3 years of experience", "3"),
            ("we need 5 years experience", "5"),
            ("prise de poste le 10 juin", "10"),
            ("the position starts on 1 May", "1"),
            ("40 hours a week", "40"),
            ("we need somebody for 18 an hour", "18"),
            ("founded in 1998", "1998"),
            ("we have 3 openings", "4"),
            ("équipe de 12 personnes", "12"),
            ("in a team of 12 people", "12"),
            ("you need to be 18 or over", "18"),
            ("you supervise 5 people", "5"),
            ("cooks for 120 people", "120"),
            ("you need level 3", "3"),
            ("we need 100% commitment", "100"),
            ("we need somebody to look after 20 residents", "20"),
        ] {
            assert!(!names_openings(&Message::new(text), value), "{text}");
        }
    }
}
