//! A found title, and the words that may be part of one.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use job_post::{ProposedUpdate, list_file, month_names};
use regex::Regex;

use super::heads;
use crate::{
    text::{
        gazetteer, inclusive, occupations, polish_places,
        sentences::{Sentence, pattern},
        vocabulary::PLACES,
    },
    understanding::{level, place, work_type},
};

/// Words that are not part of a title before its noun.
pub(super) static STOPS: LazyLock<Vec<&str>> =
    LazyLock::new(|| list_file::words(include_str!("../../../data/lists/stops.txt")).collect());

/// A title, and the byte range of the message it was read from.
pub(crate) struct Found {
    pub update: ProposedUpdate,
    pub at: Range<usize>,
}

/// "Forklift driver / storeperson": another name of the position behind a sign between spaces.
pub(super) fn other_name(message: &str, end: usize) -> Option<Range<usize>> {
    static OTHER: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^\s+/\s+((\p{L}[\p{L}-]+)(?:\s+(\p{L}[\p{L}-]+))?)(?:[\s,.;:(]|$)"));
    let found = OTHER.captures(message.get(end..)?)?;
    let names = |word: regex::Match<'_>| {
        let lower = word.as_str().to_lowercase();
        heads::is_noun(&lower) || occupations::is_noun(&lower) || lower.ends_with("person")
    };
    let last =
        found.get(2).filter(|word| names(*word)).or_else(|| found.get(3).filter(|word| names(*word)))?;
    Some(end + found.get(1)?.start()..end + last.end())
}

/// Is the word the name of a month? A shorter one is an everyday word too.
pub(super) fn is_month(word: &str) -> bool {
    const SHORTEST: usize = 4;
    static MONTHS: LazyLock<HashSet<String>> =
        LazyLock::new(|| month_names().map(str::to_lowercase).collect());
    word.chars().count() >= SHORTEST && MONTHS.contains(word)
}

/// May the word be part of a title, before or after its noun?
pub(super) fn modifies(sentence: &Sentence<'_>, word: usize) -> bool {
    let lower = sentence.lower(word);
    let named = PLACES.covers(sentence, word) || gazetteer::covers(sentence, word);
    let number = lower.starts_with(|c: char| c.is_numeric());
    !(named
        || number
        || STOPS.contains(&inclusive::base(lower))
        || level::is_level(lower)
        || work_type::is_word(lower)
        || place::is_office(lower)
        || is_month(lower)
        || polish_places::begins(sentence, word)
        || lower.starts_with("feature"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_a_second_name_behind_a_sign() {
        for (message, title, name) in [
            ("a forklift driver / storeperson for our warehouse", "a forklift driver", Some("storeperson")),
            ("Koch / Beikoch in Ulm", "Koch", Some("Beikoch")),
            ("cook / Leeds", "cook", None),
            ("waiter / hybrid", "waiter", None),
        ] {
            let found = other_name(message, title.len()).map(|at| &message[at]);
            assert_eq!(found, name, "{message}");
        }
    }
}
