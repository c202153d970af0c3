//! Adjectives of countries beside the name of a currency: "pesos mexicanos", "Canadian dollars".

use std::sync::LazyLock;

use iso_currency::Currency;

use super::gazetteer::{GAZETTEER, folded};
use super::lists::List;
use super::token::Token;
use crate::language::list_file;
use crate::language::word_forms::without_particles;

/// Beginnings of the adjectives, by currency.
static BEGINNINGS: LazyLock<Vec<(Currency, Vec<String>)>> = LazyLock::new(|| {
    let rows = list_file::named(include_str!("../../data/money/nationalities.txt"));
    let rows = rows.filter_map(|(code, words)| Some((Currency::from_code(code)?, words)));
    rows.map(|(currency, words)| (currency, words.split(' ').map(folded).collect())).collect()
});

/// Shorter beginnings are whole words: "US".
const SHORTEST_BEGINNING: usize = 3;

/// The currencies of the country of an adjective: "mexicanos", "أردني".
pub(crate) fn currencies_of(word: &str) -> impl Iterator<Item = Currency> {
    let word = folded(word);
    let forms: Vec<String> =
        std::iter::once(word.clone()).chain(without_particles(&word).map(str::to_owned)).collect();
    let is_one = move |beginning: &String| {
        forms.iter().any(|form| {
            if beginning.chars().count() < SHORTEST_BEGINNING {
                form == beginning
            } else {
                form.starts_with(&**beginning)
            }
        })
    };
    BEGINNINGS
        .iter()
        .filter(move |(_, beginnings)| beginnings.iter().any(&is_one))
        .map(|(currency, _)| *currency)
}

pub(crate) fn is_nationality(word: &str) -> bool {
    currencies_of(word).next().is_some()
}

/// The currencies of a country that the tokens at `at` name ("Canadian", "Hong Kong", "de Canadá"), and the next token.
pub(crate) fn country_at(tokens: &[Token], at: usize) -> Option<(Vec<Currency>, usize)> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let first = word(at)?;
    if let Some(second) = word(at + 1)
        && let Some(entry) =
            GAZETTEER.get(&folded(&format!("{first} {second}"))).filter(|entry| entry.is_region)
    {
        return Some((entry.currencies.clone(), at + 2));
    }
    let of: Vec<Currency> = currencies_of(first).collect();
    if !of.is_empty() {
        return Some((of, at + 1));
    }
    let country = GAZETTEER.get(&folded(first)).filter(|entry| entry.is_region && !entry.in_capitals)?;
    Some((country.currencies.clone(), at + 1))
}

/// The currencies of lines that are only an adjective: the answer "mexicanos" to the question for the country.
pub(crate) fn answers(text: &str) -> impl Iterator<Item = Currency> {
    let only = |line: &str| -> Option<String> {
        let mut words = line.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        let first = words.next()?;
        let word = if List::PlaceModifier.has(first) { words.next()? } else { first };
        words.next().is_none().then(|| word.to_owned())
    };
    text.lines()
        .filter(|line| line.len() < 40)
        .filter_map(only)
        .flat_map(|word| currencies_of(&word).collect::<Vec<_>>())
}
