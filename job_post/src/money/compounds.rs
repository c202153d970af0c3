//! Reads numbers that German, Dutch and Italian write as one word: "fünfundzwanzig", "tweeduizend", "duemilacinquecento".

use rust_decimal::Decimal;

use super::spelled::{paired, value_of};

/// Parts that occur in all such words, so that other words are left at once.
const PARTS: [&str; 15] = [
    "zehn", "zwanzig", "ßig", "zig", "hundert", "tausend", "tien", "tig", "honderd", "duizend", "anta",
    "vent", "trent", "mila", "cento",
];

/// The longest word that is read, in letters. Each is split at every place.
const LONGEST: usize = 40;

/// The possible values of a word: "achtzehnfünfzig" is 18.50 or 1850.
pub(crate) fn values(word: &str) -> Option<Vec<Decimal>> {
    if !(6..=LONGEST).contains(&word.chars().count()) || !PARTS.iter().any(|part| word.contains(part)) {
        return None;
    }
    if let Some(half) = word.strip_suffix("einhalb") {
        return Some(vec![Decimal::from(whole(half)?) + Decimal::new(5, 1)]);
    }
    whole(word).map(|value| vec![Decimal::from(value)]).or_else(|| pair(word))
}

fn pair(word: &str) -> Option<Vec<Decimal>> {
    splits(word).find_map(|(first, second)| {
        let (whole, cents) = (below_hundred(first)?, below_hundred(second)?);
        (whole >= 10 && (10..100).contains(&cents)).then(|| paired(whole, cents))
    })
}

fn splits(word: &str) -> impl Iterator<Item = (&str, &str)> {
    word.char_indices().skip(1).map(|(at, _)| word.split_at(at))
}

fn whole(word: &str) -> Option<u32> {
    let Some((thousands, rest)) = cut(word, &["tausend", "duizend", "mila", "mille"]) else {
        return below_thousand(word);
    };
    let thousands = if thousands.is_empty() { 1 } else { below_thousand(thousands)? };
    let rest = if rest.is_empty() { 0 } else { below_thousand(rest)? };
    Some(thousands * 1_000 + rest)
}

fn below_thousand(word: &str) -> Option<u32> {
    let Some((hundreds, rest)) = cut(word, &["hundert", "honderd", "cento"]) else {
        return below_hundred(word);
    };
    let hundreds = if hundreds.is_empty() { 1 } else { below_hundred(hundreds)? };
    let rest = rest.strip_prefix("und").or(rest.strip_prefix("en")).unwrap_or(rest);
    let rest = if rest.is_empty() { 0 } else { below_hundred(rest)? };
    Some(hundreds * 100 + rest)
}

fn cut<'a>(word: &'a str, at: &[&str]) -> Option<(&'a str, &'a str)> {
    at.iter().find_map(|part| word.split_once(part))
}

fn below_hundred(word: &str) -> Option<u32> {
    simple(word).or_else(|| units_first(word)).or_else(|| tens_first(word))
}

/// "Fünfundzwanzig", "vijfentwintig", "tweeëntwintig", "zevenentwintig".
fn units_first(word: &str) -> Option<u32> {
    let joints = ["und", "en", "ën"].into_iter().flat_map(|and| word.match_indices(and));
    joints.into_iter().find_map(|(at, and)| {
        let (units, tens) = (simple(&word[..at])?, simple(&word[at + and.len()..])?);
        (units < 10 && (20..100).contains(&tens)).then_some(units + tens)
    })
}

/// "Venticinque", "ventotto": the tens lose their last vowel before a vowel.
fn tens_first(word: &str) -> Option<u32> {
    splits(word).find_map(|(tens, units)| {
        let full = |vowel: &str| simple(&format!("{tens}{vowel}"));
        let tens = simple(tens).or_else(|| full("i")).or_else(|| full("a"))?;
        let units = simple(units).filter(|units| *units < 10)?;
        (20..100).contains(&tens).then_some(tens + units)
    })
}

/// A word below a hundred, also one that is a number in a compound only.
fn simple(word: &str) -> Option<u32> {
    match word {
        "ein" | "een" | "uno" => Some(1),
        "due" => Some(2),
        "tre" | "tré" => Some(3),
        "sei" => Some(6),
        _ => value_of(word).filter(|value| *value < 100),
    }
}
