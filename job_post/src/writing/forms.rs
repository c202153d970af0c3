//! The forms of values that fit into sentences, and how they are written there.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::SalaryPeriod;
use crate::exports::month_names;
use crate::language::Language;
use crate::language::phrases;
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

/// With a small first letter, as within a sentence.
pub(crate) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_lowercase().chain(letters).collect())
}

/// With a capital letter, unless the first word is a name or an address: "iOS", "jobs@example.com".
pub(crate) fn capitalised(value: &str) -> String {
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
pub(super) fn follows_in(language: Language, place: &str) -> bool {
    let first = plain_words(place).into_iter().next().unwrap_or_default();
    let is_name = |letter: char| letter.is_alphabetic() && !letter.is_lowercase();
    let has_article = || FORMS.has("article", &first) || FORMS.has(&of_language("article", language), &first);
    place.starts_with(is_name) && !has_article() && !is_near(place)
}

/// Is the work only close to the place: "near Leeds", "Regio Zwolle"?
pub(super) fn is_near(place: &str) -> bool {
    plain_words(place).first().is_some_and(|first| FORMS.has("near", first))
}

fn of_language(list: &str, language: Language) -> String {
    format!("{list}-{}", language.code())
}

/// "40 hours" and "37.5 hours/week" with the period that they mean: no other one has as many hours of work.
pub(super) fn weekly(language: Language, value: &str) -> String {
    static COUNTED: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(\d{2})((?:[.,]\d{1,2})?\s?(\p{L}+)\.?)(?:\s?/\s?(\p{L}+)\.?)?$"));
    /// Hours of a week that nobody works in a day, or in a month only.
    const OF_A_WEEK: std::ops::RangeInclusive<u32> = 15..=60;
    let Some(found) = COUNTED.captures(value) else { return value.to_owned() };
    let is_count = found[1].parse().is_ok_and(|count: u32| OF_A_WEEK.contains(&count));
    let is_hours = FORMS.has(&of_language("hours", language), &found[3]);
    let is_weekly = found.get(4).is_none_or(|unit| FORMS.has("week", unit.as_str()));
    if !(is_count && is_hours && is_weekly) {
        return value.to_owned();
    }
    format!("{}{} {}", &found[1], &found[2], phrases::period(language, SalaryPeriod::Week))
}

/// The date as a post writes it: "1 September" for "1st Sept". In German "1.10" is an amount, and "1.10." a day.
pub(super) fn date(language: Language, value: &str) -> String {
    static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|\s)\d{1,2}\.\s?\d{1,2}$"));
    static ORDINAL: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,2})(?:st|nd|rd|th)\b"));
    if language == Language::German && DAY.is_match(value) {
        return format!("{value}.");
    }
    if language != Language::English || !value.contains(|letter: char| letter.is_ascii_digit()) {
        return value.to_owned();
    }
    let month = |word: &str| {
        let short = word.trim_end_matches('.').to_lowercase();
        let mut months = FORMS.words("month").filter(|month| short.len() >= 3 && month.starts_with(&short));
        let month = months.next().filter(|_| months.next().is_none() && short.len() <= 4);
        month.map_or_else(|| word.to_owned(), capitalised)
    };
    let words = value.split_whitespace().map(month).collect::<Vec<_>>().join(" ");
    ORDINAL.replace_all(&words, "$1").into_owned()
}

/// Does the deadline have a preposition of its own: "before 1 March", "by noon on 12 June"?
pub(super) fn is_deadline(language: Language, value: &str) -> bool {
    let words = plain_words(value);
    words.len() > 1 && words.first().is_some_and(|first| FORMS.has(&of_language("deadline", language), first))
}

/// Does the text name the day too?
pub(super) fn names_day(text: &str, day: &str) -> bool {
    let (text, day) = (plain_words(text), plain_words(day));
    let is_telling =
        |word: &&String| word.len() > 3 || word.starts_with(|digit: char| digit.is_ascii_digit());
    let mut telling = day.iter().filter(is_telling).peekable();
    telling.peek().is_some() && telling.all(|word| text.contains(word))
}

/// "All'attenzione di Anna": goes on with the way to apply before it.
pub(super) fn is_attention(value: &str) -> bool {
    static ATTENTION: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:all['’]attenzione|à\s+l['’]attention|a\s+la\s+atención|ao\s+cuidado|z\.?\s?h[dä]\.?|zu\s+händen|ter\s+attentie|t\.a\.v\.?|do\s+rąk|for\s+the\s+attention|attn\.?)(?:\s|d)",
        )
    });
    ATTENTION.is_match(value)
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

/// Does the value say its label: "contract of one year", "na een jaar vast contract", "start in May"? `list` has other words
/// for the label.
pub(super) fn repeats(list: &str, label: &str, value: &str) -> bool {
    let (label, value) = (plain_words(label), plain_words(value));
    let is_long = |word: &&String| word.chars().count() >= MIN_REPEATED;
    let is_label = |said: &String| label.iter().any(|word| word.starts_with(said.as_str()));
    let first = value.first();
    let begins =
        first.filter(is_long).is_some_and(is_label) || first.is_some_and(|first| FORMS.has(list, first));
    value.len() > 1 && (begins || value.iter().filter(is_long).any(|word| label.contains(word)))
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
    fn hours_are_those_of_a_week() {
        for (language, value, expected) in [
            (Language::English, "42 hours", "42 hours per week"),
            (Language::English, "37.5 hours/week", "37.5 hours per week"),
            (Language::English, "12 hours", "12 hours"),
            (Language::English, "160 hours", "160 hours"),
            (Language::English, "40 hours a week", "40 hours a week"),
            (Language::German, "38,5 Stunden/Woche", "38,5 Stunden pro Woche"),
            (Language::French, "35h", "35h par semaine"),
            (Language::Dutch, "19u/week", "19u per week"),
        ] {
            assert_eq!(weekly(language, value), expected);
        }
    }

    #[test]
    fn dates_are_written_out() {
        for (language, value, expected) in [
            (Language::English, "1st Sept", "1 September"),
            (Language::English, "Aug 15", "August 15"),
            (Language::English, "mon 3 May", "mon 3 May"),
            (Language::English, "Sept", "Sept"),
            (Language::German, "1.10", "1.10."),
            (Language::German, "ab 1.10", "ab 1.10."),
            (Language::German, "1.10.2027", "1.10.2027"),
            (Language::French, "1er mars", "1er mars"),
        ] {
            assert_eq!(date(language, value), expected);
        }
    }

    #[test]
    fn deadlines_keep_their_preposition() {
        for (language, value, is) in [
            (Language::English, "before 1 March", true),
            (Language::English, "1 March", false),
            (Language::French, "avant le 30 novembre", true),
            (Language::Dutch, "voor 10 februari", true),
            (Language::German, "vor dem 1. Mai", true),
        ] {
            assert_eq!(is_deadline(language, value), is, "{value}");
        }
        assert!(
            names_day("by noon on 12 June through our site", "12 June") && !names_day("on 12 May", "12 June")
        );
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
            ("Contract", "na een jaar vast contract", true),
            ("Startdatum", "start in overleg", true),
            ("Arbeitsbeginn", "Start flexibel", true),
            ("Contract", "permanent", false),
            ("Contact", "Anna", false),
        ] {
            assert_eq!(repeats("label-startDate", label, value), does, "{value}");
        }
        for (place, follows) in [
            ("Porto", true),
            ("near Leeds", false),
            ("Remote (EU)", false),
            ("Schweiz", false),
            ("جدة", true),
            ("10115 Berlin", false),
        ] {
            assert_eq!(follows_in(Language::English, place), follows, "{place}");
        }
    }
}
