//! Named lists of phrases ("name: phrase, phrase") that are found in the words of a message.

use std::collections::HashMap;

use crate::language::likeness::{folded, is_latin};
use crate::language::list_file;
use crate::language::word_forms::without_particles;
use crate::language::words::{Word, plain_words};

/// The words of a phrase. "*" at an end of a word stands for any letters.
type PhraseWords = Vec<String>;

pub(crate) struct PhraseLists {
    lists: HashMap<&'static str, Phrases>,
}

/// Phrases by their first word, because a message is searched for hundreds of them.
#[derive(Default)]
struct Phrases {
    by_first_word: HashMap<String, Vec<PhraseWords>>,
    /// The phrases whose first word has a "*".
    open: Vec<PhraseWords>,
}

impl PhraseLists {
    pub fn of(file: &'static str) -> Self {
        let mut lists: HashMap<&str, Phrases> = HashMap::new();
        for (name, listed) in list_file::named(file) {
            let phrases = lists.entry(name).or_default();
            for phrase in listed.split(", ") {
                phrases.add(phrase.split(' ').map(pattern).collect());
                // People leave accents out: "debutant accepte".
                if is_latin(phrase) && !phrase.is_ascii() {
                    phrases.add(phrase.split(' ').map(|word| pattern(&folded(word))).collect());
                }
            }
        }
        Self { lists }
    }

    /// The length in words of the longest phrase of the list at `at`.
    pub fn longest_at(&self, list: &str, words: &[Word], at: usize) -> Option<usize> {
        let (phrases, first) = (self.lists.get(list)?, words.get(at)?);
        let named = std::iter::once(&*first.plain).chain(without_particles(&first.plain));
        let named = named.filter_map(|word| phrases.by_first_word.get(word)).flatten();
        named.chain(&phrases.open).filter(|phrase| occurs(phrase, words, at)).map(Vec::len).max()
    }

    /// The phrases of the list that are one word without a "*".
    pub fn single_words(&self, list: &str) -> impl Iterator<Item = &str> {
        let phrases = self.lists.get(list).into_iter().flat_map(|phrases| &phrases.by_first_word);
        phrases.filter(|(_, all)| all.iter().any(|phrase| phrase.len() == 1)).map(|(first, _)| &**first)
    }

    /// Does a phrase of the list begin at `at`?
    pub fn has_at(&self, list: &str, words: &[Word], at: usize) -> bool {
        self.longest_at(list, words, at).is_some()
    }

    #[cfg(test)]
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().copied()
    }
}

impl Phrases {
    fn add(&mut self, words: PhraseWords) {
        match words.first() {
            Some(first) if first.contains('*') => self.open.push(words),
            Some(first) => self.by_first_word.entry(first.clone()).or_default().push(words),
            None => {}
        }
    }
}

/// One word of a phrase, in the form in which words are compared.
fn pattern(word: &str) -> String {
    let open = |sign: bool| if sign { "*" } else { "" };
    format!("{}{}{}", open(word.starts_with('*')), plain_words(word).concat(), open(word.ends_with('*')))
}

fn occurs(phrase: &[String], words: &[Word], at: usize) -> bool {
    let run = words.get(at..at + phrase.len());
    run.is_some_and(|run| std::iter::zip(run, phrase).all(|(word, pattern)| fits(&word.plain, pattern)))
}

fn fits(word: &str, pattern: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(_), Some(_)) => word.contains(pattern.trim_matches('*')),
        (Some(ending), None) => word.ends_with(ending),
        (None, Some(beginning)) => word.starts_with(beginning),
        (None, None) => word == pattern || without_particles(word).any(|bare| bare == pattern),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::words::words;

    #[test]
    fn the_longest_phrase_counts_and_stars_are_open() {
        let lists = PhraseLists::of("home: home, home office\nhome: *リモート*, heim*, *haus\n");
        let length = |text: &str| lists.longest_at("home", &words(text), 0);
        assert_eq!(length("home-office, please"), Some(2));
        assert_eq!(length("home alone"), Some(1));
        assert_eq!(length("フルリモート可"), Some(1));
        assert_eq!(length("Heimarbeit"), Some(1));
        assert_eq!(length("Krankenhaus"), Some(1));
        assert_eq!(length("the home"), None);
        assert_eq!(lists.longest_at("other", &words("home"), 0), None);
    }
}
