//! Reads one amount, with its currency and multiplier.

use std::ops::Range;

use iso_currency::Currency;
use rust_decimal::Decimal;

use crate::SalaryPeriod;
use crate::money::currencies::{self, Marker};
use crate::money::fractions;
use crate::money::lists::List;
use crate::money::numerals;
use crate::money::rules::least;
use crate::money::token::{Kind, Token};

#[derive(Clone, Debug)]
pub(crate) struct Amount {
    /// As written, before "k" or "lakh".
    pub figure: Decimal,
    /// All readings of the number: "eighteen fifty" is 18.50 or 1850.
    pub readings: Vec<Decimal>,
    pub multiplier: Option<Decimal>,
    pub marker: Option<Marker>,
    pub tokens: Range<usize>,
    /// "80k+"
    pub open_ended: bool,
}

impl Amount {
    pub fn value(&self) -> Decimal {
        self.times(self.figure)
    }

    /// A reading with the multiplier.
    pub fn times(&self, reading: Decimal) -> Decimal {
        self.multiplier.and_then(|by| reading.checked_mul(by)).unwrap_or(reading).normalize()
    }

    /// Is it two spoken numbers in a row, like "eighteen fifty"?
    pub fn is_pair(&self) -> bool {
        matches!(self.readings[..], [small, large] if small < large)
    }

    /// Takes the reading that fits the period: "eighteen fifty" is 18.50 an hour, but 1850 a month.
    pub fn choose_readings(&mut self, period: Option<SalaryPeriod>) {
        if !self.is_pair() {
            return;
        }
        let lowest = least(period.unwrap_or(SalaryPeriod::Hour));
        let fits = |reading: &&Decimal| **reading >= lowest && self.multiplier.is_none();
        let chosen = self.readings.iter().find(fits).or(self.readings.last());
        self.figure = chosen.copied().unwrap_or(self.figure);
    }
}

/// Reads an amount at token `at`, with a currency before or after it and a multiplier like "k" or "lakh".
pub(crate) fn amount_at(tokens: &[Token], at: usize) -> Option<Amount> {
    let (before, number) = marker_before(tokens, at);
    let Kind::Number(readings) = &tokens.get(number)?.kind else {
        return None;
    };
    let mut readings = readings.clone();
    let (multiplier, end) = multiplier_at(tokens, number + 1);
    let (behind_number, mut end) = open_end_at(tokens, skip_no_cents(tokens, end));
    let mut marker = before.or_else(|| euros_in(tokens, number + 1));
    if marker.is_none()
        && let Some((behind, next)) = currencies::marker_at(tokens, end).filter(|_| !starts_next(tokens, end))
    {
        marker = Some(behind);
        end = next;
    }
    if let Some((code, next)) = refining_code(tokens, marker, end) {
        // "$22,000 MXN": the code decides the sign.
        marker = Some(code);
        end = next;
    }
    // "$1,200 pesos": the name says no more than the sign.
    if matches!(marker, Some(Marker::OneOf(_)))
        && let Some((Marker::OfCountry(_), next)) = currencies::marker_at(tokens, end)
        && !starts_next(tokens, end)
    {
        end = next;
    }
    if marker.is_some()
        && multiplier.is_none()
        && let Some((cents, next)) = fractions::cents_at(tokens, &readings, end)
    {
        readings = vec![readings[0] + cents];
        end = next;
    }
    let (behind_marker, end) = open_end_at(tokens, end);
    let figure = *readings.first()?;
    let open_ended = behind_number || behind_marker;
    Some(Amount { figure, readings, multiplier, marker, tokens: at..end, open_ended })
}

/// The currency before a number, and the place of the number: "€65", "Rs. 500".
fn marker_before(tokens: &[Token], at: usize) -> (Option<Marker>, usize) {
    let Some((marker, next)) = currencies::marker_at(tokens, at) else { return (None, at) };
    if is_number(tokens, next) {
        return (Some(marker), next);
    }
    let dotted = tokens.get(next).is_some_and(|token| token.glued && token.is_sign(&['.']));
    if dotted && is_number(tokens, next + 1) { (Some(marker), next + 1) } else { (None, at) }
}

fn refining_code(tokens: &[Token], marker: Option<Marker>, end: usize) -> Option<(Marker, usize)> {
    let Some(Marker::OneOf(family)) = marker else { return None };
    let Some((Marker::Exactly(code) | Marker::Weak(code), next)) = currencies::marker_at(tokens, end) else {
        return None;
    };
    (currencies::is_refined_by(family, code) && !starts_next(tokens, end))
        .then_some((Marker::Exactly(code), next))
}

/// Skips the dash that stands for no cents: "2.800,-", "95'000.--", "25.000:-", "15,000/-".
fn skip_no_cents(tokens: &[Token], at: usize) -> usize {
    let is_glued = |at: usize, signs: &[char]| {
        tokens.get(at).is_some_and(|token: &Token| token.glued && token.is_sign(signs))
    };
    const DASHES: [char; 5] = ['-', '–', '—', '−', '='];
    if !is_glued(at, &[',', '.', ':', '/']) || !is_glued(at + 1, &DASHES) {
        return at;
    }
    at + 2 + usize::from(is_glued(at + 2, &DASHES))
}

/// A sign or word for "or more" at `at`, and the next token: "80k+", "1200円〜".
fn open_end_at(tokens: &[Token], at: usize) -> (bool, usize) {
    let Some(token) = tokens.get(at).filter(|token| token.glued) else { return (false, at) };
    let ends = !is_number(tokens, at + 1) && currencies::marker_at(tokens, at + 1).is_none();
    // "80k+bonus" adds a second thing; "5+years" is open.
    let adds = tokens
        .get(at + 1)
        .is_some_and(|next| next.glued && next.word().is_some() && !next.is_in(List::Counted));
    let is_open = (token.is_sign(&['+']) && !(adds && ends)) || (ends && token.is_sign(&['〜', '～', '~']));
    (is_open, at + usize::from(is_open))
}

fn is_number(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Number(_)))
}

/// Does the currency sign belong to the next number? It does if it joins that number only.
fn starts_next(tokens: &[Token], at: usize) -> bool {
    let own = tokens[at].glued;
    !own && tokens.get(at + 1).is_some_and(|next| next.glued && matches!(next.kind, Kind::Number(_)))
}

/// The multiplier after a number ("k", "thousand", "lakh") and the next token. A token that is also the currency ("kEUR",
/// "LPA") is not consumed.
fn multiplier_at(tokens: &[Token], at: usize) -> (Option<Decimal>, usize) {
    let Some(token) = tokens.get(at) else {
        return (None, at);
    };
    if token.is_word(&["t"]) && tokens.get(at + 1).is_some_and(|next| next.glued && next.is_sign(&['€'])) {
        return (Some(Decimal::ONE_THOUSAND), at + 1);
    }
    if is_thousand_euros(token) {
        return (Some(Decimal::ONE_THOUSAND), at + 1);
    }
    let Some(word) = token.word() else {
        return (None, at);
    };
    if word.len() == 4
        && (word.starts_with('k') || word == "teur" || word == "tchf")
        && currencies::is_prefix(&word[1..])
    {
        return (Some(Decimal::ONE_THOUSAND), at);
    }
    match numerals::multiplier(token) {
        Some(by) if word == "lpa" => (Some(by), at),
        Some(by) => {
            let dotted = token.is_in(List::Abbreviation)
                && tokens.get(at + 1).is_some_and(|next| next.glued && next.is_sign(&['.']));
            with_second(tokens, by, at + 1 + usize::from(dotted))
        }
        None => (None, at),
    }
}

/// "38-42 KE", "40 keuros": French for thousands of euros.
fn is_thousand_euros(token: &Token) -> bool {
    token.is_word(&["keuro", "keuros"]) || (token.capitals && token.is_word(&["ke"]))
}

fn euros_in(tokens: &[Token], at: usize) -> Option<Marker> {
    tokens.get(at).filter(|token| is_thousand_euros(token)).map(|_| Marker::Exactly(Currency::EUR))
}

/// Korean and Chinese multiply twice: "5천만" is 50,000,000.
fn with_second(tokens: &[Token], by: Decimal, at: usize) -> (Option<Decimal>, usize) {
    let next = tokens.get(at).filter(|token| token.glued && token.is_in(List::TenThousand));
    match next {
        Some(_) => (by.checked_mul(Decimal::from(10_000)), at + 1),
        None => (Some(by), at),
    }
}
