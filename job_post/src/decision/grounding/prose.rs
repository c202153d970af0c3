//! Grounds sentences and phrases: stated if their words occur; descriptions, requirements and tasks else assumed if harmless.

use super::grounded::Grounded;
use super::support::{basis_of, content_words, with_quote};
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::language::likeness::{folded, is_like};
use crate::language::words::{self, Word, among};
use crate::money::Figure;
use crate::{Basis, Field, money};

/// Words that a requirement may add without changing its meaning.
const NEUTRAL: &str = "experience experienced knowledge proficiency familiarity skills skill ability required must have need working using \
    responsible responsibilities tasks duties including include able erfahrung kenntnisse aufgaben erforderlich pflicht expérience experiencia requis requise exigé exigée obligatoire requerido requerida obligatorio خبرة خبره مطلوب مطلوبة مطلوبه";

/// Words for what must never be assumed: degrees, pay, benefits, years.
const SENSITIVE: &str = "degree bachelor bachelor's bachelors master master's masters phd doctorate diploma mba university graduate \
    certified certification certificate license licence studium hochschulabschluss abschluss ausbildung promotion \
    salary pay paid bonus bonuses compensation equity stock shares insurance pension 401k vacation holiday holidays leave pto \
    allowance stipend reimbursement gym gehalt urlaub urlaubstage versicherung benefits perks \
    diplôme diplômé licence master doctorat baccalauréat bac bts cap prime primes mutuelle congés congé actions assurance retraite ans \
    expérience título titulado grado máster doctorado licenciatura licencia carné seguro acciones vacaciones pensión bonificación \
    años experiencia شهادة شهاده دبلوم بكالوريوس ماجستير دكتوراه رخصة رخصه مكافأة مكافاه تأمين تامين إجازة اجازه أسهم اسهم تقاعد سنوات خبرة خبره \
    years year jahre jahren experience";

pub(crate) fn prose<'a>(
    transcript: &Transcript<'a>,
    field: Field,
    value: &str,
    quote: &str,
) -> Option<Grounded<'a>> {
    let all = content_words(value);
    let specific: Vec<String> =
        all.iter().filter(|word| !among(word, NEUTRAL) && !is_number(word)).cloned().collect();
    let wanted = if specific.is_empty() { all } else { specific };
    let numbers = numbers_are_said(transcript, value);
    if numbers && let Some(basis) = said_basis(transcript, &wanted) {
        return Some(with_quote(transcript, value, basis, &wanted));
    }
    let years_unsaid = !numbers && names_years(value);
    let own = || in_the_users_words(transcript, field, &wanted, quote);
    (!years_unsaid).then(own).flatten().or_else(|| assumed(field, value, numbers))
}

fn said_basis(transcript: &Transcript<'_>, wanted: &[String]) -> Option<Basis> {
    let plain: Vec<String> = wanted.iter().filter(|word| !is_number(word)).cloned().collect();
    if plain.is_empty() { Some(Basis::Stated) } else { basis_of(transcript, &plain) }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// Does every number of the value occur, in digits or words, and a number of years as one of years?
fn numbers_are_said(transcript: &Transcript<'_>, value: &str) -> bool {
    let proposal = transcript.confirmed.map(Message::new);
    let messages = || transcript.messages().chain(&proposal);
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

fn names_years(value: &str) -> bool {
    Message::new(value).figures().iter().any(|figure| counts_years(value, figure))
}

fn counts_years(text: &str, figure: &Figure) -> bool {
    let words = text[figure.span.end..].split(|letter: char| !letter.is_alphabetic());
    let mut behind = words.filter(|word| !word.is_empty()).map(str::to_lowercase);
    let years = "years year yrs yr jahre jahren jahr ans an années année año años سنوات سنة سنه أعوام عام";
    let counts = behind.next().is_some_and(|word| among(&word, years));
    // The age of a company is no experience.
    counts && !behind.next().is_some_and(|word| among(&word, "old alt jung young history tradition ago"))
}

/// Replaces a paraphrase by the checked quote, if the quote has at least half of its words.
fn in_the_users_words<'a>(
    transcript: &Transcript<'a>,
    field: Field,
    wanted: &[String],
    quote: &str,
) -> Option<Grounded<'a>> {
    let may_be_paraphrased =
        matches!(field, Field::Requirements | Field::Responsibilities | Field::Benefits | Field::Notes);
    let exact = transcript.quote(quote).filter(|_| may_be_paraphrased)?;
    let quoted: Vec<Word> = words::words(exact);
    let is_said = |word: &&String| {
        let wanted = folded(word);
        words::position(word, &quoted).is_some()
            || quoted.iter().any(|said| is_like(&folded(&said.plain), &wanted))
    };
    let shared = wanted.iter().filter(is_said).count();
    let close = shared > 0 && shared * 2 >= wanted.len() && quoted.len() >= 2 && exact.chars().count() <= 200;
    close.then(|| {
        let value = exact.split_whitespace().collect::<Vec<_>>().join(" ");
        Grounded::stated(value.trim_end_matches(['.', ',', ';']), exact)
    })
}

/// An assumption. None for other fields, such as benefits, nor for numbers, degrees or years that the user did not state.
fn assumed<'a>(field: Field, value: &str, numbers_are_said: bool) -> Option<Grounded<'a>> {
    let sensitive =
        words::plain_words(value).iter().any(|word| among(word, SENSITIVE)) || !money::find(value).is_empty();
    let may_be_assumed = matches!(field, Field::Description | Field::Requirements | Field::Responsibilities);
    let harmless = may_be_assumed && numbers_are_said && !sensitive;
    harmless.then(|| Grounded::assumed(value))
}
