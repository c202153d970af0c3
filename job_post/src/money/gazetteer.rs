//! The names of places, each with the currencies of its countries.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use iso_currency::Currency;
use unicode_normalization::UnicodeNormalization as _;

use crate::language::list_file;
use crate::language::word_forms::plain;

/// Most words of a name.
pub(crate) const LONGEST: usize = 4;

/// A name of one or several places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Several for a name of places in several countries.
    pub currencies: Vec<Currency>,
    /// Also an everyday word: "mobile", "reading".
    pub is_word: bool,
    /// A country, state or province, which may follow the name of a town.
    pub is_region: bool,
    /// Counts in capitals only: "LA", "NYC".
    pub in_capitals: bool,
}

pub(crate) struct Gazetteer {
    names: HashMap<String, Entry>,
    first_words: HashSet<String>,
    /// "TX", "ON": they count only behind a place.
    codes: HashMap<String, Vec<Currency>>,
}

pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);

impl Gazetteer {
    fn load() -> Self {
        let (names, codes) = (HashMap::new(), HashMap::new());
        let mut read = Self { names, first_words: HashSet::new(), codes };
        for (code, names) in list_file::named(include_str!("../../data/money/regions.txt")) {
            let Some(currency) = Currency::from_code(code.trim_end_matches('+')) else { continue };
            for name in names.split("; ") {
                if code.ends_with('+') {
                    read.codes.entry(name.to_owned()).or_default().push(currency);
                } else {
                    read.add(name, currency, true);
                }
            }
        }
        let namesakes = list_file::named(include_str!("../../data/money/namesakes.txt"));
        for (code, names) in list_file::named(include_str!("../../data/money/cities.txt")).chain(namesakes) {
            let Some(currency) = Currency::from_code(code) else { continue };
            for name in names.split("; ") {
                read.add(name, currency, false);
            }
        }
        read.first_words =
            read.names.keys().filter_map(|name| name.split(' ').next()).map(str::to_owned).collect();
        read
    }

    fn add(&mut self, name: &str, currency: Currency, is_region: bool) {
        let bare = name.trim_end_matches('?');
        let in_capitals = bare.chars().all(|letter| letter.is_ascii_uppercase() || letter == ' ');
        let entry =
            self.names.entry(folded(bare)).or_insert_with(|| Entry { in_capitals, ..Entry::default() });
        // The curated names decide: "Victoria" stays a province's capital and a state, whatever town else has the name.
        if entry.is_region && !is_region {
            return;
        }
        if !entry.currencies.contains(&currency) {
            entry.currencies.push(currency);
        }
        entry.is_word |= name.ends_with('?');
        entry.is_region |= is_region;
        entry.in_capitals &= in_capitals;
    }

    /// A name in folded form.
    pub fn get(&self, name: &str) -> Option<&Entry> {
        self.names.get(name)
    }

    pub fn begins_name(&self, word: &str) -> bool {
        self.first_words.contains(word)
    }

    pub fn code(&self, code: &str) -> Option<&[Currency]> {
        self.codes.get(code).map(Vec::as_slice)
    }
}

/// The form in which names are compared: small letters without accents, spaces for hyphens and apostrophes.
pub(crate) fn folded(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return name.to_ascii_lowercase();
    }
    let spaced: String = plain(name)
        .nfd()
        .filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}'))
        .map(|letter| if matches!(letter, '-' | '\'' | '.' | '’') { ' ' } else { letter })
        .nfc()
        .collect();
    let mut folded = String::with_capacity(spaced.len());
    for letter in spaced.chars() {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'đ' | 'ð' => folded.push('d'),
            other => folded.push(other),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_readable() {
        let of = |name: &str| GAZETTEER.get(&folded(name)).map(|entry| entry.currencies.clone());
        assert_eq!(of("Hobart"), Some(vec![Currency::AUD]));
        assert_eq!(of("Tromsø"), Some(vec![Currency::NOK]));
        assert_eq!(of("São José"), None);
        assert!(GAZETTEER.get("mobile").is_some_and(|entry| entry.is_word));
        assert!(GAZETTEER.get("la").is_some_and(|entry| entry.in_capitals));
        assert_eq!(of("Hamilton"), Some(vec![Currency::CAD, Currency::NZD]));
        for file in [
            include_str!("../../data/money/regions.txt"),
            include_str!("../../data/money/cities.txt"),
            include_str!("../../data/money/namesakes.txt"),
        ] {
            for (code, names) in list_file::named(file) {
                assert!(Currency::from_code(code.trim_end_matches('+')).is_some(), "{code}");
                for name in names.split("; ") {
                    assert!(folded(name).split(' ').count() <= LONGEST + 1, "{name}");
                }
            }
        }
    }
}
