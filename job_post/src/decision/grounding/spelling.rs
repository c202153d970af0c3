//! Takes the user's spelling where a model changed it: "Receptionniste" without accents is the "Réceptionniste" that the user
//! wrote, and "ال القاهرة" with a second, detached article is "القاهرة".

use std::ops::Range;

use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::language::likeness::folded;
use crate::language::word_forms::{plain, without_particles};
use crate::language::words::{self, Word};

/// The Arabic article, which is written together with its word.
const ARTICLE: &str = "ال";

/// The value in the user's spelling.
pub(super) fn as_said(transcript: &Transcript<'_>, value: &str) -> String {
    with_accents(transcript, &with_joined_articles(transcript, value))
}

/// The value with each detached article joined to its word or left out, as the user wrote the word. An article that the
/// user detached stays.
fn with_joined_articles(transcript: &Transcript<'_>, value: &str) -> String {
    let words = words::words(value);
    let mut spelt = value.to_owned();
    if said(transcript).any(|(_, said)| said.plain == ARTICLE) {
        return spelt;
    }
    for pair in words.windows(2).rev().filter(|pair| pair[0].plain == ARTICLE) {
        let (start, noun) = (pair[0].span.start, &pair[1]);
        if let Some((replaced, word)) = joined(transcript, value, start, noun) {
            spelt.replace_range(replaced, &word);
        }
    }
    spelt
}

/// The bytes of an article that begins at `start` and its noun, and the word of the user that stands for both.
fn joined(
    transcript: &Transcript<'_>,
    value: &str,
    start: usize,
    noun: &Word,
) -> Option<(Range<usize>, String)> {
    let own = &value[noun.span.clone()];
    let with_article = (format!("{ARTICLE}{}", noun.plain), format!("{ARTICLE}{own}"));
    let forms = [with_article, (noun.plain.clone(), own.to_owned())];
    let exact = forms.iter().find_map(|(form, _)| {
        let (message, said) = said(transcript).find(|(_, said)| said.plain == *form)?;
        Some(message.text[said.span.clone()].to_owned())
    });
    // "بالقاهرة" has the word behind a preposition.
    let has = |form: &str| {
        said(transcript).any(|(_, said)| without_particles(&said.plain).any(|bare| bare == form))
    };
    let word = exact.or_else(|| forms.iter().find(|(form, _)| has(form)).map(|(_, written)| written.clone()));
    word.map(|word| (start..noun.span.end, word))
}

/// The words of the user's messages, newest first.
fn said<'t, 'a>(transcript: &'t Transcript<'a>) -> impl Iterator<Item = (&'t Message<'a>, &'t Word)> {
    transcript.messages().flat_map(|message| message.words.iter().map(move |word| (message, word)))
}

/// The value with the user's accents in each word that has none and that no message spells without.
fn with_accents(transcript: &Transcript<'_>, value: &str) -> String {
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
    if !word.is_ascii() || said(transcript).any(|(_, said)| said.plain == word) {
        return None;
    }
    said(transcript)
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
