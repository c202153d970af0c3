//! Capital letters of titles and names.

use job_post::Language;

/// Writes a text as a heading: small words stay small, known abbreviations become capitals, words with capitals keep them.
pub(crate) fn capitalized(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    // "Addetto ai tavoli" has the Italian article.
    let is_article = |place: usize| {
        let ends = |at: Option<usize>, vowels: &[char]| {
            at.and_then(|at| words.get(at)).is_some_and(|word| word.ends_with(vowels))
        };
        words[place] == "ai" && ends(place.checked_sub(1), &['a', 'o', 'e']) && ends(Some(place + 1), &['i'])
    };
    let written = |place: usize| match is_article(place) {
        true => words[place].to_owned(),
        false => capitalized_word(words[place], place == 0),
    };
    (0..words.len()).map(written).collect::<Vec<_>>().join(" ")
}

/// Writes a title as its language does: with capitals in English and German, elsewhere with one at the beginning.
pub(crate) fn title_cased(text: &str, language: Language) -> String {
    if matches!(language, Language::English | Language::German) {
        return capitalized(text);
    }
    let mut words = text.split_whitespace();
    let first = words.next().map(|word| capitalized_word(word, true));
    first.into_iter().chain(words.map(str::to_owned)).collect::<Vec<_>>().join(" ")
}

fn capitalized_word(word: &str, first: bool) -> String {
    const SHORT: &[&str] = &[
        "qa", "hr", "it", "ui", "ux", "ai", "ml", "sap", "seo", "vp", "cto", "ceo", "cfo", "coo", "php",
        "sql", "aws", "crm", "erp", "sre", "dba", "icu", "pr",
    ];
    const SMALL: &[&str] = &[
        "of", "in", "and", "for", "the", "to", "with", "und", "für", "von", "im", "an", "de", "du", "des",
        "del", "la", "le", "les", "et", "y", "en", "à", "di", "da", "do", "dos", "das", "alle", "alla", "am",
        "der", "i.", "a.", "d.", "o.", "b.", "oder", "sur", "upon", "em", "voor", "van", "op", "aan", "ob",
    ];
    if word.chars().any(char::is_uppercase) || (!first && SMALL.contains(&word)) {
        return word.to_owned();
    }
    // "Lyon 7e", "the 2nd cook".
    let ordinal = word.trim_start_matches(|digit: char| digit.is_ascii_digit());
    if ordinal.len() < word.len() && ["e", "er", "ème", "st", "nd", "rd", "th"].contains(&ordinal) {
        return word.to_owned();
    }
    if SHORT.contains(&word) {
        return word.to_uppercase();
    }
    match word.find(char::is_alphabetic) {
        Some(at) if at <= 1 => {
            let (before, rest) = word.split_at(at);
            let mut letters = rest.chars();
            let capital = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
            format!("{before}{capital}{}", letters.as_str())
        }
        _ => word.to_owned(),
    }
}
