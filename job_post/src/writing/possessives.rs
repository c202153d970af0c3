//! Whose things are: "our bakery" is "its bakery" behind the name of the company, and "ses outils" of a candidate are
//! "vos propres outils".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::remark_rules::REMARKS;
use crate::language::word_lists::WordLists;
use crate::language::words::plain_words;
use crate::language::{Language, list_file};

const FILE: &str = include_str!("../../data/writing/possessives.txt");

/// What each word becomes, by the name of the list and the word.
static PAIRS: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let lines = list_file::named(FILE);
    let pairs = lines.flat_map(|(name, pairs)| pairs.split_whitespace().map(move |pair| (name, pair)));
    pairs
        .filter_map(|(name, pair)| pair.split_once('=').map(|(said, written)| ((name, said), written)))
        .collect()
});

/// The nouns that show which form follows.
static NOUNS: LazyLock<WordLists> = LazyLock::new(|| WordLists::of(FILE));

fn pair(list: &str, language: Language, word: &str) -> Option<&'static str> {
    PAIRS.get(&(&*format!("{list}-{}", language.code()), &*word.to_lowercase())).copied()
}

/// "For our care home" behind the name of the company: "for its care home".
pub(super) fn of_company(language: Language, workplace: &str) -> String {
    let words: Vec<&str> = workplace.split_whitespace().collect();
    let mut written: Vec<&str> = Vec::new();
    for (at, word) in words.iter().copied().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let own: Option<&str> = pair("company", language, word).and_then(|own| agreeing(language, own, next));
        written.push(own.unwrap_or(word));
    }
    let noun = words.get(1).copied().filter(|noun| REMARKS.has("premises", noun));
    if let Some(own) = noun.and_then(|noun| bare(language, noun)) {
        written.insert(1, own);
    }
    written.join(" ")
}

/// The form that agrees with the noun behind it; `None` if the noun does not show which.
fn agreeing(language: Language, own: &'static str, next: &str) -> Option<&'static str> {
    const VOWELS: &str = "aàâeéèêiîoôuhyœ";
    let is = |list: &str| NOUNS.has(list, next);
    let begins_with_vowel = next.to_lowercase().starts_with(|letter: char| VOWELS.contains(letter));
    match (language, own) {
        (Language::French, "son") if is("feminine-fr") => Some(if begins_with_vowel { "son" } else { "sa" }),
        (Language::French, "son") => is("masculine-fr").then_some("son"),
        (Language::Dutch, "de") if is("neuter-nl") => Some("het"),
        _ => Some(own),
    }
}

/// What stands before a noun without any word: "para hotel de 4 estrellas".
fn bare(language: Language, noun: &str) -> Option<&'static str> {
    match language {
        Language::Spanish => Some("su"),
        Language::Portuguese => Some(if noun.ends_with('a') { "sua" } else { "seu" }),
        _ => None,
    }
}

/// A thing that a candidate has to own: "ses outils de base" as "vos propres outils de base".
pub(super) fn of_candidate(language: Language, item: &str) -> String {
    let Some((first, thing)) = item.split_once(' ') else { return item.to_owned() };
    let Some(own) = pair("own", language, first) else { return item.to_owned() };
    let noun = plain_words(thing).into_iter().next().unwrap_or_default();
    if NOUNS.has("personal", &noun) {
        return thing.to_owned();
    }
    let own = own.replace('_', " ");
    let is_feminine = ["a", "as", "moto", "motos"].iter().any(|ending| noun.ends_with(ending));
    let own = if is_feminine { own.replace("propio", "propia") } else { own };
    format!("{own} {thing}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_its_name_a_company_has_its_own_things() {
        for (language, workplace, expected) in [
            (Language::English, "for our care home", "for its care home"),
            (Language::English, "for Year 2", "for Year 2"),
            (Language::German, "für unser Hotel", "für das Hotel"),
            (Language::German, "für unsere Kita", "für die Kita"),
            (Language::German, "für unseren Betrieb", "für den Betrieb"),
            (Language::French, "pour notre entrepôt", "pour son entrepôt"),
            (Language::French, "pour notre boulangerie", "pour sa boulangerie"),
            (Language::French, "pour notre école", "pour son école"),
            (Language::French, "pour notre truc", "pour notre truc"),
            (Language::Spanish, "para nuestra tienda", "para su tienda"),
            (Language::Spanish, "para hotel de 4 estrellas", "para su hotel de 4 estrellas"),
            (Language::Portuguese, "para a nossa clínica", "para a sua clínica"),
            (Language::Portuguese, "para clínica odontológica", "para sua clínica odontológica"),
            (Language::Italian, "per il nostro studio", "per il proprio studio"),
            (Language::Dutch, "voor onze lagere school", "voor de lagere school"),
            (Language::Dutch, "voor onze restaurant", "voor het restaurant"),
            (Language::Polish, "dla naszej piekarni", "dla swojej piekarni"),
        ] {
            assert_eq!(of_company(language, workplace), expected);
        }
    }

    #[test]
    fn what_a_candidate_owns_is_said() {
        for (language, item, expected) in [
            (Language::French, "ses outils de base", "vos propres outils de base"),
            (Language::French, "son véhicule", "votre propre véhicule"),
            (Language::French, "son permis de conduire", "permis de conduire"),
            (Language::Spanish, "sus herramientas", "sus propias herramientas"),
            (Language::Spanish, "su coche", "su propio coche"),
            (Language::Spanish, "su licencia tipo B", "licencia tipo B"),
            (Language::English, "a car", "a car"),
        ] {
            assert_eq!(of_candidate(language, item), expected);
        }
    }
}
