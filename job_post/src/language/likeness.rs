//! Compares words by spelling, where equal words are too strict: typing errors, endings, abbreviations, accents.

use unicode_normalization::UnicodeNormalization as _;

use super::word_forms::{plain, without_particles};
use super::words::among;

/// Is it written in Latin letters, whose accents people leave out?
pub(crate) fn is_latin(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_alphabetic() || letter < '\u{250}')
}

/// The plain form of a word without accents: "Köche" is "koche", "Straße" is "strasse".
pub(crate) fn folded(word: &str) -> String {
    let mut found = String::with_capacity(word.len());
    for letter in plain(word).nfd() {
        match letter {
            '\u{300}'..='\u{36f}' => {}
            'ß' => found.push_str("ss"),
            'æ' => found.push_str("ae"),
            'œ' => found.push_str("oe"),
            'ø' => found.push('o'),
            'ł' => found.push('l'),
            'đ' => found.push('d'),
            'ı' => found.push('i'),
            other => found.push(other),
        }
    }
    found
}

/// Are the words one word in two spellings, or two forms of one word? Both are folded.
pub(crate) fn is_like(said: &str, wanted: &str) -> bool {
    let alike = |said: &str| said == wanted || is_near(said, wanted) || is_inflected(said, wanted);
    alike(said) || without_particles(said).any(alike)
}

/// Is the word another one with a typing error? Both are folded.
pub(crate) fn is_misspelt(said: &str, wanted: &str) -> bool {
    said != wanted && is_near(said, wanted)
}

/// Do the words differ by a typing error, or by two if they are long? In a word under eight letters only a missing letter, two
/// that are swapped, and in one of seven a letter too many are errors: another letter makes another word ("rest", "Rust").
fn is_near(one: &str, other: &str) -> bool {
    let (length, other_length) = (one.chars().count(), other.chars().count());
    let longer = length.max(other_length);
    let errors = if longer < 8 { 1 } else { 2 };
    let has_digit = one.contains(|letter: char| letter.is_ascii_digit());
    let has_more = length + 1 == other_length || (length == other_length + 1 && longer >= 7);
    let may_differ = longer >= 8 || has_more || is_swapped(one, other);
    // A mistake in the first letter usually makes another word: "cook", "book".
    longer >= 4
        && may_differ
        && length.abs_diff(other_length) <= errors
        && !has_digit
        && one.chars().next() == other.chars().next()
        && strsim::osa_distance(one, other) <= errors
}

/// Do the words have the same letters in another order?
fn is_swapped(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// Do the words share more than two thirds of the longer one, and differ in an ending only: "drive", "driver"? Or are they
/// an Italian singular and plural: "cuoco", "cuochi"?
fn is_inflected(one: &str, other: &str) -> bool {
    let (shared, rest, other_rest) = split(one, other);
    let longer = shared + rest.len().max(other_rest.len());
    let is_plural = |plural: &[char], singular: &[char]| {
        matches!(plural, ['h', 'i' | 'e']) && matches!(singular, ['o' | 'a'])
    };
    let is_italian = is_plural(&rest, &other_rest) || is_plural(&other_rest, &rest);
    shared >= 4 && rest.len() <= 3 && other_rest.len() <= 3 && (shared * 3 > 2 * longer || is_italian)
}

/// Do the words differ by endings of verbs and of people who do the work: "driving", "driver"?
pub(crate) fn is_of_one_verb(one: &str, other: &str) -> bool {
    const ENDINGS: &str = "e es ed ing er or ist ant ent s n en t eur euse ador adora in";
    let (shared, rest, other_rest) = split(one, other);
    let is_ending = |rest: &[char]| rest.is_empty() || among(&rest.iter().collect::<String>(), ENDINGS);
    shared >= 3 && is_ending(&rest) && is_ending(&other_rest)
}

/// How many letters two words share at their beginning, and the rests.
fn split(one: &str, other: &str) -> (usize, Vec<char>, Vec<char>) {
    let shared = std::iter::zip(one.chars(), other.chars()).take_while(|(a, b)| a == b).count();
    (shared, one.chars().skip(shared).collect(), other.chars().skip(shared).collect())
}

/// Does the short word abbreviate the long one: "asst" for "assistant", "br" for "breisgau"? A contraction leaves out the
/// vowels: "put" is none of "procurement".
pub(crate) fn abbreviates(short: &str, long: &str) -> bool {
    let length = short.chars().count();
    let mut rest = long.chars();
    let is_contraction = short.chars().next() == long.chars().next()
        && short.chars().last() == long.chars().last()
        && short.chars().skip(1).take(length.saturating_sub(2)).all(|inner| !"aeiou".contains(inner))
        && short.chars().all(|letter| rest.any(|other| other == letter));
    (2..=6).contains(&length)
        && long.chars().count() >= 6.max(2 * length)
        && (long.starts_with(short) || is_contraction)
}

/// How many of the first words have the letters of the short word as initials: "nyc" for "new york city"?
pub(crate) fn initials(short: &str, words: &[String]) -> Option<usize> {
    let letters: Vec<char> = short.chars().filter(|letter| *letter != '.').collect();
    let fits = letters.len() >= 2
        && letters.len() <= words.len()
        && std::iter::zip(&letters, words).all(|(letter, word)| word.starts_with(*letter));
    fits.then_some(letters.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_and_endings_leave_a_word_alike() {
        for (said, wanted) in [
            ("recepcionist", "Receptionist"),
            ("electrition", "Electrician"),
            ("develper", "Developer"),
            ("practioner", "Practitioner"),
            ("cok", "Cook"),
            ("Manchster", "Manchester"),
            ("Munchen", "München"),
            ("Köche", "Koch"),
            ("Ärzte", "Arzt"),
            ("kucharza", "Kucharz"),
            ("Krakowie", "Kraków"),
            ("drive", "Driver"),
            ("Strasse", "Straße"),
            ("بالرياض", "رياض"),
        ] {
            assert!(is_like(&folded(said), &folded(wanted)), "{said} is like {wanted}");
        }
        for (said, wanted) in [
            ("cook", "book"),
            ("Austin", "Austria"),
            ("Porto", "Portugal"),
            ("Java", "JavaScript"),
            ("S11", "S12"),
            ("Rust", "Ruby"),
            ("rest", "Rust"),
            ("shift", "Swift"),
            ("career", "Carer"),
            ("cook", "Cork"),
            ("writer", "Waiter"),
            ("Bath", "Bari"),
        ] {
            assert!(!is_like(&folded(said), &folded(wanted)), "{said} is not like {wanted}");
        }
    }

    #[test]
    fn short_forms_stand_for_words() {
        assert!(
            abbreviates("asst", "assistant")
                && abbreviates("mgr", "manager")
                && abbreviates("br", "breisgau")
        );
        assert!(!abbreviates("it", "at") && !abbreviates("mgr", "engineer") && !abbreviates("go", "gold"));
        assert!(!abbreviates("vos", "vladivostok"), "an abbreviation begins or ends like its word");
        let words = ["new", "york", "city"].map(str::to_owned);
        assert_eq!(
            (initials("nyc", &words), initials("ny", &words), initials("la", &words)),
            (Some(3), Some(2), None)
        );
        assert!(
            is_of_one_verb("driving", "driver")
                && is_of_one_verb("baking", "baker")
                && !is_of_one_verb("ban", "bus")
        );
    }
}
