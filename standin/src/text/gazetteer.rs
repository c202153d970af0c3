//! Towns, countries and states of GeoNames (see `standin/data/README.md`), and whether a word in a sentence means one.

use std::{ops::Range, sync::LazyLock};

use fst::Map;
use job_post::exports;
use regex::Regex;

use crate::text::{
    sentences::{Sentence, UNSEEN, Word, pattern},
    vocabulary::SKILLS,
};

/// Read in place from the binary.
static PLACES: LazyLock<Map<&'static [u8]>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "a committed file")]
    Map::new(include_bytes!("../../data/places.fst").as_slice()).expect("standin/data/places.fst")
});

/// Most words of a name.
const LONGEST: usize = 5;

/// The largest place of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    /// ISO 3166 code.
    country: [u8; 2],
    /// 0: under 50,000 people, 1: under 200,000, 2: under a million, 3: more.
    size: u8,
    /// Also an English word: "reading", "mobile".
    is_word: bool,
}

/// A town or district that only the list of `job_post` has: its country is not looked at.
const SMALL: Known = Known { country: *b"  ", size: 0, is_word: false };

/// The places in a sentence, as ranges of words.
pub(crate) fn find(sentence: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        match named_at(sentence, at) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Is the word, written as a name, part of a larger town that is no English word?
pub(crate) fn covers(sentence: &Sentence<'_>, word: usize) -> bool {
    let first = (word + 1).saturating_sub(LONGEST);
    (first..=word).any(|at| {
        longest_at(sentence, at).is_some_and(|(end, known)| {
            end > word && known.size >= 2 && !known.is_word && is_written_as_name(&sentence.words[at])
        })
    })
}

/// A place in a clause of its own ("South Mall, Cork"), even if it is an English word: for lines that are no sentences.
pub(crate) fn alone<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    let clauses = sentence.clauses.iter().skip(1).rev();
    let is_place = |clause: &&Range<usize>| {
        is_written_as_name(&sentence.words[clause.start])
            && longest_at(sentence, clause.start).is_some_and(|(end, _)| end == clause.end)
    };
    clauses.filter(|clause| !clause.is_empty()).find(is_place).map(|clause| sentence.span(clause.clone()))
}

/// The place after "from".
pub(crate) fn origin<'a>(sentence: &Sentence<'a>) -> Option<&'a str> {
    let from =
        (1..sentence.words.len()).filter(|at| matches!(sentence.lower(at - 1), "aus" | "from" | "de" | "of"));
    from.filter(|at| is_written_as_name(&sentence.words[*at])).find_map(|at| {
        let (end, known) = longest_at(sentence, at)?;
        (!known.is_word).then(|| sentence.span(at..end))
    })
}

fn named_at(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let (end, known) = longest_at(sentence, at)?;
    let text = sentence.span(at..end);
    if SKILLS.has(text) {
        return None;
    }
    if is_german_noun(sentence, at) {
        return None;
    }
    let led = is_led(sentence, at);
    let clause = sentence.clause_of(at);
    let alone = clause.start == at && ends_clause(sentence, end, clause.end);
    // A first word alone may be a greeting: "Hola, busco …".
    let is_answer = at > 0;
    let known_enough = match (is_written_as_name(&sentence.words[at]), known.is_word) {
        (true, false) => {
            (known.size >= 2 && known != SMALL)
                || (known.size >= 1 && is_after(sentence, at, &["a", "à", "it's", "its", "ist"]))
                || is_after(sentence, at, &["it's"])
                || is_after(sentence, at, &["ad", "at"])
                || led
                || (alone && (known.size >= 1 || is_answer))
                || is_followed_by_region(sentence, end, known)
        }
        (true, true) => led || is_followed_by_region(sentence, end, known),
        (false, false) => {
            ((led || is_romance_place(sentence, at)) && known.size >= 1) || (alone && known.size >= 2)
        }
        // "Wels" is an English word, and no German one.
        (false, true) => led && known.size >= 1 && is_german_chat(sentence) && is_town(text),
    };
    let is_small_town = led && !known.is_word && text.chars().count() >= 4 && is_town(text);
    let known_enough = known_enough || is_small_town && has_no_capital(sentence);
    known_enough.then_some(end)
}

/// Is it a message without capitals? There a small town has none either: "in steyr".
fn has_no_capital(sentence: &Sentence<'_>) -> bool {
    !sentence.text().chars().any(char::is_uppercase)
}

fn is_german_chat(sentence: &Sentence<'_>) -> bool {
    const WORDS: &[&str] =
        &["wir", "ich", "suchen", "suche", "brauchen", "brauche", "und", "für", "der", "die", "das"];
    has_no_capital(sentence) && sentence.has_any(0..sentence.words.len(), WORDS)
}

/// Does the place end its clause, but for what belongs to its name: "Offenbach a. M."?
fn ends_clause(sentence: &Sentence<'_>, end: usize, clause: usize) -> bool {
    let Some(last) = clause.checked_sub(1).filter(|_| end < clause) else { return end == clause };
    let text = &sentence.text()[sentence.words[end - 1].at.end - sentence.text_start()..];
    suffix(text) >= sentence.words[last].at.end - sentence.words[end - 1].at.end
}

/// The length of what belongs to the name of a place before it: " i. Br.", " am Main", " Bridge".
pub(crate) fn suffix(text: &str) -> usize {
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"^\s(?:i\.?\s?Br\b\.?|a\.?\s?M\b\.?|i\.?\s?d\.?\s?(?:OPf|Opf)\b\.?|o\.?\s?d\.?\s?T\b\.?|am\s(?:Main|Inn|See|Rhein|Neckar)|im\sBreisgau|ob\sder\sTauber",
            r"|an\sder\s\p{Lu}\p{Ll}+|a\.?\s?d\.?\s\p{Lu}\p{Ll}+\.?|sur\s\p{Lu}\p{Ll}+|do\s\p{Lu}\p{Ll}+|upon\s\p{Lu}\p{Ll}+|b\.\s\p{Lu}\p{Ll}+",
            r"|\d{1,2}(?:e|er|ème)\b",
            r"|(?:Bridge|Central|West|East|North|South|Park|Town|Quay|Docks|Airport|Heights|Beach|City|Centre|Center|Nord|Süd|Ost|Mitte|Norte|Sur|Centro)\b)",
        ))
    });
    BEHIND.find(text).map_or(0, |behind| behind.end())
}

/// "Für unsere Kita", "freies Essen": a German noun behind its article or adjective. Kita is a town in Mali.
pub(crate) fn is_german_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    const ARTICLES: &[&str] = &[
        "unsere",
        "unserer",
        "unserem",
        "unseren",
        "unser",
        "eine",
        "einer",
        "einem",
        "einen",
        "meine",
        "meiner",
        "meinem",
        "mein",
        "freies",
        "kostenloses",
        "kostenfreies",
        "gratis",
        "gutes",
        "warmes",
        "leckeres",
        "gesundes",
        "tägliches",
        "günstiges",
    ];
    at.checked_sub(1).is_some_and(|before| ARTICLES.contains(&sentence.lower(before)))
}

fn longest_at(sentence: &Sentence<'_>, at: usize) -> Option<(usize, Known)> {
    let clause = sentence.clause_of(at);
    let most = clause.end.min(at + LONGEST);
    (at + 1..=most).rev().find_map(|end| Some((end, get(sentence.span(at..end))?)))
}

fn get(name: &str) -> Option<Known> {
    let key = name.to_lowercase().replace('-', " ").replace('’', "'").replace(UNSEEN, "");
    let Some(value) = PLACES.get(key.trim_end_matches("'s")) else {
        return is_town(&key).then_some(SMALL);
    };
    let byte = |shift: u32| u8::try_from(value >> shift & 0xff).unwrap_or_default();
    Some(Known { country: [byte(8), byte(0)], size: byte(16) & 3, is_word: value >> 20 & 1 == 1 })
}

/// Does the list of `job_post` have the town or district, which may be an estate: "Tampines"?
pub(crate) fn is_town(name: &str) -> bool {
    let is_listed = |ending: &str| exports::is_town(&format!("{name}{ending}"));
    name.chars().count() > 2 && ["", " estate", " new town"].into_iter().any(is_listed)
}

/// Is it a town of Poland?
pub(crate) fn is_polish(name: &str) -> bool {
    polish_size(name).is_some()
}

/// The size of the Polish town of this name, if there is one.
pub(crate) fn polish_size(name: &str) -> Option<u8> {
    get(name).filter(|known| known.country == *b"PL").map(|known| known.size)
}

/// Does the word have a capital, or a script without capitals? A word all in capitals ("NICE TO HAVE") does not count.
fn is_written_as_name(word: &Word<'_>) -> bool {
    let mut letters = word.text.chars().filter(|letter| letter.is_alphabetic());
    let first = letters.next().is_some_and(|first| !first.is_lowercase());
    first && (letters.any(char::is_lowercase) || !word.text.is_ascii())
}

/// Does a preposition of place or a label like "Location:" come before the word?
fn is_led(sentence: &Sentence<'_>, at: usize) -> bool {
    const LEADING: &[&str] = &[
        "in", "near", "around", "bei", "nach", "à", "en", "raum", "outside", "sur", "em", "w", "we", "te",
        "nabij", "omgeving", "regio", "okolice", "zona", "região", "secteur",
    ];
    const LABELS: &[&str] = &[
        "location",
        "where",
        "place",
        "city",
        "standort",
        "ort",
        "arbeitsort",
        "einsatzort",
        "dienstort",
        "lieu",
        "ville",
        "ubicación",
        "ciudad",
        "lugar",
        "based",
        "located",
    ];
    // "Cerca de Río Cuarto", "près de Pau".
    const NEAR: &[&str] = &["cerca", "près", "perto", "vicino", "proche", "alrededores", "arredores", "pres"];
    let Some(before) = at.checked_sub(1).map(|before| sentence.lower(before)) else { return false };
    if matches!(before, "de" | "a" | "do" | "da") && at > 1 && NEAR.contains(&sentence.lower(at - 2)) {
        return true;
    }
    LEADING.contains(&before)
        || (LABELS.contains(&before) && sentence.gap_before(at).contains([':', '-', '–']))
}

/// "A Padova", "à Perpignan" without its accent, "sorry it's Sligo".
fn is_after(sentence: &Sentence<'_>, at: usize, words: &[&str]) -> bool {
    at.checked_sub(1).is_some_and(|before| words.contains(&sentence.lower(before)))
}

/// Does the region of the place follow: "Reno, NV", "Lagos, Portugal", "Bath, Somerset"?
fn is_followed_by_region(sentence: &Sentence<'_>, at: usize, known: Known) -> bool {
    if at >= sentence.words.len() {
        return false;
    }
    // "Fargo ND", but not "Nice OK".
    let gap = sentence.gap_before(at).trim();
    if gap.is_empty() && !known.is_word {
        return is_state_of(known.country, sentence.words[at].text);
    }
    if gap != "," {
        return false;
    }
    is_us_state(sentence.words[at].text)
        || is_state_of(known.country, sentence.words[at].text)
        || longest_at(sentence, at).is_some_and(|(_, region)| region.country == known.country)
}

/// "Cerco cuoco a piacenza", "serveur a limoges": the place of a message without capitals.
fn is_romance_place(sentence: &Sentence<'_>, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "cerco",
        "cerchiamo",
        "cercasi",
        "serve",
        "servono",
        "siamo",
        "cherche",
        "cherchons",
        "recherche",
        "recherchons",
        "recrute",
        "recrutons",
        "on",
        "nous",
    ];
    is_after(sentence, at, &["a", "ad"]) && sentence.has_any(0..at, WORDS)
}

/// Is the text the code of a state of the country: "Toowoomba QLD", "Regina SK"?
fn is_state_of(country: [u8; 2], text: &str) -> bool {
    const AUSTRALIA: &str = "ACT NSW NT QLD SA TAS VIC WA";
    const CANADA: &str = "AB BC MB NB NL NS NT NU ON PE QC SK YT";
    const BRAZIL: &str = "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO";
    let states = match &country {
        b"AU" => AUSTRALIA,
        b"CA" => CANADA,
        b"BR" => BRAZIL,
        b"US" => return is_us_state(text),
        _ => return false,
    };
    states.split(' ').any(|state| state == text)
}

/// The state behind a town that ends before this word: "Reno, NV", "Toowoomba QLD".
pub(crate) fn is_state_behind(sentence: &Sentence<'_>, town: &Range<usize>) -> bool {
    let Some(word) = sentence.words.get(town.end) else { return false };
    let country = get(sentence.span(town.clone())).map(|known| known.country);
    is_us_state(word.text) || country.is_some_and(|country| is_state_of(country, word.text))
}

/// Is it the code of a state of the town's country in small letters, and no usual word: "curitiba pr"?
pub(crate) fn is_small_state(town: &str, code: &str) -> bool {
    const WORDS: &[&str] = &[
        "act", "al", "am", "ap", "as", "ca", "co", "de", "es", "go", "hi", "id", "in", "la", "ma", "me",
        "mi", "mo", "ms", "ne", "no", "oh", "ok", "on", "or", "pa", "pe", "se", "to",
    ];
    !WORDS.contains(&code) && get(town).is_some_and(|known| is_state_of(known.country, &code.to_uppercase()))
}

/// Is the text the postal code of a state of the USA?
pub(crate) fn is_us_state(text: &str) -> bool {
    const STATES: &str = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK \
        OR PA RI SC SD TN TX UT VT VA WA WV WI WY";
    STATES.split(' ').any(|state| state == text)
}
