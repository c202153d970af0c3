//! Reads currencies by sign, code or name. The words around decide signs and names that several countries share.

use std::collections::HashMap;
use std::sync::LazyLock;

use iso_currency::Currency;
use iso_currency::Currency as C;
use rust_decimal::Decimal;

use crate::language::list_file;
use crate::language::word_forms::{plain, without_particles};
use crate::money::last_text::LastText;
use crate::money::lists::List;
use crate::money::nationalities;
use crate::money::places::Context;
use crate::money::token::{Kind, Token};

/// A currency as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    Exactly(Currency),
    /// A shared sign or name ("$", "kr"). It means the first currency unless the places of the context decide.
    OneOf(&'static [Currency]),
    /// A shared name that means nothing without a country ("dinars", "pesos").
    OfCountry(&'static [Currency]),
    /// A word that usually means something else ("pounds", "TOP", "won"). It counts only with a large amount.
    Weak(Currency),
}

impl Marker {
    pub fn resolve(self, context: &Context<'_>) -> Option<Currency> {
        match self {
            Self::Exactly(currency) | Self::Weak(currency) => Some(currency),
            Self::OneOf(family) => {
                let placed = context.currency(family);
                placed.or_else(|| by_language(family, context.text())).or_else(|| family.first().copied())
            }
            Self::OfCountry(family) => context.currency(family),
        }
    }

    /// The currencies that share the sign or name.
    pub const fn family(self) -> Option<&'static [Currency]> {
        match self {
            Self::Exactly(_) | Self::Weak(_) => None,
            Self::OneOf(family) | Self::OfCountry(family) => Some(family),
        }
    }
}

/// Does the code decide which currency of a family is meant? The sign of dollars is that of pesos too.
pub(crate) fn is_refined_by(family: &[Currency], code: Currency) -> bool {
    family.contains(&code) || (family == DOLLARS && PESOS.contains(&code))
}

pub(crate) const DOLLARS: &[Currency] =
    &[C::USD, C::CAD, C::AUD, C::NZD, C::SGD, C::HKD, C::MXN, C::TWD, C::COP, C::ARS, C::CLP, C::UYU, C::DOP];
pub(crate) const CROWNS: &[Currency] = &[C::SEK, C::NOK, C::DKK, C::ISK];
const PESOS: &[Currency] = &[C::MXN, C::PHP, C::COP, C::ARS, C::CLP, C::UYU, C::DOP];
const SHILLINGS: &[Currency] = &[C::KES, C::UGX, C::TZS];
const DIRHAMS: &[Currency] = &[C::AED, C::MAD];
const RIYALS: &[Currency] = &[C::SAR, C::QAR, C::OMR, C::YER];
const DINARS: &[Currency] = &[C::KWD, C::JOD, C::BHD, C::DZD, C::TND, C::IQD, C::LYD, C::RSD];
const YUAN_OR_YEN: &[Currency] = &[C::JPY, C::CNY];
const YUAN: &[Currency] = &[C::CNY, C::TWD, C::HKD];
pub(crate) const RUPEES: &[Currency] = &[C::INR, C::PKR, C::LKR, C::NPR];
const ARAB_POUNDS: &[Currency] = &[C::EGP, C::LBP, C::SYP, C::SDG, C::TRY];
const FRANCS: &[Currency] = &[C::CHF, C::XOF, C::XAF, C::RWF];

/// Shared names, by their keys in `names.txt`.
const FAMILIES: [(&str, Marker); 11] = [
    ("dollars", Marker::OneOf(DOLLARS)),
    ("francs", Marker::OneOf(FRANCS)),
    ("rupees", Marker::OneOf(RUPEES)),
    ("crowns", Marker::OneOf(CROWNS)),
    ("shillings", Marker::OneOf(SHILLINGS)),
    ("pesos", Marker::OfCountry(PESOS)),
    ("dirhams", Marker::OfCountry(DIRHAMS)),
    ("riyals", Marker::OfCountry(RIYALS)),
    ("dinars", Marker::OfCountry(DINARS)),
    ("arab-pounds", Marker::OfCountry(ARAB_POUNDS)),
    ("yuan", Marker::OneOf(YUAN)),
];

/// The named lines of a data file, with their words in plain form.
fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, Vec<String>)> {
    list_file::named(file).map(|(name, words)| (name, words.split(' ').map(plain).collect()))
}

static NAMES: LazyLock<HashMap<String, Marker>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/money/names.txt"));
    let named = rows.filter_map(|(name, words)| Some((marker_of(name)?, words)));
    named.flat_map(|(marker, words)| words.into_iter().map(move |word| (word, marker))).collect()
});

/// Reads a name of the data file: "EUR", "GBP?" or "pesos*".
fn marker_of(name: &str) -> Option<Marker> {
    if let Some(family) = name.strip_suffix('*') {
        return FAMILIES.iter().find(|(of, _)| *of == family).map(|(_, marker)| *marker);
    }
    match name.strip_suffix('?') {
        Some(code) => Currency::from_code(code).map(Marker::Weak),
        None => Currency::from_code(name).map(Marker::Exactly),
    }
}

/// Crowns in the language of the text: "kr 550.000 pr. år" is Norwegian or Danish.
fn by_language(family: &[Currency], text: &str) -> Option<Currency> {
    if family != CROWNS {
        return None;
    }
    thread_local! {
        static LAST: LastText<Option<Currency>> = const { LastText::new() };
    }
    LAST.with(|last| last.get(text, crowns_of))
}

fn crowns_of(text: &str) -> Option<Currency> {
    let words = || text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    if words().any(|word| List::Danish.has(word)) {
        return Some(C::DKK);
    }
    words().any(|word| List::Norwegian.has(word)).then_some(C::NOK)
}

/// Reads a currency at token `at`. Returns it and the next token.
pub(crate) fn marker_at(tokens: &[Token], at: usize) -> Option<(Marker, usize)> {
    let token = tokens.get(at)?;
    if let Some(sign) = token.sign() {
        return sign_marker(sign).map(|marker| (marker, at + 1));
    }
    let word = token.word()?;
    let sign_follows = tokens.get(at + 1).is_some_and(|next| next.glued && next.is_sign(&['$']));
    if sign_follows && let Some(currency) = prefixed_dollar(word) {
        return Some((Marker::Exactly(currency), at + 2));
    }
    if let Some(found) = of_country(tokens, at) {
        return Some(found);
    }
    for (letter, currency) in [("r", C::ZAR), ("n", C::NGN)] {
        if word == letter && token.capitals && glued_number(tokens, at + 1) {
            return Some((Marker::Weak(currency), at + 1));
        }
    }
    // "S/ 1,400": Peruvian soles.
    let slash = tokens.get(at + 1).is_some_and(|next| next.glued && next.is_sign(&['/']));
    if word == "s" && slash && is_number_at(tokens, at + 2) {
        return Some((Marker::Exactly(C::PEN), at + 2));
    }
    if word == "fr" && !token.glued && is_friday(tokens, at) {
        return None;
    }
    let dotted = word == "kr" && is_dotted(tokens, at);
    let marker = code_marker(word, token.capitals).or_else(|| name_marker(word))?;
    Some((marker, at + 1 + usize::from(dotted)))
}

/// Is it an abbreviation and no end of a sentence: "160 kr. i timen"?
fn is_dotted(tokens: &[Token], at: usize) -> bool {
    let dot = tokens.get(at + 1).is_some_and(|token| token.glued && token.is_sign(&['.']));
    dot && tokens.get(at + 2).is_some_and(|token| !token.is_sign(&['\n', '.']))
}

/// "Mo-Do 7-16, Fr bis 11": francs stand behind a number, or before a large one.
fn is_friday(tokens: &[Token], at: usize) -> bool {
    let is_behind = at.checked_sub(1).is_some_and(|before| is_number_at(tokens, before));
    let next = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|token| token.is_sign(&['.'])));
    let is_large = match tokens.get(next).map(|token| &token.kind) {
        Some(Kind::Number(readings)) => readings.iter().any(|reading| *reading >= Decimal::ONE_HUNDRED),
        _ => false,
    };
    let is_dotted_before = next > at + 1 && is_number_at(tokens, next);
    !(is_large || is_dotted_before || is_behind && !is_number_at(tokens, next))
}

fn is_number_at(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Number(_)))
}

/// Does a number join the letter: "R25,000"? The letter alone is no currency.
fn glued_number(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.glued && matches!(token.kind, Kind::Number(_)))
}

fn sign_marker(sign: char) -> Option<Marker> {
    Some(match sign {
        '$' | '＄' => Marker::OneOf(DOLLARS),
        '€' => Marker::Exactly(C::EUR),
        '£' => Marker::Exactly(C::GBP),
        '₹' => Marker::Exactly(C::INR),
        '¥' | '￥' => Marker::OneOf(YUAN_OR_YEN),
        '₩' => Marker::Exactly(C::KRW),
        '₽' => Marker::Exactly(C::RUB),
        '₺' => Marker::Exactly(C::TRY),
        '₴' => Marker::Exactly(C::UAH),
        '₪' => Marker::Exactly(C::ILS),
        '₦' => Marker::Exactly(C::NGN),
        '₫' => Marker::Exactly(C::VND),
        '฿' => Marker::Exactly(C::THB),
        '₱' => Marker::Exactly(C::PHP),
        '₸' => Marker::Exactly(C::KZT),
        '₵' => Marker::Exactly(C::GHS),
        _ => return None,
    })
}

/// The letters before a dollar sign: "US$", "C$", "R$".
fn prefixed_dollar(word: &str) -> Option<Currency> {
    Some(match word {
        "us" | "u" => C::USD,
        "c" | "ca" | "can" => C::CAD,
        "a" | "au" => C::AUD,
        "nz" => C::NZD,
        "s" | "sg" => C::SGD,
        "hk" => C::HKD,
        "mx" => C::MXN,
        "nt" => C::TWD,
        "j" | "ja" => C::JMD,
        "tt" => C::TTD,
        "bds" => C::BBD,
        "ec" => C::XCD,
        "fj" => C::FJD,
        "rd" => C::DOP,
        "r" => C::BRL,
        _ => return None,
    })
}

/// A currency with the adjective of its country: "Canadian dollars", "pesos mexicanos", "pounds sterling".
fn of_country(tokens: &[Token], at: usize) -> Option<(Marker, usize)> {
    let name = |at: usize| tokens.get(at).and_then(Token::word).and_then(name_marker);
    if let Some(shared) = name(at) {
        if tokens.get(at + 1).is_some_and(|token| token.is_word(&["sterling"]))
            && shared == Marker::Weak(C::GBP)
        {
            return Some((Marker::Exactly(C::GBP), at + 2));
        }
        let of = usize::from(tokens.get(at + 1).is_some_and(|token| token.is_word(&["de"])));
        let (countries, end) = nationalities::country_at(tokens, at + 1 + of)?;
        return Some((Marker::Exactly(one_of(shared, &countries)?), end));
    }
    let (countries, next) = nationalities::country_at(tokens, at)?;
    let shared = name(next)?;
    Some((Marker::Exactly(one_of(shared, &countries)?), next + 1))
}

/// The currency of the countries that the shared name may mean.
fn one_of(shared: Marker, countries: &[Currency]) -> Option<Currency> {
    let fits = |currency: Currency| match shared {
        Marker::OneOf(family) | Marker::OfCountry(family) => is_refined_by(family, currency),
        Marker::Weak(C::GBP) => currency == C::GBP || ARAB_POUNDS.contains(&currency),
        Marker::Weak(C::TRY) => ARAB_POUNDS.contains(&currency),
        Marker::Exactly(own) | Marker::Weak(own) => own == currency,
    };
    countries.iter().copied().find(|currency| fits(*currency))
}

/// ISO codes that are also words or abbreviations.
const AMBIGUOUS: [&str; 17] = [
    "ALL", "AMD", "BOB", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PAB", "PEN", "PHP", "SOS", "STN", "TOP",
    "TRY", "SLE",
];

/// Codes that also count in lower case, because they are no words.
const SMALL: [&str; 40] = [
    "eur", "usd", "gbp", "chf", "cad", "aud", "sgd", "inr", "kes", "jpy", "sek", "nok", "dkk", "pln", "czk",
    "huf", "ron", "aed", "sar", "zar", "ngn", "brl", "mxn", "nzd", "hkd", "cny", "php", "egp", "qar", "kwd",
    "jod", "ils", "krw", "thb", "myr", "idr", "vnd", "pkr", "uah", "clp",
];

fn code_marker(word: &str, capitals: bool) -> Option<Marker> {
    let thousands = word.strip_prefix(['k', 't']).filter(|rest| SMALL.contains(rest));
    let word = thousands.unwrap_or(word);
    if word.len() != 3 || !word.is_ascii() || !(capitals || SMALL.contains(&word)) {
        return None;
    }
    let code = word.to_uppercase();
    let currency = Currency::from_code(&code).filter(|currency| currency.flags().is_empty())?;
    if code.starts_with('X') && !matches!(currency, C::XOF | C::XAF | C::XPF | C::XCD) {
        return None;
    }
    Some(if AMBIGUOUS.contains(&&*code) { Marker::Weak(currency) } else { Marker::Exactly(currency) })
}

fn name_marker(word: &str) -> Option<Marker> {
    NAMES.get(word).or_else(|| without_particles(word).find_map(|bare| NAMES.get(bare))).copied()
}

/// Is the word a currency that may join its digits ("EUR65000", "Rs50,000")? Then the digits are not part of the word.
pub(crate) fn is_prefix(word: &str) -> bool {
    let capitals = word.chars().all(char::is_uppercase);
    let lower = word.to_lowercase();
    code_marker(&lower, capitals).is_some()
        || matches!(word, "R" | "N")
        || matches!(&*lower, "rs" | "kr" | "fr" | "rp" | "rm" | "ksh")
}
