//! Descriptions, requirements, tasks and benefits: stated if their words were said, assumed where that does no harm.

use super::{Grounded, basis_of, content_words, with_quote};
use crate::money::Figure;
use crate::said::{Message, Said};
use crate::words::{self, Word, among};
use crate::{Basis, Field, money};

/// Words that requirements put around what was said, without saying more.
const NEUTRAL: &str = "experience experienced knowledge proficiency familiarity skills skill ability required must have need working using \
    responsible responsibilities tasks duties including include able erfahrung kenntnisse aufgaben erforderlich pflicht expérience experiencia requis requise exigé exigée obligatoire requerido requerida obligatorio خبرة خبره مطلوب مطلوبة مطلوبه";

/// What must never be made up: degrees, pay, benefits, years.
const SENSITIVE: &str = "degree bachelor bachelor's bachelors master master's masters phd doctorate diploma mba university graduate \
    certified certification certificate license licence studium hochschulabschluss abschluss ausbildung promotion \
    salary pay paid bonus bonuses compensation equity stock shares insurance pension 401k vacation holiday holidays leave pto \
    allowance stipend reimbursement gym gehalt urlaub urlaubstage versicherung benefits perks \
    diplôme diplômé licence master doctorat baccalauréat bac bts cap prime primes mutuelle congés congé actions assurance retraite ans \
    expérience título titulado grado máster doctorado licenciatura licencia carné seguro acciones vacaciones pensión bonificación \
    años experiencia شهادة شهاده دبلوم بكالوريوس ماجستير دكتوراه رخصة رخصه مكافأة مكافاه تأمين تامين إجازة اجازه أسهم اسهم تقاعد سنوات خبرة خبره \
    years year jahre jahren experience";

pub(super) fn prose(said: &Said<'_>, field: Field, value: &str, quote: &str) -> Option<Grounded> {
    let all = content_words(value);
    let telling: Vec<String> =
        all.iter().filter(|word| !among(word, NEUTRAL) && !is_number(word)).cloned().collect();
    let wanted = if telling.is_empty() { all } else { telling };
    let numbers = numbers_are_said(said, value);
    if numbers && let Some(basis) = said_basis(said, &wanted) {
        return Some(with_quote(said, value.to_owned(), basis, &wanted));
    }
    in_the_users_words(said, field, &wanted, quote).or_else(|| assumed(field, value, numbers))
}

fn said_basis(said: &Said<'_>, wanted: &[String]) -> Option<Basis> {
    let plain: Vec<String> = wanted.iter().filter(|word| !is_number(word)).cloned().collect();
    if plain.is_empty() { Some(Basis::Stated) } else { basis_of(said, &plain) }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// Every number of the value was said, in figures or in words, and one of years as one of years.
fn numbers_are_said(said: &Said<'_>, value: &str) -> bool {
    let proposal = said.confirmed.map(Message::new);
    let messages = || said.messages().chain(&proposal);
    Message::new(value).figures().iter().all(|wanted| {
        let of_years = counts_years(value, wanted);
        messages().any(|message| {
            let same_value =
                |figure: &&Figure| figure.values.iter().any(|meaning| wanted.values.contains(meaning));
            message
                .figures()
                .iter()
                .filter(same_value)
                .any(|figure| !of_years || counts_years(message.text, figure))
        })
    })
}

fn counts_years(text: &str, figure: &Figure) -> bool {
    let behind =
        text[figure.span.end..].split(|letter: char| !letter.is_alphabetic()).find(|word| !word.is_empty());
    behind.is_some_and(|word| {
        among(
            &word.to_lowercase(),
            "years year yrs yr jahre jahren jahr ans an années año años سنوات سنة سنه أعوام اعوام عام",
        )
    })
}

/// A paraphrase gives way to the words it rests on: the checked quote, if it says at least half of it.
fn in_the_users_words(said: &Said<'_>, field: Field, wanted: &[String], quote: &str) -> Option<Grounded> {
    let exact = said.quote(quote).filter(|_| field != Field::Description)?;
    let quoted: Vec<Word> = words::words(exact);
    let shared = wanted.iter().filter(|word| words::position(word, &quoted).is_some()).count();
    let close = shared > 0 && shared * 2 >= wanted.len() && quoted.len() >= 2 && exact.chars().count() <= 200;
    close.then(|| {
        let value = exact.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = value.trim_end_matches(['.', ',', ';']).to_owned();
        Grounded { value, basis: Basis::Stated, quote: exact.to_owned() }
    })
}

/// A suggestion, kept apart from what was said: never for benefits, never with numbers, degrees or years nobody named.
fn assumed(field: Field, value: &str, numbers_are_said: bool) -> Option<Grounded> {
    let sensitive =
        words::plain_words(value).iter().any(|word| among(word, SENSITIVE)) || !money::find(value).is_empty();
    let harmless = field != Field::Benefits && numbers_are_said && !sensitive;
    harmless.then(|| Grounded { value: value.to_owned(), basis: Basis::Assumed, quote: String::new() })
}
