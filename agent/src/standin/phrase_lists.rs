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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use job_post::{ExperienceLevel, WorkType};

    use crate::standin::topics::TOPICS;

    fn names(file: &str) -> BTreeSet<&str> {
        let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        lines.map(|line| line.split_once(": ").expect("a line is a name and phrases").0).collect()
    }

    #[test]
    fn lists_are_named_after_what_they_stand_for() {
        let levels = ExperienceLevel::ALL.map(ExperienceLevel::as_str);
        assert_eq!(names(include_str!("data/levels.txt")), levels.into());
        let kinds = WorkType::ALL.map(WorkType::as_str);
        assert_eq!(names(include_str!("data/work_types.txt")), kinds.into());
        let topics = TOPICS.map(crate::standin::topics::Topic::key);
        assert_eq!(names(include_str!("data/topics.txt")), topics.into());
    }

    /// A list that nobody asks for is a name that somebody misspelled, there or in the code.
    #[test]
    fn every_act_is_asked_for() {
        const READERS: [&str; 9] = [
            include_str!("acts.rs"),
            include_str!("intent.rs"),
            include_str!("place.rs"),
            include_str!("renamed.rs"),
            include_str!("replies.rs"),
            include_str!("restores.rs"),
            include_str!("short_answers.rs"),
            include_str!("understanding.rs"),
            include_str!("work_type.rs"),
        ];
        for name in names(include_str!("data/acts.txt")) {
            let quoted = format!("\"{name}\"");
            assert!(READERS.iter().any(|code| code.contains(&quoted)), "{name}");
        }
    }
}
