//! The forms of values that fit into sentences, and how they are written there.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::exports::month_names;
use crate::language::Language;
use crate::language::word_forms::plain;
use crate::language::word_lists::WordLists;
use crate::language::words::{pattern, plain_words};

static FORMS: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::of(include_str!("../../data/writing/forms.txt")));

/// The longest number of hours that is no sentence of its own, in words.
const MAX_HOURS_WORDS: usize = 5;

/// The shortest word that repeats a label, in letters.
const MIN_REPEATED: usize = 4;

/// The value without the mark at its end. The point of "1.10." belongs to the day.
pub(super) fn bare(value: &str) -> String {
    static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d{1,2}\.\s?\d{1,2}\.$"));
    if DAY.is_match(value.trim()) {
        return value.trim().to_owned();
    }
    let bare = value.trim().trim_end_matches(['.', ';', ',', '!', ':']).trim_end();
    // "Hybrid (3 days": a cut value closes its bracket.
    let is_open = bare.matches('(').count() > bare.matches(')').count();
    if is_open { format!("{bare})") } else { bare.to_owned() }
}

/// The value as a sentence: with a capital letter and a full stop.
pub(super) fn sentence(value: &str) -> String {
    let value = capitalised(value.trim());
    let has_end = value.ends_with(['.', '!', '?', '؟', '…']);
    if has_end { value } else { format!("{value}.") }
}

/// With a capital letter, unless the first word is a name or an address: "iOS", "jobs@example.com".
pub(super) fn capitalised(value: &str) -> String {
    let first = value.split_whitespace().next().unwrap_or_default();
    // "L'AFC": the article is a word of its own.
    let first = first.split(['\'', '’']).next().unwrap_or_default();
    let is_sign = |letter: char| matches!(letter, ',' | ':' | '-' | '/');
    let is_word = first.trim_end_matches('.').chars().all(|letter| letter.is_lowercase() || is_sign(letter));
    let mut letters = value.chars();
    match letters.next() {
        Some(letter) if is_word => letter.to_uppercase().chain(letters).collect(),
        _ => value.to_owned(),
    }
}

/// Does "in" lead to the name of the place? Not to "near Leeds", "remote" and "Schweiz".
pub(super) fn follows_in(place: &str) -> bool {
    let first = plain_words(place).into_iter().next().unwrap_or_default();
    place.starts_with(|letter: char| letter.is_uppercase()) && !FORMS.has("article", &first)
}

/// "38 hours a week", in this language.
pub(super) fn is_hours(language: Language, value: &str) -> bool {
    static COUNTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d{1,3}(?:[.,]\d{1,2})?\s?(\p{L}+)"));
    let unit = COUNTED.captures(value).and_then(|found| found.get(1));
    let is_short = value.split_whitespace().count() <= MAX_HOURS_WORDS;
    is_short && unit.is_some_and(|unit| FORMS.has(&format!("hours-{}", language.code()), unit.as_str()))
}

/// A day of a month alone, in this language: "1 March", not "from 1 March" or "March".
pub(super) fn is_day(language: Language, value: &str) -> bool {
    static MONTHS: LazyLock<HashSet<String>> = LazyLock::new(|| month_names().map(plain).collect());
    static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)^\d{1,2}(?:\.|st|nd|rd|th|er|º|°)?\s(?:de\s)?(\p{L}{3,})(?:\s(?:de\s)?\d{4})?$")
    });
    static MONTH_FIRST: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^(\p{L}{3,})\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?$"));
    let value = bare(value);
    let found = DAY_FIRST.captures(&value).or_else(|| MONTH_FIRST.captures(&value));
    let month = found.and_then(|found| Some(found.get(1)?.as_str().to_owned()));
    month.is_some_and(|month| MONTHS.contains(&plain(&month)))
        && Language::of([&*value], Some(language.code())) == language
}

/// Does the value begin with a word of its label: "contract of one year", "start in May"?
pub(super) fn repeats(label: &str, value: &str) -> bool {
    let (label, value) = (plain_words(label), plain_words(value));
    let first = value.first().filter(|first| first.chars().count() >= MIN_REPEATED);
    first.is_some_and(|first| value.len() > 1 && label.iter().any(|word| word.starts_with(first.as_str())))
}

/// An e-mail address or the address of a page, and nothing else.
pub(super) fn is_address(value: &str) -> bool {
    !value.contains(char::is_whitespace) && value.contains(['.', '@']) && value.len() > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_fit_into_sentences() {
        for (language, value, fits) in [
            (Language::English, "38 hours a week", true),
            (Language::English, "37.5 hrs/wk", true),
            (Language::English, "8 to 16", false),
            (Language::German, "38,5 Stunden pro Woche", true),
            (Language::German, "38 hours a week", false),
            (Language::Polish, "40 godzin tygodniowo", true),
        ] {
            assert_eq!(is_hours(language, value), fits, "{value}");
        }
        for (language, value, fits) in [
            (Language::English, "1 March", true),
            (Language::English, "March 1st, 2027", true),
            (Language::English, "as soon as possible", false),
            (Language::English, "March", false),
            (Language::German, "1. März", true),
            (Language::German, "ab 1. März", false),
            (Language::French, "1er mars 2027", true),
            (Language::Spanish, "1 de marzo", true),
        ] {
            assert_eq!(is_day(language, value), fits, "{value}");
        }
    }

    #[test]
    fn names_keep_their_letters() {
        for (value, bared) in [
            ("ab 1.10.", "ab 1.10."),
            ("bis 15. 3.", "bis 15. 3."),
            ("free meals.", "free meals"),
            ("hybrid (3 days", "hybrid (3 days)"),
        ] {
            assert_eq!(bare(value), bared);
        }
        assert_eq!(sentence("bis 15.3."), "Bis 15.3.");
        for (value, written) in [
            ("free meals", "Free meals"),
            ("iOS", "iOS"),
            ("jobs@example.com", "jobs@example.com"),
            ("e-mail us", "E-mail us"),
            ("éplucher", "Éplucher"),
            ("l'AFC di impiegato", "L'AFC di impiegato"),
            ("min. 2 lata", "Min. 2 lata"),
            ("acme.example", "acme.example"),
        ] {
            assert_eq!(capitalised(value), written);
        }
        for (label, value, does) in [
            ("Contract", "contract of one year", true),
            ("Startdatum", "start in overleg", true),
            ("Contract", "permanent", false),
            ("Contact", "Anna", false),
        ] {
            assert_eq!(repeats(label, value), does, "{value}");
        }
        for (place, follows) in
            [("Porto", true), ("near Leeds", false), ("Remote (EU)", false), ("Schweiz", false)]
        {
            assert_eq!(follows_in(place), follows, "{place}");
        }
    }
}
