//! Lists of words as data: lines of "name: words", where a list goes on as often as its name comes.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

pub(crate) struct WordLists {
    lists: HashMap<&'static str, HashSet<String>>,
}

impl WordLists {
    pub fn of(file: &'static str) -> Self {
        let mut lists: HashMap<&str, HashSet<String>> = HashMap::new();
        let lines =
            file.lines().filter(|line| !line.starts_with("# ")).filter_map(|line| line.split_once(": "));
        for (name, words) in lines {
            lists.entry(name).or_default().extend(words.split_whitespace().map(plain));
        }
        Self { lists }
    }

    /// Is the word in the list, in any form of it?
    pub fn has(&self, list: &str, word: &str) -> bool {
        let Some(list) = self.lists.get(list) else { return false };
        let word = &*plain(word);
        list.contains(word)
            || without_particles(word).any(|bare| list.contains(bare))
            || without_object(word).is_some_and(|verb| list.contains(&verb))
    }

    /// The words of a list.
    #[cfg(test)]
    pub fn words(&self, list: &str) -> impl Iterator<Item = &str> {
        self.lists.get(list).into_iter().flatten().map(String::as_str)
    }
}

/// One word as words are compared: in small letters, Arabic in one of its ways of writing. Signs stay.
pub fn plain(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter_map(one_form).collect()
}

/// Of letters that people write in several ways one: apostrophes, and in Arabic alef, ya and ta marbuta; vowel signs and
/// the stretching line go.
fn one_form(letter: char) -> Option<char> {
    match letter {
        '’' => Some('\''),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' => Some('ي'),
        'ة' => Some('ه'),
        'ـ' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' => None,
        other => Some(other),
    }
}

/// An Arabic word without what is written together with it: "and", "in", "for", "the", and the ending of the accusative.
pub fn without_particles(word: &str) -> impl Iterator<Item = &str> {
    const PARTICLES: [&str; 15] =
        ["", "و", "ف", "ب", "ل", "ك", "ال", "بال", "لل", "وال", "كال", "فال", "وبال", "ولل", "وب"];
    let particles = word.starts_with(is_arabic).then_some(PARTICLES).into_iter().flatten();
    let bare = particles.filter_map(|particle| word.strip_prefix(particle));
    let bare = bare.flat_map(|bare| [Some(bare), bare.strip_suffix('ا')]).flatten();
    bare.filter(|bare| bare.len() < word.len() && bare.chars().count() > 1)
}

/// A verb without the object that is written together with it: "retirez-la", "bórralo", "احذفه".
pub fn without_object(word: &str) -> Option<String> {
    const SPANISH: [&str; 6] = ["los", "las", "les", "lo", "la", "le"];
    const ARABIC: [&str; 3] = ["ها", "هم", "ه"];
    if let Some((verb, object)) = word.split_once('-') {
        return ["le", "la", "les", "moi", "nous"].contains(&object).then(|| verb.to_owned());
    }
    if word.ends_with(is_arabic) {
        let verb = ARABIC.iter().find_map(|object| word.strip_suffix(object))?;
        return (verb.chars().count() > 2).then(|| verb.to_owned());
    }
    let verb = SPANISH.iter().find_map(|object| word.strip_suffix(object))?;
    (verb.len() > 3).then(|| verb.nfd().filter(|letter| *letter != '\u{301}').nfc().collect())
}

pub(crate) fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
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
