//! Reads one amount, or a range of two.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::money::currencies::{self, Marker};
use crate::money::lists::List;
use crate::money::numerals;
use crate::money::token::{Kind, Token};

#[derive(Clone, Debug)]
pub(crate) struct Amount {
    /// As written, before "k" or "lakh".
    pub figure: Decimal,
    pub multiplier: Option<Decimal>,
    pub marker: Option<Marker>,
    pub tokens: Range<usize>,
    /// "80k+"
    pub open_ended: bool,
}

impl Amount {
    pub fn value(&self) -> Decimal {
        self.multiplier.and_then(|by| self.figure.checked_mul(by)).unwrap_or(self.figure).normalize()
    }
}

/// One amount, or a range of two.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub low: Amount,
    pub high: Option<Amount>,
    pub marker: Option<Marker>,
    pub tokens: Range<usize>,
}

/// Reads an amount at token `at`, with a currency before or after it and a multiplier like "k" or "lakh".
fn amount_at(tokens: &[Token], at: usize) -> Option<Amount> {
    let before = currencies::marker_at(tokens, at).filter(|(_, next)| {
        let dotted = tokens.get(*next).is_some_and(|token| token.glued && token.is_sign(&['.']));
        is_number(tokens, *next) || (dotted && is_number(tokens, *next + 1))
    });
    let mut number = before.map_or(at, |(_, next)| next);
    if before.is_some() && !is_number(tokens, number) {
        number += 1;
    }
    let Kind::Number(readings) = &tokens.get(number)?.kind else {
        return None;
    };
    let figure = *readings.first()?;
    let (multiplier, mut end) = multiplier_at(tokens, number + 1);
    let mut open_ended = plus_at(tokens, end);
    end += usize::from(open_ended);
    let mut marker = before.map(|(marker, _)| marker);
    if marker.is_none()
        && let Some((behind, next)) = currencies::marker_at(tokens, end).filter(|_| !starts_next(tokens, end))
    {
        marker = Some(behind);
        end = next;
    }
    if let Some(Marker::OneOf(family)) = marker
        && let Some((Marker::Exactly(code) | Marker::Weak(code), next)) = currencies::marker_at(tokens, end)
        && currencies::is_refined_by(family, code)
        && !starts_next(tokens, end)
    {
        // "$22,000 MXN": the code decides the sign.
        marker = Some(Marker::Exactly(code));
        end = next;
    }
    if !open_ended && plus_at(tokens, end) {
        open_ended = true;
        end += 1;
    }
    Some(Amount { figure, multiplier, marker, tokens: at..end, open_ended })
}

fn plus_at(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.glued && token.is_sign(&['+']))
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
    let Some(word) = token.word() else {
        return (None, at);
    };
    if word.len() == 4 && word.starts_with('k') && currencies::is_prefix(&word[1..]) {
        return (Some(Decimal::ONE_THOUSAND), at);
    }
    match numerals::multiplier(token) {
        Some(by) if word == "lpa" => (Some(by), at),
        Some(by) => {
            let dot =
                word == "tsd" && tokens.get(at + 1).is_some_and(|next| next.glued && next.is_sign(&['.']));
            (Some(by), at + 1 + usize::from(dot))
        }
        None => (None, at),
    }
}

/// Reads an amount or a range at token `at`.
pub(crate) fn mention_at(tokens: &[Token], at: usize) -> Option<Mention> {
    let mut low = amount_at(tokens, at)?;
    let opened = at.checked_sub(1).is_some_and(|before| tokens[before].is_in(List::Between));
    let high = connector_end(tokens, low.tokens.end, opened)
        .and_then(|next| amount_at(tokens, next))
        .filter(|high| is_range(&low, high));
    let end = high.as_ref().map_or(low.tokens.end, |high| high.tokens.end);
    if let Some(high) = &high
        && low.multiplier.is_none()
        && low.figure < Decimal::ONE_THOUSAND
    {
        low.multiplier = high.multiplier;
    }
    // "$18,000 to $22,000 MXN": the code decides both signs.
    let marker = match (low.marker, high.as_ref().and_then(|high| high.marker)) {
        (Some(Marker::OneOf(_)) | None, Some(high)) => Some(high),
        (low, _) => low,
    };
    Some(Mention { low, high, marker, tokens: at..end })
}

/// Are two amounts a range: within a factor of twenty, in one currency?
fn is_range(low: &Amount, high: &Amount) -> bool {
    let shared =
        if low.multiplier.is_none() && low.figure < Decimal::ONE_THOUSAND { high.multiplier } else { None };
    let low_value = shared.and_then(|by| low.figure.checked_mul(by)).unwrap_or_else(|| low.value());
    let (small, large) =
        if low_value < high.value() { (low_value, high.value()) } else { (high.value(), low_value) };
    let same_currency = match (low.marker, high.marker) {
        (Some(Marker::OneOf(family)), Some(Marker::Exactly(one)))
        | (Some(Marker::Exactly(one)), Some(Marker::OneOf(family))) => currencies::is_refined_by(family, one),
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    same_currency
        && small > Decimal::ZERO
        && small.checked_mul(Decimal::from(20)).is_some_and(|limit| large <= limit)
}

/// The token after a word or dash of a range at `at`.
fn connector_end(tokens: &[Token], at: usize, opened: bool) -> Option<usize> {
    let token = tokens.get(at)?;
    if token.is_sign(&['-', '–', '—', '−', '~', '～', '‐', '‑'])
        || token.is_in(List::To)
        || (opened && token.is_in(List::BetweenAnd))
    {
        return Some(at + 1);
    }
    let two = token.is_word(&["up", "down", "all"]) && tokens.get(at + 1)?.is_word(&["to"]);
    two.then_some(at + 2)
}
