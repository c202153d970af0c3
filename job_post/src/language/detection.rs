//! Detects the language of a text by its words and letters.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Language;
use super::list_file;
use super::word_forms::is_arabic;
use super::words::{Word, among, words};

/// How many marks of each language a text has, in the order of [`Language::ALL`].
type Marks = [usize; Language::ALL.len()];

/// The words that show a language. Arabic shows by its letters.
const WORDS: [(Language, &str); 4] = [
    (Language::English, include_str!("../../data/languages/en.txt")),
    (Language::German, include_str!("../../data/languages/de.txt")),
    (Language::French, include_str!("../../data/languages/fr.txt")),
    (Language::Spanish, include_str!("../../data/languages/es.txt")),
];

/// Letters that only some of the languages have.
const LETTERS: [(Language, &str); 3] =
    [(Language::German, "äöüß"), (Language::French, "éèêëàâçùûîïôœ"), (Language::Spanish, "éáíóúñ")];

/// French elisions: "l'annonce", "d'expérience".
const ELISIONS: [&str; 9] = ["l'", "d'", "j'", "qu'", "n'", "c'", "s'", "m'", "jusqu'"];

/// Articles at the beginning of place names: "Los Angeles", "Le Havre".
const ARTICLES: &str = "la las los el le les de del des du";

/// The language of the newest text that shows one. If no text does: the language that the names in one show.
pub(super) fn detect<'a>(
    texts_newest_first: impl IntoIterator<Item = &'a str>,
) -> (Option<Language>, Option<Language>) {
    let mut by_names = None;
    for text in texts_newest_first {
        let words = words(text);
        if let Some(language) = most(marks(text, &words)) {
            return (Some(language), None);
        }
        by_names = by_names.or_else(|| most(letters(&words, |_| true)));
    }
    (None, by_names)
}

/// The language with the most marks; `None` if there are none, or two languages have as many.
fn most(marks: Marks) -> Option<Language> {
    let best = *marks.iter().max()?;
    let mut leading = std::iter::zip(Language::ALL, marks).filter(|(_, count)| *count == best && best > 0);
    let (language, _) = leading.next()?;
    leading.next().is_none().then_some(language)
}

/// Counts the words that show a language, and the letters of words without a capital.
fn marks(text: &str, words: &[Word]) -> Marks {
    let is_capital = |word: &Word| text[word.span.start..].starts_with(char::is_uppercase);
    let mut marks = letters(words, |word| !is_capital(word));
    for (at, word) in words.iter().enumerate() {
        let begins_name =
            among(&word.plain, ARTICLES) && is_capital(word) && words.get(at + 1).is_some_and(is_capital);
        for language in KNOWN.get(&*word.plain).into_iter().flatten().filter(|_| !begins_name) {
            marks[*language as usize] += 1;
        }
        let is_elided = |elision: &str| word.plain.strip_prefix(elision).is_some_and(|rest| rest.len() > 1);
        if ELISIONS.into_iter().any(is_elided) {
            marks[Language::French as usize] += 1;
        }
    }
    marks
}

/// Counts the letters that show a language, in the words that count; each Arabic word is one mark.
fn letters(words: &[Word], counts: impl Fn(&Word) -> bool) -> Marks {
    let mut marks = Marks::default();
    for word in words {
        if word.plain.chars().any(is_arabic) {
            marks[Language::Arabic as usize] += 1;
        }
        for (language, letters) in LETTERS.iter().filter(|_| counts(word)) {
            marks[*language as usize] +=
                word.plain.chars().filter(|letter| letters.contains(*letter)).count();
        }
    }
    marks
}

static KNOWN: LazyLock<HashMap<&'static str, Vec<Language>>> = LazyLock::new(|| {
    let mut known: HashMap<&str, Vec<Language>> = HashMap::new();
    for (language, list) in WORDS {
        for word in list_file::words(list) {
            let languages = known.entry(word).or_default();
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
    }
    known
});

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Language {
        Language::of([text], None)
    }

    #[test]
    fn languages_are_detected() {
        let table: [(Language, &[&str]); 5] = [
            (
                Language::German,
                &[
                    "Guten Tag, wir suchen einen Produktionsleiter (m/w/d)",
                    "Passt so, bitte veröffentlichen.",
                    "Vor Ort, keine Homeoffice-Möglichkeit.",
                    "Senior Entwickler, ÖFFENTLICH, so in Berlin",
                    "Nein, doch hybrid",
                    "4.000 € im Monat",
                ],
            ),
            (
                Language::English,
                &[
                    "Looks good, publish it.",
                    ".net developer full stack",
                    "$85k to $100k",
                    "",
                    "Looking for a cook in München, we need the best",
                    "no, make it remote",
                    "5 years of experience",
                    "minimum 95k, maximum stays",
                    "Los Angeles",
                    "on site plus bonus",
                    "Hola! I'd like to hire a waiter for our café in Málaga",
                ],
            ),
            (
                Language::French,
                &[
                    "Bonjour, nous recherchons un chef de rang",
                    "Développeur Java à Lyon",
                    "télétravail",
                    "finalement plutôt hybride",
                    "45 k€ brut annuel",
                    "entre 2 500 et 3 000 € par mois",
                    "5 ans d'expérience minimum",
                    "C'est parfait, publiez",
                    "Enlevez Docker",
                ],
            ),
            (
                Language::Spanish,
                &[
                    "Buscamos un camarero para Sevilla",
                    "de 1.800 a 2.400 euros mensuales",
                    "quita Docker",
                    "Presencial, en Valencia",
                    "con 3 años de experiencia",
                    "sí, publícalo así",
                    "mejor híbrido",
                ],
            ),
            (
                Language::Arabic,
                &[
                    "نبحث عن مهندس برمجيات في عمان",
                    "احذف الراتب",
                    "عن بعد",
                    "نريد Senior Backend Developer",
                    "٥ سنوات",
                ],
            ),
        ];
        for (language, texts) in table {
            for text in texts {
                assert_eq!(of(text), language, "{text}");
            }
        }
    }

    #[test]
    fn the_newest_text_with_marks_decides() {
        assert_eq!(Language::of(["72.000", "Wir suchen einen Koch"], None), Language::German);
        assert_eq!(Language::of(["SAP", "Das Gehalt liegt bei"], Some("en-GB")), Language::German);
        assert_eq!(Language::of(["publiez", "we need a cook"], Some("en")), Language::French);
        assert_eq!(Language::of(["Zürich", "We need a cook"], None), Language::English);
    }

    #[test]
    fn the_locale_decides_if_no_text_has_marks() {
        for (locale, language) in [
            ("fr-CA", Language::French),
            ("de_AT", Language::German),
            ("AR", Language::Arabic),
            ("es-419", Language::Spanish),
            ("pt-BR", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of(["Zendesk, 72000"], Some(locale)), language, "{locale}");
        }
        assert_eq!(Language::of(["Zürich"], Some("en")), Language::English);
        assert_eq!(of("Bäckereifachverkäufer"), Language::German);
    }
}
