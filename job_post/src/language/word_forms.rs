//! The forms of words: case, Arabic spellings, and small words that are written together with a word.

use super::words::is_unseen;
use unicode_normalization::UnicodeNormalization as _;

/// The form in which words are compared: lower case, Arabic in one spelling, without signs that nobody sees. Other signs
/// stay.
pub fn plain(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).filter_map(one_spelling).collect()
}

/// One letter for those with several spellings: apostrophes, and Arabic alef, ya and ta marbuta. Arabic vowel signs and
/// the stretching line are dropped.
fn one_spelling(letter: char) -> Option<char> {
    match letter {
        '’' => Some('\''),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' => Some('ي'),
        'ة' => Some('ه'),
        unseen if is_unseen(unseen) => None,
        'ـ' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' => None,
        other => Some(other),
    }
}

/// The forms of an Arabic word without its prefixes ("and", "in", "for", "the") and without the ending of the accusative.
pub fn without_particles(word: &str) -> impl Iterator<Item = &str> {
    const PARTICLES: [&str; 15] =
        ["", "و", "ف", "ب", "ل", "ك", "ال", "بال", "لل", "وال", "كال", "فال", "وبال", "ولل", "وب"];
    let particles = word.starts_with(is_arabic).then_some(PARTICLES).into_iter().flatten();
    let bare = particles.filter_map(|particle| word.strip_prefix(particle));
    let bare = bare.flat_map(|bare| [Some(bare), bare.strip_suffix('ا')]).flatten();
    bare.filter(|bare| bare.len() < word.len() && bare.chars().count() > 1)
}

/// A verb without an object that is written together with it: "retirez-la", "bórralo", "احذفه".
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
