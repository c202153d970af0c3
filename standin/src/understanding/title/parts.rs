//! A found title, and the words that may be part of one.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use job_post::{ProposedUpdate, list_file, month_names};

use crate::{
    text::{gazetteer, inclusive, polish_places, sentences::Sentence, vocabulary::PLACES},
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
