//! Titles, places, departments and skills: every word of theirs must have been said.

use super::{Grounded, basis_of, content_words, is_negated, with_quote};
use crate::Basis;
use crate::said::Said;
use crate::words::{self, among};

pub(super) fn name(said: &Said<'_>, value: &str) -> Option<Grounded> {
    let wanted = content_words(value);
    let basis = basis_of(said, &wanted)?;
    Some(with_quote(said, value.to_owned(), basis, &wanted))
}

/// A title; a level nobody mentioned is taken out of it, and one of nothing but level and general words is none.
pub(super) fn title(said: &Said<'_>, value: &str) -> Option<Grounded> {
    const GENERAL: &str = "job post posting position role title hire hiring employee candidate person someone staff new team member \
        vacancy opening worker professional level experience years remote hybrid onsite salary publish finalize submit hello hi yes ok \
        stelle mitarbeiter mitarbeiterin jemand poste emploi annonce quelqu'un employé salarié télétravail puesto empleo anuncio alguien \
        empleado persona teletrabajo وظيفة وظيفه إعلان اعلان موظف شخص أحد احد";
    let is_level =
        |word: &str| among(word, "entry junior jr mid senior sr lead head principal chief experienced");
    let unsaid_level =
        |word: &str| is_level(&word.to_lowercase()) && basis_of(said, &[word.to_lowercase()]).is_none();
    let kept: Vec<&str> = value.split(' ').filter(|word| !unsaid_level(word)).collect();
    let telling =
        |word: &String| !is_level(word) && !among(word, GENERAL) && word.chars().any(char::is_alphabetic);
    let kept = kept.join(" ");
    content_words(&kept).iter().any(telling).then_some(())?;
    name(said, &kept)
}

/// A place; the country a model adds by itself is taken off ("Stuttgart, Germany").
pub(super) fn place(said: &Said<'_>, value: &str) -> Option<Grounded> {
    if let Some(whole) = name(said, value) {
        return Some(whole);
    }
    let said_parts: Vec<&str> = value
        .split([',', '(', ')'])
        .map(str::trim)
        .filter(|part| basis_of(said, &content_words(part)) == Some(Basis::Stated))
        .collect();
    name(said, &said_parts.join(", "))
}

/// A skill; one that the newest message only denies ("no Java please") is none.
pub(super) fn skill(said: &Said<'_>, value: &str) -> Option<Grounded> {
    let grounded = name(said, value)?;
    let message = &said.current;
    let first = content_words(value).into_iter().next()?;
    let mentions: Vec<usize> =
        (0..message.words.len()).filter(|at| words::same(&first, &message.words[*at].plain)).collect();
    let denied =
        !mentions.is_empty() && mentions.iter().all(|at| is_negated(message.text, &message.words, *at));
    (!denied).then_some(grounded)
}
