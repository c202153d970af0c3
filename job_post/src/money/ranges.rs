//! Reads an amount or a range of two: "40-50k", "2.800,- bis 3.200,- €", "600万円〜850万円".

use std::ops::Range;

use rust_decimal::Decimal;

use crate::SalaryPeriod;
use crate::money::amounts::{Amount, amount_at};
use crate::money::currencies::{self, Marker};
use crate::money::lists::List;
use crate::money::token::Token;

/// One amount, or a range of two.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub low: Amount,
    pub high: Option<Amount>,
    pub marker: Option<Marker>,
    pub tokens: Range<usize>,
}

impl Mention {
    /// Takes the readings that fit the period and each other.
    pub fn choose_readings(&mut self, period: Option<SalaryPeriod>) {
        self.low.choose_readings(period);
        let Some(high) = &mut self.high else { return };
        high.choose_readings(period);
        if are_near(self.low.value(), high.value()) {
            return;
        }
        let pairs =
            self.low.readings.iter().flat_map(|low| high.readings.iter().map(move |high| (*low, *high)));
        let near = pairs.into_iter().find(|(one, other)| are_near(self.low.times(*one), high.times(*other)));
        if let Some((one, other)) = near {
            (self.low.figure, high.figure) = (one, other);
        }
    }
}

/// Reads an amount or a range at token `at`.
pub(crate) fn mention_at(tokens: &[Token], at: usize) -> Option<Mention> {
    let mut low = amount_at(tokens, at)?;
    let opened = opens_range(tokens, at);
    let high = connector_end(tokens, low.tokens.end, opened)
        .and_then(|next| amount_at(tokens, next))
        .or_else(|| behind_slash(tokens, &low))
        .filter(|high| is_range(&low, high) && !counts_hours(tokens, &low, high));
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
    let mut mention = Mention { low, high, marker, tokens: at..end };
    mention.choose_readings(None);
    Some(mention)
}

/// Does "between" come before the amount, with an article or not: "entre los 1.500 y los 1.800"?
fn opens_range(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|before| &tokens[before]);
    let article = usize::from(before(1).is_some_and(|token| token.is_in(List::Article)));
    before(1 + article).is_some_and(|token| token.is_in(List::Between))
}

/// Is the second number a count behind a finished amount: "$20... 15 hours a week"?
fn counts_hours(tokens: &[Token], low: &Amount, high: &Amount) -> bool {
    let bare = high.marker.is_none() && high.multiplier.is_none();
    low.marker.is_some()
        && bare
        && tokens.get(high.tokens.end).is_some_and(|token| token.is_in(List::Counted))
}

/// The higher amount behind a slash: "27/29K€", but not "24/7".
fn behind_slash(tokens: &[Token], low: &Amount) -> Option<Amount> {
    let at = low.tokens.end;
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
    let slash = tokens.get(at)?.is_sign(&['/']) && glued(at) && glued(at + 1);
    let high = amount_at(tokens, at + 1).filter(|_| slash)?;
    let has_unit = high.multiplier.is_some() || high.marker.is_some();
    (has_unit && high.figure > low.figure && high.figure >= Decimal::TEN).then_some(high)
}

/// Are two amounts a range: within a factor of twenty, in one currency?
fn is_range(low: &Amount, high: &Amount) -> bool {
    let shared =
        if low.multiplier.is_none() && low.figure < Decimal::ONE_THOUSAND { high.multiplier } else { None };
    let scaled = Amount { multiplier: low.multiplier.or(shared), ..low.clone() };
    let same_currency = match (low.marker, high.marker) {
        (Some(Marker::OneOf(family)), Some(Marker::Exactly(one)))
        | (Some(Marker::Exactly(one)), Some(Marker::OneOf(family))) => currencies::is_refined_by(family, one),
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    let any_near = || {
        let near =
            |one: Decimal| high.readings.iter().any(|other| are_near(scaled.times(one), high.times(*other)));
        scaled.readings.iter().any(|one| near(*one))
    };
    let is_ambiguous = low.is_pair() || high.is_pair();
    same_currency && if is_ambiguous { any_near() } else { are_near(scaled.value(), high.value()) }
}

fn are_near(one: Decimal, other: Decimal) -> bool {
    let (small, large) = (one.min(other), one.max(other));
    small > Decimal::ZERO && small.checked_mul(Decimal::from(20)).is_some_and(|limit| large <= limit)
}

/// The token after the marks of a range at `at`: a word, a dash or dots, or two of them ("–bis", "- to").
fn connector_end(tokens: &[Token], at: usize, opened: bool) -> Option<usize> {
    let end = one_connector(tokens, at, opened)?;
    // "60k bis maximal 70k"
    if tokens[end - 1].is_in(List::To) && tokens.get(end).is_some_and(|token| token.is_in(List::AtMost)) {
        return Some(end + 1);
    }
    let arrow = tokens.get(end).is_some_and(|token| token.glued && token.is_sign(&['>']));
    Some(if arrow { end + 1 } else { one_connector(tokens, end, false).unwrap_or(end) })
}

fn one_connector(tokens: &[Token], at: usize, opened: bool) -> Option<usize> {
    const DASHES: &[char] = &[
        '-', '–', '—', '−', '‐', '‑', '‒', '―', '－', '﹣', '~', '～', '〜', '∼', '⁓', '…', '‥', '→', '÷',
        '⇒', '➔', '➜', '⟶', '↔',
    ];
    let token = tokens.get(at)?;
    let joins = token.is_in(List::To) || token.is_sign(DASHES) || token.is_word(&["ー"]);
    if joins || (opened && token.is_in(List::BetweenAnd)) {
        let end = through_end(tokens, at).unwrap_or(at + 1);
        let article = tokens.get(end).is_some_and(|token| token.is_in(List::Article));
        return Some(end + usize::from(opened && article));
    }
    dots_end(tokens, at).or_else(|| two_words_end(tokens, at))
}

/// "tot en met"
fn through_end(tokens: &[Token], at: usize) -> Option<usize> {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is_word(&[word]));
    (is(at, "tot") && is(at + 1, "en") && is(at + 2, "met")).then_some(at + 3)
}

/// "60.000..70.000", "60.000 ... 70.000"
fn dots_end(tokens: &[Token], at: usize) -> Option<usize> {
    let dots = tokens[at..].iter().take(4).enumerate();
    let count =
        dots.take_while(|(number, token)| token.is_sign(&['.']) && (*number == 0 || token.glued)).count();
    (2..=3).contains(&count).then_some(at + count)
}

/// "up to", "t/m"
fn two_words_end(tokens: &[Token], at: usize) -> Option<usize> {
    let (first, second) = (&tokens[at], tokens.get(at + 1)?);
    if first.is_word(&["up", "down", "all"]) && second.is_word(&["to"]) {
        return Some(at + 2);
    }
    let through = first.is_word(&["t"]) && second.is_sign(&['/']) && tokens.get(at + 2)?.is_word(&["m"]);
    through.then_some(at + 3)
}
