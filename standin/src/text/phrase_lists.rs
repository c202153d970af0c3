//! Named lists of phrases ("name: phrase, phrase"), and where they occur in a sentence. Arabic words are found in all
//! their forms.

use std::{collections::HashMap, ops::Range};

use job_post::{list_file, plain, without_object, without_particles};

use crate::text::sentences::Sentence;

pub(crate) struct PhraseLists {
    /// By their first word: the words of a phrase, and the name of its list.
    phrases: HashMap<String, Vec<(Vec<String>, &'static str)>>,
}

impl PhraseLists {
    pub fn of(file: &'static str) -> Self {
        let mut phrases: HashMap<String, Vec<_>> = HashMap::new();
        for (name, listed) in list_file::named(file) {
            for phrase in listed.split(", ") {
                let words: Vec<String> = phrase.split(' ').map(plain).collect();
                phrases.entry(words[0].clone()).or_default().push((words, name));
            }
        }
        Self { phrases }
    }

    /// The longest phrase that begins at a word: the name of its list, and its end.
    pub fn longest_at(&self, sentence: &Sentence<'_>, at: usize) -> Option<(&'static str, usize)> {
        let found = self.at(sentence, at);
        found.max_by_key(|(_, end)| *end)
    }

    /// Is a phrase of the list within these words?
    pub fn has(&self, name: &str, sentence: &Sentence<'_>, words: Range<usize>) -> bool {
        let end = words.end;
        words.into_iter().any(|at| self.at(sentence, at).any(|(list, to)| list == name && to <= end))
    }

    /// The end of the longest phrase of the list that begins at this word.
    pub fn end_of(&self, name: &str, sentence: &Sentence<'_>, at: usize) -> Option<usize> {
        self.at(sentence, at).filter(|(list, _)| *list == name).map(|(_, end)| end).max()
    }

    /// Does a phrase of the list begin at this word?
    pub fn begins(&self, name: &str, sentence: &Sentence<'_>, at: usize) -> bool {
        self.at(sentence, at).any(|(list, _)| list == name)
    }

    /// Is the word, exactly as given, a phrase of the list?
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
        let occurs = move |(words, name): &(Vec<String>, &'static str)| {
            let rest = words.iter().enumerate().skip(1);
            let all = rest.into_iter().all(|(offset, word)| is_form_of(sentence.lower(at + offset), word));
            all.then_some((*name, at + words.len()))
        };
        listed.into_iter().filter_map(occurs).collect::<Vec<_>>().into_iter()
    }
}

fn is_form_of(said: &str, word: &str) -> bool {
    let said = plain(said);
    said == word || without_particles(&said).any(|bare| bare == word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use job_post::{ExperienceLevel, WorkType, list_file};

    use crate::understanding::topics::{TOPICS, Topic};

    fn names(file: &str) -> BTreeSet<&str> {
        assert_eq!(list_file::named(file).count(), list_file::lines(file).count(), "a line without a name");
        list_file::named(file).map(|(name, _)| name).collect()
    }

    #[test]
    fn lists_are_named_after_what_they_stand_for() {
        let levels = ExperienceLevel::ALL.map(ExperienceLevel::as_str);
        assert_eq!(names(include_str!("../../data/lists/levels.txt")), levels.into());
        let kinds = WorkType::ALL.map(WorkType::as_str);
        assert_eq!(names(include_str!("../../data/lists/work_types.txt")), kinds.into());
        let topics = TOPICS.map(Topic::key);
        assert_eq!(names(include_str!("../../data/lists/topics.txt")), topics.into());
    }

    /// An unused list is a misspelled name, in the file or in the code.
    #[test]
    fn every_act_is_used() {
        const READERS: [&str; 15] = [
            include_str!("../understanding/pay.rs"),
            include_str!("../understanding/acts.rs"),
            include_str!("../understanding/intent.rs"),
            include_str!("../understanding/notes/mod.rs"),
            include_str!("../understanding/place/mod.rs"),
            include_str!("../understanding/renamed.rs"),
            include_str!("../replies/mod.rs"),
            include_str!("../understanding/notes/kinds.rs"),
            include_str!("../understanding/notes/telling.rs"),
            include_str!("../understanding/restated.rs"),
            include_str!("../understanding/restores.rs"),
            include_str!("../understanding/short_answers.rs"),
            include_str!("../understanding/mod.rs"),
            include_str!("../understanding/title/mod.rs"),
            include_str!("../understanding/work_type.rs"),
        ];
        for name in names(include_str!("../../data/lists/acts.txt")) {
            let quoted = format!("\"{name}\"");
            assert!(READERS.iter().any(|code| code.contains(&quoted)), "{name}");
        }
    }
}
