//! Detects the language of a text by its words and letters.

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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Language {
        Language::of([text], None)
    }

    #[test]
    fn languages_are_detected() {
        let table: [(Language, &[&str]); 9] = [
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
                    "نبحث عن موظف at Dubai",
                    "٥ سنوات",
                ],
            ),
            (
                Language::Portuguese,
                &[
                    "Olá, precisamos de um cozinheiro em Coimbra",
                    "Procuramos uma enfermeira para Lisboa",
                    "1.200 euros por mês",
                    "com 3 anos de experiência",
                    "não, só presencial",
                    "está tudo certo, pode publicar",
                    "retire o Docker",
                ],
            ),
            (
                Language::Italian,
                &[
                    "Buongiorno, cerchiamo un cameriere a Rimini",
                    "2.000 euro al mese",
                    "è richiesta l'esperienza",
                    "va bene, pubblica",
                    "togli Docker",
                    "lavoro in sede, niente smart working",
                    "con 5 anni di esperienza",
                ],
            ),
            (
                Language::Dutch,
                &[
                    "Hallo, wij zoeken een kok in Haarlem",
                    "2.300 euro per maand",
                    "met 5 jaar ervaring",
                    "op kantoor, niet hybride",
                    "dat klopt, publiceren maar",
                    "verwijder Docker",
                    "Hi, ik zoek een software tester in Utrecht",
                ],
            ),
            (
                Language::Polish,
                &[
                    "Dzień dobry, szukamy spawacza do Gdańska",
                    "30 zł za godzinę",
                    "zdalnie albo hybrydowo",
                    "tak, opublikuj",
                    "usuń Docker",
                    "pensja od 6000 do 8000",
                    "trzeba znać angielski",
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
            ("pt-BR", Language::Portuguese),
            ("it-CH", Language::Italian),
            ("nl_BE", Language::Dutch),
            ("pl", Language::Polish),
            ("sv-SE", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of(["Zendesk, 72000"], Some(locale)), language, "{locale}");
        }
        assert_eq!(Language::of(["Zürich"], Some("en")), Language::English);
        assert_eq!(of("Bäckereifachverkäufer"), Language::German);
    }

    #[test]
    fn words_of_two_languages_show_neither() {
        for text in ["publicar", "publica", "remoto", "hora", "prima", "hybride", "de", "oferta", "contrato"]
        {
            assert!(matches!(detect([text]), Shown::None { .. }), "{text}");
            assert_eq!(Language::of([text, "Procuramos uma enfermeira"], Some("de")), Language::Portuguese);
        }
    }

    #[test]
    fn a_text_in_another_language_shows_none_that_the_agent_speaks() {
        for text in [
            "Vi söker en kock till vår restaurang i Malmö",
            "ja tack, det är bra",
            "hög lön, högsäsong",
            "35 000 kr i månaden, erfarenhet är ett plus",
            "Vi søger en kok til København",
            "Vi trenger en kokk i Oslo, ikke på kontoret",
            "İstanbul için aşçı arıyoruz",
            "evet, lütfen yayınla",
            "bir müdür",
            "maaş aylık 40.000 lira",
            "Etsimme kokkia Helsinkiin",
            "Hledáme kuchaře do Brna",
            "Căutăm un bucătar pentru restaurant",
            "Ищем повара в Москву",
            "Ψάχνουμε μάγειρα στην Αθήνα",
            "我们在找厨师",
            "ما به یک آشپز در تهران نیاز داریم",
        ] {
            assert_eq!(detect([text]), Shown::Other, "{text}");
            let earlier = "Wir suchen einen Koch";
            assert_eq!(Language::of([text, earlier], Some("fr")), Language::French, "{text}");
            assert_eq!(Language::of([text, earlier], None), Language::English, "{text}");
        }
    }
}
