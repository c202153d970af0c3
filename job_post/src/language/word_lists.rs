//! Named lists of words ("name: words") that find a word in any of its forms.

use std::collections::{HashMap, HashSet};

use super::likeness::{folded, is_latin};
use super::list_file;
use super::word_forms::{plain, without_object, without_particles};

pub(crate) struct WordLists {
    lists: HashMap<&'static str, HashSet<String>>,
}

impl WordLists {
    pub fn of(file: &'static str) -> Self {
        let mut lists: HashMap<&str, HashSet<String>> = HashMap::new();
        for (name, words) in list_file::named(file) {
            let list = lists.entry(name).or_default();
            list.extend(words.split_whitespace().map(plain));
            // People leave accents out: "enleve", "usun".
            list.extend(words.split_whitespace().filter(|word| is_latin(word)).map(folded));
        }
        Self { lists }
    }

    /// Is any form of the word in the list, with or without its accents?
    pub fn has(&self, list: &str, word: &str) -> bool {
        let Some(list) = self.lists.get(list) else { return false };
        let word = &*plain(word);
        list.contains(word)
            || without_particles(word).any(|bare| list.contains(bare))
            || without_object(word).is_some_and(|verb| list.contains(&verb))
    }

    /// The words of a list.
    pub fn words(&self, list: &str) -> impl Iterator<Item = &str> {
        self.lists.get(list).into_iter().flatten().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_is_found_in_all_its_forms() {
        let lists = WordLists::of("# a comment: it\npay: راتب أجر Pay\npay: gehalt\n");
        for word in ["الراتب", "والراتب", "براتب", "أجر", "الأجر", "راتبٌ", "راتبًا", "أجرا", "PAY", "Gehalt"]
        {
            assert!(lists.has("pay", word), "{word}");
        }
        for word in ["رواتب", "it", "مرتب"] {
            assert!(!lists.has("pay", word), "{word}");
        }
    }

    #[test]
    fn verbs_are_found_with_their_objects() {
        let lists = WordLists::of("drop: retirez borra quita elimina احذف");
        for word in ["retirez-la", "bórralo", "quítala", "elimínalos", "احذفه", "احذفها"] {
            assert!(lists.has("drop", word), "{word}");
        }
        for word in ["la", "borrador", "احذر", "retirez-vous"] {
            assert!(!lists.has("drop", word), "{word}");
        }
    }
}
