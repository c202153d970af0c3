//! Lists of known phrases, and where they occur in a sentence.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use job_post::list_file;

use crate::text::sentences::{Sentence, UNSEEN};

/// How a phrase must be written to count.
#[derive(Clone, Debug, PartialEq)]
enum Spelling {
    Any,
    /// Exactly like this; in other spellings it is an everyday word.
    Exact(String),
    /// Exactly like this, and after a preposition.
    Cued(String),
}

pub(crate) struct Vocabulary {
    phrases: HashMap<String, Spelling>,
    longest: usize,
}

pub(crate) static SKILLS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../data/lists/skills.txt")));
pub(crate) static PLACES: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../data/lists/places.txt")));
pub(crate) static DISTRICTS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../data/lists/districts.txt")));
pub(crate) static TRAILING: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../data/lists/trailing.txt")));

const PREPOSITIONS: [&str; 8] = ["in", "at", "near", "from", "bei", "nach", "to", "around"];

impl Vocabulary {
    fn of(text: &str) -> Vocabulary {
        let mut phrases = HashMap::new();
        for line in list_file::lines(text) {
            let (phrase, spelling) = if let Some(phrase) = line.strip_prefix('!') {
                (phrase, Spelling::Exact(phrase.to_owned()))
            } else if let Some(phrase) = line.strip_prefix('?') {
                (phrase, Spelling::Cued(phrase.to_owned()))
            } else {
                (line, Spelling::Any)
            };
            phrases.insert(key(phrase), spelling);
        }
        let longest = phrases.keys().map(|phrase| phrase.split(' ').count()).max().unwrap_or(1);
        Vocabulary { phrases, longest }
    }

    /// The phrases in a sentence as ranges of words. Of overlapping ones the first and longest counts.
    pub fn find(&self, sentence: &Sentence<'_>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < sentence.words.len() {
            match self.longest_at(sentence, at) {
                Some(end) => {
                    found.push(at..end);
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Is the word part of a phrase?
    pub fn covers(&self, sentence: &Sentence<'_>, word: usize) -> bool {
        let first = (word + 1).saturating_sub(self.longest);
        (first..=word).any(|at| self.longest_at(sentence, at).is_some_and(|end| end > word))
    }

    /// The end of the longest phrase that begins at this word.
    pub fn longest_at(&self, sentence: &Sentence<'_>, at: usize) -> Option<usize> {
        let most = sentence.words.len().min(at + self.longest);
        (at + 1..=most).rev().find(|end| self.matches(sentence, at..*end))
    }

    fn matches(&self, sentence: &Sentence<'_>, words: Range<usize>) -> bool {
        let text = sentence.span(words.clone());
        let Some(spelling) = self.phrases.get(&key(text)) else { return false };
        match spelling {
            Spelling::Any => true,
            Spelling::Exact(phrase) => phrase == text,
            Spelling::Cued(phrase) => {
                phrase == text && words.start > 0 && PREPOSITIONS.contains(&sentence.lower(words.start - 1))
            }
        }
    }

    pub fn has(&self, phrase: &str) -> bool {
        self.phrases.contains_key(&key(phrase))
    }
}

/// The form in which phrases are compared: lower case, one space between words, also for hyphens.
fn key(phrase: &str) -> String {
    phrase
        .to_lowercase()
        .replace('-', " ")
        .replace(UNSEEN, "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
