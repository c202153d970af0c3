//! Towns and countries by their names in several languages.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::support::content_words;
use crate::language::likeness::folded;
use crate::language::list_file;
use crate::language::words::plain_words;

/// Longest name, in words.
const MAX_WORDS: usize = 4;

/// The towns and countries of a name, whose words are folded and joined by spaces.
static PLACES: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let towns = list_file::lines(include_str!("../../../data/exonyms.txt"));
    let countries = list_file::named(include_str!("../../../data/countries.txt"))
        .map(|(_, names)| names.split(" | ").next().unwrap_or_default());
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, names) in towns.chain(countries).enumerate() {
        for name in names.split("; ") {
            let words: Vec<String> = words_of(name).iter().map(|word| folded(word)).collect();
            places.entry(words.join(" ")).or_default().push(place);
        }
    }
    places
});

/// The words of a name without its function words, unless it has no others: "LA".
fn words_of(name: &str) -> Vec<String> {
    let words = content_words(name);
    if words.is_empty() { plain_words(name) } else { words }
}

/// Is the word the whole name of a place that is listed? Then it is no misspelling of another.
pub(crate) fn is_name(word: &str) -> bool {
    static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let towns = list_file::named(include_str!("../../../data/countries.txt"))
            .filter_map(|(_, names)| names.split_once(" | "))
            .flat_map(|(_, towns)| towns.split("; "));
        PLACES.keys().cloned().chain(towns.map(folded)).collect()
    });
    NAMES.contains(word)
}

/// Finds words of `said` that name the same place as the first words of `wanted`: their range, and how many of `wanted` they
/// mean.
pub(crate) fn find(wanted: &[String], said: &[&str]) -> Option<(Range<usize>, usize)> {
    let places = |words: &[&str]| PLACES.get(&words.join(" ")).map(Vec::as_slice).unwrap_or_default();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    (1..=wanted.len().min(MAX_WORDS)).rev().find_map(|covered| {
        let meant = places(&wanted[..covered]);
        let names_it = |run: &Range<usize>| {
            said.get(run.clone()).is_some_and(|run| places(run).iter().any(|place| meant.contains(place)))
        };
        let runs = (0..said.len()).flat_map(|at| (1..=MAX_WORDS).rev().map(move |length| at..at + length));
        runs.filter(|_| !meant.is_empty()).find(names_it).map(|run| (run, covered))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_names_in_other_languages() {
        let found = |wanted: &str, said: &str| {
            let fold =
                |text: &str| -> Vec<String> { content_words(text).iter().map(|word| folded(word)).collect() };
            let said = fold(said);
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            find(&fold(wanted), &said).map(|(run, covered)| (said[run].join(" "), covered))
        };
        assert_eq!(found("Cologne", "Koch in Köln"), Some(("koln".to_owned(), 1)));
        assert_eq!(found("New York City", "cook in NYC"), Some(("nyc".to_owned(), 3)));
        assert_eq!(found("Germany", "Berlin, Deutschland"), Some(("deutschland".to_owned(), 1)));
        assert_eq!(
            found("Mexico City", "puesto en la Ciudad de México"),
            Some(("ciudad mexico".to_owned(), 2))
        );
        assert_eq!(found("Vienna", "a cook in Bern"), None);
    }
}
