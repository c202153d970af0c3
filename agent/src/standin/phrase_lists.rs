//! Lists of phrases as data ("name: phrase, phrase"), and where they stand in a sentence. Arabic words are found in all
//! their forms.

use std::{collections::HashMap, ops::Range};

use job_post::{plain, without_object, without_particles};

use super::words::Sentence;

pub(super) struct PhraseLists {
    /// By their first word: the words of a phrase, and the list it is in.
    phrases: HashMap<String, Vec<(Vec<String>, &'static str)>>,
}

impl PhraseLists {
    pub fn of(file: &'static str) -> Self {
        let mut phrases: HashMap<String, Vec<_>> = HashMap::new();
        let lines =
            file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
        for (name, listed) in lines {
            for phrase in listed.split(", ") {
                let words: Vec<String> = phrase.split(' ').map(plain).collect();
                phrases.entry(words[0].clone()).or_default().push((words, name));
            }
        }
        Self { phrases }
    }

    /// The list of the longest phrase that begins at a word, and where it ends.
    pub fn longest_at(&self, sentence: &Sentence<'_>, at: usize) -> Option<(&'static str, usize)> {
        let found = self.at(sentence, at);
        found.max_by_key(|(_, end)| *end)
    }

    /// Does a phrase of the list stand within these words?
    pub fn has(&self, name: &str, sentence: &Sentence<'_>, words: Range<usize>) -> bool {
        let end = words.end;
        words.into_iter().any(|at| self.at(sentence, at).any(|(list, to)| list == name && to <= end))
    }

    /// Where the longest phrase of the list that begins at this word ends.
    pub fn end_of(&self, name: &str, sentence: &Sentence<'_>, at: usize) -> Option<usize> {
        self.at(sentence, at).filter(|(list, _)| *list == name).map(|(_, end)| end).max()
    }

    /// Does a phrase of the list begin at this word?
    pub fn begins(&self, name: &str, sentence: &Sentence<'_>, at: usize) -> bool {
        self.at(sentence, at).any(|(list, _)| list == name)
    }

    /// Is the word, as it stands, a phrase of the list?
    pub fn has_word(&self, name: &str, word: &str) -> bool {
        let listed = self.phrases.get(word).into_iter().flatten();
        listed.into_iter().any(|(words, list)| words.len() == 1 && *list == name)
    }

    /// Is the word a phrase of any list?
    pub fn is_phrase(&self, word: &str) -> bool {
        let word = plain(word);
        let is_it = |word: &str| {
            self.phrases.get(word).is_some_and(|it| it.iter().any(|(words, _)| words.len() == 1))
        };
        is_it(&word) || without_particles(&word).any(is_it)
    }

    fn at(&self, sentence: &Sentence<'_>, at: usize) -> impl Iterator<Item = (&'static str, usize)> {
        let first = plain(sentence.lower(at));
        let verb = without_object(&first);
        let forms = std::iter::once(&*first).chain(without_particles(&first)).chain(verb.as_deref());
        let listed: Vec<_> = forms.filter_map(|form| self.phrases.get(form)).flatten().collect();
        let stands = move |(words, name): &(Vec<String>, &'static str)| {
            let rest = words.iter().enumerate().skip(1);
            let all = rest.into_iter().all(|(offset, word)| is_form_of(sentence.lower(at + offset), word));
            all.then_some((*name, at + words.len()))
        };
        listed.into_iter().filter_map(stands).collect::<Vec<_>>().into_iter()
    }
}

fn is_form_of(said: &str, word: &str) -> bool {
    let said = plain(said);
    said == word || without_particles(&said).any(|bare| bare == word)
}
