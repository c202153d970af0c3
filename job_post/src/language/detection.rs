//! Detects the language of a text by its words and letters.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Language;
use super::list_file;
use super::recent_texts::RecentTexts;
use super::word_forms::is_arabic;
use super::words::{Word, among, words};

/// How many marks of each language a text has, in the order of [`Language::ALL`], and of [`OTHER`] languages.
type Marks = [usize; OTHER + 1];

/// The place of the languages that the agent does not speak.
const OTHER: usize = Language::ALL.len();

/// What a text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Language(Language),
    /// A language that the agent does not speak.
    Other,
    /// No language, or two as much as each other.
    None {
        /// The language that the names in the newest text with such names show.
        by_names: Option<Language>,
    },
}

/// The words that show a language. Arabic shows by its letters.
const WORDS: [(usize, &str); 9] = [
    (Language::English as usize, include_str!("../../data/languages/en.txt")),
    (Language::German as usize, include_str!("../../data/languages/de.txt")),
    (Language::French as usize, include_str!("../../data/languages/fr.txt")),
    (Language::Spanish as usize, include_str!("../../data/languages/es.txt")),
    (Language::Portuguese as usize, include_str!("../../data/languages/pt.txt")),
    (Language::Italian as usize, include_str!("../../data/languages/it.txt")),
    (Language::Dutch as usize, include_str!("../../data/languages/nl.txt")),
    (Language::Polish as usize, include_str!("../../data/languages/pl.txt")),
    (OTHER, include_str!("../../data/languages/other.txt")),
];

/// Letters that only some of the languages have.
const LETTERS: [(usize, &str); 7] = [
    (Language::German as usize, "äöüß"),
    (Language::French as usize, "éèêëàâçùûîïôœ"),
    (Language::Spanish as usize, "éáíóúñ"),
    (Language::Portuguese as usize, "ãõáàâçéêíóôú"),
    (Language::Italian as usize, "àèéìòù"),
    (Language::Polish as usize, "ąćęłńóśźż"),
    (OTHER, "åæøőűğışșțăčďěňřšťůžýđþð"),
];

/// Letters of languages that are written like Arabic, such as Persian and Urdu.
const NEAR_ARABIC: &str = "پژگکیٹڈےںہ";

/// Elisions, and the languages that have them: "l'annonce", "d'expérience", "nell'ufficio".
const ELISIONS: [(&[Language], &[&str]); 3] = [
    (&[Language::French, Language::Italian], &["l'", "d'", "c'", "m'", "s'"]),
    (&[Language::French], &["j'", "qu'", "n'", "jusqu'"]),
    (&[Language::Italian], &["un'", "all'", "dell'", "nell'", "dall'", "sull'", "quest'", "quell'", "dov'"]),
];

/// Articles at the beginning of place names: "Los Angeles", "Le Havre", "Den Haag".
const ARTICLES: &str = "la las los el le les de del des du den het il";

/// The places of the languages that the words of a text show, and if these show none, its names.
#[derive(Clone, Copy, Debug)]
struct OfText {
    by_words: Option<usize>,
    by_names: Option<usize>,
}

/// The language of the newest text that shows one.
pub(super) fn detect<'a>(texts_newest_first: impl IntoIterator<Item = &'a str>) -> Shown {
    static EARLIER: LazyLock<RecentTexts<OfText>> = LazyLock::new(RecentTexts::new);
    let mut by_names = None;
    for (place, text) in texts_newest_first.into_iter().enumerate() {
        // The others are of earlier turns.
        let shown = if place == 0 { of_text(text) } else { EARLIER.get(text, of_text) };
        match shown.by_words {
            Some(OTHER) => return Shown::Other,
            Some(language) => return Shown::Language(Language::ALL[language]),
            None => {}
        }
        by_names = by_names.or_else(|| Language::ALL.get(shown.by_names?).copied());
    }
    Shown::None { by_names }
}

fn of_text(text: &str) -> OfText {
    let words = words(text);
    let by_words = most(marks(text, &words));
    let by_names = if by_words.is_none() { most(letters(&words, |_| true)) } else { None };
    OfText { by_words, by_names }
}

/// The place with the most marks; `None` if there are none, or two places have as many.
fn most(marks: Marks) -> Option<usize> {
    let best = *marks.iter().max()?;
    let mut leading = marks.iter().enumerate().filter(|(_, count)| **count == best && best > 0);
    let (place, _) = leading.next()?;
    leading.next().is_none().then_some(place)
}

/// Counts the words that show a language, and the letters of words without a capital.
fn marks(text: &str, words: &[Word]) -> Marks {
    let is_capital = |word: &Word| text[word.span.start..].starts_with(char::is_uppercase);
    let mut marks = Marks::default();
    for (at, word) in words.iter().enumerate() {
        let begins_name =
            among(&word.plain, ARTICLES) && is_capital(word) && words.get(at + 1).is_some_and(is_capital);
        for place in KNOWN.get(&*word.plain).into_iter().flatten().filter(|_| !begins_name) {
            marks[*place] += 1;
        }
        let is_elided = |elision: &&str| word.plain.strip_prefix(*elision).is_some_and(|rest| rest.len() > 1);
        for (languages, _) in ELISIONS.iter().filter(|(_, elisions)| elisions.iter().any(is_elided)) {
            languages.iter().for_each(|language| marks[*language as usize] += 1);
        }
    }
    // Among words of other languages, letters alone show nothing: "hög lön" is Swedish, in spite of the "ö" of German.
    let among_other = marks[OTHER] > 0;
    let of_letters = letters(words, |word| !is_capital(word));
    for (place, count) in of_letters.into_iter().enumerate() {
        let alone = among_other && marks[place] == 0 && place != Language::Arabic as usize;
        marks[place] += if alone { 0 } else { count };
    }
    marks
}

/// Counts the letters that show a language, in the words that count; each word in Arabic or another script is one mark.
fn letters(words: &[Word], counts: impl Fn(&Word) -> bool) -> Marks {
    let mut marks = Marks::default();
    for word in words {
        if word.plain.chars().any(|letter| NEAR_ARABIC.contains(letter)) {
            marks[OTHER] += 2;
        } else if word.plain.chars().any(is_arabic) {
            marks[Language::Arabic as usize] += 1;
        } else if word.plain.chars().any(is_of_other_script) {
            marks[OTHER] += 1;
        }
        for (place, letters) in LETTERS.iter().filter(|_| counts(word)) {
            marks[*place] += word.plain.chars().filter(|letter| letters.contains(*letter)).count();
        }
    }
    marks
}

/// Is it a letter beyond the Latin ones of Europe: Cyrillic, Greek, Hebrew, Chinese, Vietnamese?
fn is_of_other_script(letter: char) -> bool {
    letter > '\u{24f}' && letter.is_alphabetic()
}

static KNOWN: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, list) in WORDS {
        for word in list_file::words(list) {
            let places = known.entry(word).or_default();
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    known
});
