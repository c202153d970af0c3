//! Writes a list of short names of days in full: "ma wo vr" becomes "maandag, woensdag en vrijdag".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::{Language, list_file};

/// The full names, by the language's code.
static DAYS: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../data/writing/short_days.txt"));
    let pairs = lines.flat_map(|(code, pairs)| pairs.split_whitespace().map(move |pair| (code, pair)));
    pairs.filter_map(|(code, pair)| pair.split_once('=').map(|(short, full)| ((code, short), full))).collect()
});

/// The text in full, if it is nothing but two or more days.
pub(super) fn written(language: Language, text: &str) -> Option<String> {
    let of = |word: &str| DAYS.get(&(language.code(), word)).copied();
    let and = of("and")?;
    let words = text.split([' ', ',', '/']).filter(|word| !word.is_empty() && *word != and);
    let days: Vec<&str> =
        words.map(|word| of(&word.trim_end_matches('.').to_lowercase())).collect::<Option<_>>()?;
    let (last, others) = days.split_last().filter(|(_, others)| !others.is_empty())?;
    Some(format!("{} {and} {last}", others.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_list_of_days_is_written_in_full() {
        for (language, text, expected) in [
            (Language::Dutch, "ma di wo vr", Some("maandag, dinsdag, woensdag en vrijdag")),
            (Language::German, "Mo, Mi und Fr", Some("Montag, Mittwoch und Freitag")),
            (Language::English, "Sat/Sun", Some("Saturday and Sunday")),
            (Language::English, "Mon", None),
            (Language::Dutch, "ma wo vr tot 15 uur", None),
        ] {
            assert_eq!(written(language, text).as_deref(), expected, "{text}");
        }
    }
}
