//! German nouns by their endings, which people write with small letters in a chat: "einarbeitung" is "Einarbeitung".

use std::sync::LazyLock;

use super::forms::capitalised;
use crate::language::{Language, list_file};

struct Endings {
    nouns: Vec<&'static str>,
    others: Vec<&'static str>,
}

static ENDINGS: LazyLock<Endings> = LazyLock::new(|| {
    let of = |wanted: &str| {
        let lines = list_file::named(include_str!("../../data/writing/german_nouns.txt"));
        lines.filter(|(name, _)| *name == wanted).flat_map(|(_, words)| words.split_whitespace()).collect()
    };
    Endings { nouns: of("noun"), others: of("other") }
});

/// Fewest letters of a noun that its ending shows.
const SHORTEST: usize = 7;

/// The word with a capital letter, if it is a noun by its ending and has none.
pub(super) fn written(language: Language, word: &str) -> Option<String> {
    let is_small = language == Language::German
        && word.chars().count() >= SHORTEST
        && word.chars().all(char::is_lowercase);
    let has = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    (is_small && has(&ENDINGS.nouns) && !has(&ENDINGS.others)).then(|| capitalised(word))
}
