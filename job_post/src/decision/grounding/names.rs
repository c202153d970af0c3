//! Grounds titles, places, departments and skills: every word must occur.

use super::grounded::Grounded;
use super::support::{basis_of, content_words, is_negated, with_quote};
use crate::Basis;
use crate::decision::transcript::Transcript;
use crate::language::words::{self, among};

pub(crate) fn name<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let wanted = content_words(value);
    let basis = basis_of(transcript, &wanted)?;
    Some(with_quote(transcript, value, basis, &wanted))
}

/// Grounds a title. A level that the user did not state is cut; a title of only level and general words is refused.
pub(crate) fn title<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
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
    name(transcript, &kept)
}

/// Grounds a place. A country that the LLM added is cut ("Stuttgart, Germany").
pub(crate) fn place<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    if let Some(whole) = name(transcript, value) {
        return Some(whole);
    }
    let said_parts: Vec<&str> = value
        .split([',', '(', ')'])
        .map(str::trim)
        .filter(|part| basis_of(transcript, &content_words(part)) == Some(Basis::Stated))
        .collect();
    name(transcript, &said_parts.join(", "))
}

/// Grounds a skill. One that the current message only negates ("no Java please") is refused.
pub(crate) fn skill<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let grounded = name(transcript, value)?;
    let message = &transcript.current;
    let first = content_words(value).into_iter().next()?;
    let mentions: Vec<usize> =
        (0..message.words.len()).filter(|at| words::same(&first, &message.words[*at].plain)).collect();
    let denied =
        !mentions.is_empty() && mentions.iter().all(|at| is_negated(message.text, &message.words, *at));
    (!denied).then_some(grounded)
}
