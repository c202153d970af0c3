//! Grounds titles, places, departments, skills and languages: the user must have written every word, or words that mean it.

use super::grounded::Grounded;
use super::interpretation;
use super::support::{basis_of, content_words, is_negated, with_quote};
use crate::decision::transcript::Transcript;
use crate::language::words::{self, among};
use crate::{Basis, Field};

/// Grounds a department, a skill or a language. A skill or language that the current message only negates ("no Java please") is refused.
pub(crate) fn name_or_skill<'a>(
    transcript: &Transcript<'a>,
    field: Field,
    value: &str,
    quote: &str,
) -> Option<Grounded<'a>> {
    let denied = field.is_list() && is_denied(transcript, value);
    (!denied).then(|| stated_or_meant(transcript, field, value, quote)).flatten()
}

/// The value in the user's words, or else as an interpretation of them.
fn stated_or_meant<'a>(
    transcript: &Transcript<'a>,
    field: Field,
    value: &str,
    quote: &str,
) -> Option<Grounded<'a>> {
    name(transcript, value).or_else(|| interpretation::of(transcript, field, value, quote))
}

fn name<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let wanted = content_words(value);
    let basis = basis_of(transcript, &wanted)?;
    Some(with_quote(transcript, value, basis, &wanted))
}

/// Grounds a title. A level that the user did not state is cut; a title of only level and general words is refused.
pub(crate) fn title<'a>(transcript: &Transcript<'a>, value: &str, quote: &str) -> Option<Grounded<'a>> {
    const GENERAL: &str = "job post posting position role title hire hiring employee candidate person someone staff new team member \
        vacancy opening worker professional level experience years remote hybrid onsite salary publish finalize submit hello hi yes ok \
        stelle mitarbeiter mitarbeiterin jemand poste emploi annonce quelqu'un employé salarié télétravail puesto empleo anuncio alguien \
        empleado persona teletrabajo وظيفة وظيفه إعلان اعلان موظف شخص أحد احد";
    let is_level =
        |word: &str| among(word, "entry junior jr mid senior sr lead head principal chief experienced");
    let unsaid_level =
        |word: &str| is_level(&word.to_lowercase()) && basis_of(transcript, &[word.to_lowercase()]).is_none();
    let kept: Vec<&str> = value.split(' ').filter(|word| !unsaid_level(word)).collect();
    let is_specific =
        |word: &String| !is_level(word) && !among(word, GENERAL) && word.chars().any(char::is_alphabetic);
    let kept = kept.join(" ");
    content_words(&kept).iter().any(is_specific).then_some(())?;
    stated_or_meant(transcript, Field::Title, &kept, quote)
}

/// Grounds a place. A country that the LLM added is cut ("Stuttgart, Germany").
pub(crate) fn place<'a>(transcript: &Transcript<'a>, value: &str, quote: &str) -> Option<Grounded<'a>> {
    if let Some(whole) = stated_or_meant(transcript, Field::Location, value, quote) {
        return Some(whole);
    }
    let is_said = |part: &&str| {
        let found = stated_or_meant(transcript, Field::Location, part, quote);
        found.is_some_and(|found| found.basis != Basis::Confirmed)
    };
    let said_parts: Vec<&str> = value.split([',', '(', ')']).map(str::trim).filter(is_said).collect();
    stated_or_meant(transcript, Field::Location, &said_parts.join(", "), quote)
}

/// Does the current message mention the skill, and only to negate it?
pub(crate) fn is_denied(transcript: &Transcript<'_>, value: &str) -> bool {
    let message = &transcript.current;
    let Some(first) = content_words(value).into_iter().next() else { return false };
    let mentions: Vec<usize> =
        (0..message.words.len()).filter(|at| words::same(&first, &message.words[*at].plain)).collect();
    !mentions.is_empty() && mentions.iter().all(|at| is_negated(message.text, &message.words, *at))
}
