//! The items of the working hours: days with their time in one item, and a percentage with its noun.

use std::sync::LazyLock;

use regex::Regex;

use super::composition::Unit;
use super::forms;
use crate::language::word_lists::WordLists;
use crate::language::words::{pattern, plain_words};
use crate::language::{Language, list_file, phrases};

const FILE: &str = include_str!("../../data/writing/hours.txt");

static DAYS: LazyLock<WordLists> = LazyLock::new(|| WordLists::of(FILE));

static SPAN: LazyLock<Regex> = LazyLock::new(|| {
    let source = named("span").unwrap_or_default().replace(" ?", r"\s?").replace(' ', r"\s");
    pattern(&format!("(?i){}", source.replace('\'', "['’]")))
});

fn named(name: &str) -> Option<&'static str> {
    list_file::named(FILE).find(|(own, _)| *own == name).map(|(_, text)| text)
}

/// "Du lundi au vendredi, 6h-10h": a time stands with the days beside it.
pub(super) fn joined(language: Language, items: Vec<Unit>) -> Vec<Unit> {
    let mut found: Vec<Unit> = Vec::new();
    let mut is_whole = false;
    for (part, item) in items {
        match found.last_mut().filter(|(_, before)| !is_whole && belong_together(before, &item)) {
            Some((_, before)) => {
                *before = format!("{before}, {}", lower_first(language, &item));
                is_whole = true;
            }
            None => {
                found.push((part, item));
                is_whole = false;
            }
        }
    }
    found
}

fn belong_together(one: &str, other: &str) -> bool {
    let is_span = |text: &str| SPAN.is_match(text);
    let names_days = |text: &str| {
        !is_span(text)
            && !text.contains(',')
            && !has_time(text)
            && plain_words(text).iter().any(|word| DAYS.has("days", word))
    };
    is_span(one) && names_days(other) || names_days(one) && is_span(other)
}

/// "Monday 9 to 5" has a time of its own.
fn has_time(text: &str) -> bool {
    static TIME: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)\d[:.h]\d{2}|\d\s?(?:h|am|pm|uhr|uur)\b|\d\s?(?:-|–|to|bis|à|a|às|alle|tot|do)\s?\d")
    });
    TIME.is_match(text)
}

/// "De segunda a sexta" behind a time. Names of days keep their capital in English and German.
fn lower_first(language: Language, text: &str) -> String {
    let first = text.split_whitespace().next().unwrap_or_default();
    if matches!(language, Language::English | Language::German) && DAYS.has("days", first) {
        return text.to_owned();
    }
    forms::lower_first(text)
}

/// "80%" as "Pensum: 80%".
pub(super) fn with_noun(language: Language, item: String) -> String {
    static SHARE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\d{1,3}(?:\s?[-–]\s?\d{1,3}|\s(?:bis|to|à|a|tot|do)\s\d{1,3})?\s?(?:%|prozent|percent|pour\s?cent|procent|per\s?cento|por\s?ciento)$",
        )
    });
    match named(&format!("share-{}", language.code())).filter(|_| SHARE.is_match(&item)) {
        Some(noun) => phrases::labelled(language, noun, &item),
        None => item,
    }
}

#[cfg(test)]
mod tests {
    use super::super::composition::Part;
    use super::*;
    use crate::Field;

    #[test]
    fn a_time_stands_with_its_days() {
        for (language, items, expected) in [
            (Language::French, "Du lundi au vendredi|6h-10h", "Du lundi au vendredi, 6h-10h"),
            (
                Language::French,
                "De 3h à 10h du matin|Mardi au samedi",
                "De 3h à 10h du matin, mardi au samedi",
            ),
            (
                Language::Portuguese,
                "Das 9h30 às 18h30|De segunda a sexta",
                "Das 9h30 às 18h30, de segunda a sexta",
            ),
            (Language::English, "3 x 12-hour shifts|8pm until 8am", "3 x 12-hour shifts, 8pm until 8am"),
            (Language::Spanish, "Turno de mañana|De 8 a 16", "Turno de mañana, de 8 a 16"),
            (Language::German, "8-16 Uhr|Montag bis Freitag", "8-16 Uhr, Montag bis Freitag"),
            (Language::German, "Mo-Do 6:30-15:30 Uhr|Fr bis 11", "Mo-Do 6:30-15:30 Uhr|Fr bis 11"),
            (Language::Dutch, "40 uur per week|7.00 tot 16.00", "40 uur per week|7.00 tot 16.00"),
            (Language::English, "Monday to Friday|9 to 5|Sunday off", "Monday to Friday, 9 to 5|Sunday off"),
        ] {
            let units = items.split('|').map(|item| (Part::Item(Field::WorkingHours), item.to_owned()));
            let joined = joined(language, units.collect());
            let texts: Vec<String> = joined.into_iter().map(|(_, text)| text).collect();
            assert_eq!(texts.join("|"), expected);
        }
    }

    #[test]
    fn a_percentage_has_its_noun() {
        for (language, item, expected) in [
            (Language::German, "80%", "Pensum: 80%"),
            (Language::Italian, "60 %", "Grado di occupazione: 60 %"),
            (Language::German, "80 bis 100 Prozent", "Pensum: 80 bis 100 Prozent"),
            (Language::German, "Pensum 60-80%", "Pensum 60-80%"),
            (Language::English, "38 hours", "38 hours"),
        ] {
            assert_eq!(with_noun(language, item.to_owned()), expected);
        }
    }
}
