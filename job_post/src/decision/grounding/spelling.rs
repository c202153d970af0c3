//! Takes the user's accents: "Receptionniste" of a model that drops them is the "Réceptionniste" that the user wrote.

use crate::decision::transcript::Transcript;
use crate::language::likeness::folded;
use crate::language::word_forms::plain;
use crate::language::words;

/// The value with the user's accents in each word that has none and that no message spells without.
pub(super) fn with_accents(transcript: &Transcript<'_>, value: &str) -> String {
    let mut spelt = value.to_owned();
    for word in words::words(value).into_iter().rev() {
        if let Some(accented) = accented(transcript, &word.plain) {
            spelt.replace_range(word.span.clone(), &in_case_of(&value[word.span], accented));
        }
    }
    spelt
}

/// The word as the user accents it. None if it has accents itself, or a message spells it so.
fn accented<'a>(transcript: &'a Transcript<'_>, word: &str) -> Option<&'a str> {
    let said =
        || transcript.messages().flat_map(|message| message.words.iter().map(move |said| (message, said)));
    if !word.is_ascii() || said().any(|(_, said)| said.plain == word) {
        return None;
    }
    said()
        .find(|(_, said)| !said.plain.is_ascii() && folded(&said.plain) == word)
        .map(|(message, said)| &message.text[said.span.clone()])
}

/// The user's word in small letters or capitals, as the model wrote it.
fn in_case_of(model: &str, said: &str) -> String {
    let is_capital = |letter: &char| letter.is_uppercase();
    if model.chars().filter(char::is_ascii_alphabetic).all(|letter| is_capital(&letter)) {
        return said.to_uppercase();
    }
    let said = plain(said);
    let mut letters = said.chars();
    match letters.next() {
        Some(first) if model.chars().next().as_ref().is_some_and(is_capital) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => said,
    }
}
