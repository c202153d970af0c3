//! Finds pay in texts: amounts, ranges, currencies and periods, each with its byte range.

mod amounts;
mod bare;
mod bounds;
#[cfg(test)]
mod bounds_tests;
mod compounds;
mod corrections;
mod currencies;
#[cfg(test)]
mod forms_tests;
mod fractions;
mod gazetteer;
mod last_text;
mod lists;
#[cfg(test)]
mod more_forms_tests;
mod nationalities;
mod numerals;
#[cfg(test)]
mod other_numbers_tests;
mod periods;
mod places;
#[cfg(test)]
mod places_tests;
mod ranges;
mod rules;
#[cfg(test)]
mod siblings_tests;
mod spelled;
mod surroundings;
#[cfg(test)]
mod tests;
mod token;
mod tokenizer;

use std::ops::Range;

pub use iso_currency::Currency;
use rust_decimal::Decimal;

use crate::SalaryPeriod;
pub use crate::money::bounds::Bound;
pub(crate) use crate::money::bounds::{names_bound, names_most};
use crate::money::currencies::Marker;
use crate::money::lists::List;
pub(crate) use crate::money::numerals::digit;
use crate::money::places::Context;
pub use crate::money::places::currency_of_work;
pub(crate) use crate::money::places::{Placed, decided_by_places, names_place};
use crate::money::ranges::Mention;
use crate::money::token::{Kind, Token};

/// One mention of pay. `min` and `max` are equal for a single amount, one is `None` for "up to" and "at least". The
/// minimum is never above the maximum.
#[derive(Clone, Debug, PartialEq)]
pub struct Pay {
    pub min: Option<Decimal>,
    pub max: Option<Decimal>,
    /// The stated currency. A shared sign means the likeliest one ("$" is USD unless a place of work decides); a shared name
    /// without a country ("dinars") means none.
    pub currency: Option<Currency>,
    pub period: Option<SalaryPeriod>,
    /// The byte range of the amounts with their currency and period.
    pub span: Range<usize>,
}

/// A number in a text with all possible values, likeliest first: "80k" is 80000, then 80.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub values: Vec<Decimal>,
    /// The number counts something other than pay ("5 years", "50 pounds" to lift, "$100 million P&L"), or the text takes it
    /// back: "not 12 but 14".
    pub counts_something: bool,
    /// Two spoken numbers in a row, each reading of which may be meant: "eighteen fifty" is 18.50 or 1850.
    pub is_spoken_pair: bool,
    /// What the words around it say: "cap it at 52". An end of a range is exact.
    pub bound: Bound,
    pub span: Range<usize>,
}

/// A currency that a text names.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrencyMention {
    /// `None` for a name that several countries share, if the context names none of them: "dinars", "pesos".
    pub meant: Option<Currency>,
    /// All currencies with this sign or name.
    pub possible: Vec<Currency>,
    pub span: Range<usize>,
}

/// All pay in `text`, in order.
pub fn find(text: &str) -> Vec<Pay> {
    find_in(text, text)
}

/// All pay in `text`. The places in `context` decide shared signs like "$" and "kr".
pub fn find_in(text: &str, context: &str) -> Vec<Pay> {
    let tokens = tokenizer::tokens(text);
    let context = &Context::new(context);
    let mut found: Vec<(Pay, bool)> = Vec::new();
    let mut bare: Option<Mention> = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(mut mention) = ranges::mention_at(&tokens, at) else {
            at += 1;
            continue;
        };
        at = mention.tokens.end.max(at + 1);
        let taken_back = corrections::takes_back(&tokens, &mention);
        let Some(read) = pay_at(&tokens, &mut mention, context) else {
            bare = Some(mention);
            continue;
        };
        // "Make it 20, not 18 an hour": the first amount has the units of the second.
        if let Some(first) =
            bare.take().filter(|first| taken_back && corrections::replaces(&tokens, first, &mention))
        {
            let first = Mention { marker: first.marker.or(mention.marker), ..first };
            found.push((pay(&tokens, &first, read.period, first.tokens.end, context), false));
        }
        found.push((read, taken_back));
    }
    corrections::standing(found)
}

/// The mention with its period, if it is pay.
fn pay_at(tokens: &[Token], mention: &mut Mention, context: &Context<'_>) -> Option<Pay> {
    let behind =
        periods::period_behind(tokens, skip_fillers(tokens, mention.tokens.end), mention.marker.is_some());
    let end = behind.map_or(mention.tokens.end, |(_, end)| end);
    let last = tokens[mention.tokens.end - 1].word().and_then(periods::adverb);
    let named = behind.map(|(period, _)| period).or(last);
    let named = named.or_else(|| periods::period_of_pay_word(tokens, mention.tokens.start));
    let period = named.or_else(|| periods::period_before(tokens, mention.tokens.start));
    mention.choose_readings(period);
    if !rules::is_pay(tokens, mention, named, end) {
        return None;
    }
    let (marker, end) = currency_behind(tokens, mention, end);
    mention.marker = mention.marker.or(marker);
    Some(pay(tokens, mention, period, end, context))
}

/// The currency after an amount without one: "25/h, euros".
fn currency_behind(tokens: &[Token], mention: &Mention, end: usize) -> (Option<Marker>, usize) {
    let none = (None, end);
    if mention.marker.is_some() {
        return none;
    }
    let at = skip_fillers(tokens, end) + usize::from(tokens.get(end).is_some_and(|it| it.is_word(&["in"])));
    let Some((marker, after)) = currencies::marker_at(tokens, at) else { return none };
    let ends = tokens.get(after).is_none_or(|token| token.sign().is_some_and(|sign| sign != '$'));
    if ends { (Some(marker), after) } else { none }
}

/// Skips words between an amount and its period: "65,000 euros gross a year", "18.000 pesos mexicanos al mes".
fn skip_fillers(tokens: &[Token], from: usize) -> usize {
    // "8 tys. na rękę miesięcznie": "na" is a filler before another one.
    let is_filler = |at: usize| tokens.get(at).is_some_and(|token| token.is_in(List::Filler));
    let skipped = tokens[from..]
        .iter()
        .enumerate()
        .take(3)
        .take_while(|(at, token)| {
            token.is_in(List::Filler)
                || token.is_word(&["na"]) && is_filler(from + at + 1)
                || token.word().is_some_and(nationalities::is_nationality)
                // "5'600 fr. im Monat"
                || token.is_sign(&['(', ',', ')', '-'])
                || token.glued && token.is_sign(&['.'])
        })
        .count();
    from + skipped
}

fn pay(
    tokens: &[Token],
    mention: &Mention,
    period: Option<SalaryPeriod>,
    end: usize,
    context: &Context<'_>,
) -> Pay {
    let one = mention.low.value();
    let (min, max) = match &mention.high {
        Some(high) => (Some(one.min(high.value())), Some(one.max(high.value()))),
        None => match bounds::bound(tokens, mention, end) {
            Bound::Exactly => (Some(one), Some(one)),
            Bound::AtLeast => (Some(one), None),
            Bound::AtMost => (None, Some(one)),
        },
    };
    Pay {
        min,
        max,
        currency: currency(mention, period, context),
        period,
        span: tokens[mention.tokens.start].span.start..tokens[end - 1].span.end,
    }
}

/// The currency of an amount. "$" in Bogotá means pesos, but no wage there is as few as "$3,000 a month".
fn currency(mention: &Mention, period: Option<SalaryPeriod>, context: &Context<'_>) -> Option<Currency> {
    const OF_SMALL_UNITS: [Currency; 3] = [Currency::COP, Currency::CLP, Currency::ARS];
    let marker = mention.marker?;
    let placed = marker.resolve(context)?;
    let least = Decimal::from(if period == Some(SalaryPeriod::Hour) { 1_000 } else { 20_000 });
    let is_dollars = marker == Marker::OneOf(currencies::DOLLARS);
    if is_dollars && OF_SMALL_UNITS.contains(&placed) && mention.low.value() < least {
        return Some(Currency::USD);
    }
    Some(placed)
}

/// All numbers in a text, with their possible values: as written, multiplied, and multiplied like the end of its range.
pub fn numbers_in(text: &str) -> Vec<Figure> {
    let tokens = tokenizer::tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(mut mention) = ranges::mention_at(&tokens, at) else {
            at += 1;
            continue;
        };
        let end = mention.tokens.end;
        let behind = periods::period_behind(&tokens, skip_fillers(&tokens, end), mention.marker.is_some());
        let period = behind.map(|(period, _)| period);
        let has_period = period.is_some();
        mention.choose_readings(period.or_else(|| periods::period_before(&tokens, mention.tokens.start)));
        let counts_something = rules::is_something_else(&tokens, mention.tokens.start, end, has_period)
            || (!has_period
                && !ends_in_cents(&text[span_of(&tokens, &mention.low)])
                && (bare::is_address_or_code(&tokens, &mention)
                    || bare::belongs_to_next(&tokens, &mention)
                    || bare::is_numbered(text, &tokens, &mention)));
        let taken_back = corrections::takes_back(&tokens, &mention);
        let bound = match mention.high {
            Some(_) => Bound::Exactly,
            None => bounds::bound(&tokens, &mention, behind.map_or(end, |(_, end)| end)),
        };
        for amount in std::iter::once(&mention.low).chain(&mention.high) {
            found.push((figure(&tokens, amount, counts_something, bound), taken_back));
        }
        at = end.max(at + 1);
    }
    let all_taken_back = found.iter().all(|(_, taken_back)| *taken_back);
    let figures = found.into_iter().map(|(figure, taken_back)| Figure {
        counts_something: figure.counts_something || (taken_back && !all_taken_back),
        ..figure
    });
    figures.collect()
}

fn figure(tokens: &[Token], amount: &amounts::Amount, counts_something: bool, bound: Bound) -> Figure {
    let amounts = amount.readings.iter().map(|reading| amount.times(*reading));
    let mut values = Vec::new();
    for value in std::iter::once(amount.value()).chain(amounts).chain(amount.readings.iter().copied()) {
        let value = value.normalize();
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let span = span_of(tokens, amount);
    Figure { values, counts_something, is_spoken_pair: amount.is_pair(), bound, span }
}

fn span_of(tokens: &[Token], amount: &amounts::Amount) -> Range<usize> {
    let read = &tokens[amount.tokens.clone()];
    read.first().map_or(0, |token| token.span.start)..read.last().map_or(0, |token| token.span.end)
}

/// Has the number two decimals, as money has: "14,80"?
fn ends_in_cents(number: &str) -> bool {
    let cents = number.rsplit_once(['.', ',']).map_or("", |(_, cents)| cents);
    cents.len() == 2 && cents.chars().all(|letter| letter.is_ascii_digit())
}

/// The currencies that a text names by sign, code or name. `context` decides shared signs.
pub fn currencies_in(text: &str, context: &str) -> Vec<CurrencyMention> {
    let context = &Context::new(context);
    let tokens = tokenizer::tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((marker, end)) = currencies::marker_at(&tokens, at) else {
            at += 1;
            continue;
        };
        let beside_number =
            at.checked_sub(1).is_some_and(|before| matches!(tokens[before].kind, Kind::Number(_)))
                || tokens.get(end).is_some_and(|token| matches!(token.kind, Kind::Number(_)));
        if beside_number || !matches!(marker, Marker::Weak(_)) {
            let meant = marker.resolve(context);
            let possible = marker.family().map_or_else(|| meant.into_iter().collect(), <[Currency]>::to_vec);
            found.push(CurrencyMention {
                meant,
                possible,
                span: tokens[at].span.start..tokens[end - 1].span.end,
            });
        }
        at = end;
    }
    found
}

/// The pay periods that a text names ("monthly", "per hour"), with or without an amount.
pub fn periods_in(text: &str) -> Vec<(SalaryPeriod, Range<usize>)> {
    let tokens = tokenizer::tokens(text);
    (0..tokens.len())
        .filter_map(|at| {
            let (period, end) = periods::period_at(&tokens, at)?;
            Some((period, tokens[at].span.start..tokens[end - 1].span.end))
        })
        .collect()
}

/// Is an amount without a period too little beside the known pay: a voucher, an allowance?
pub fn is_far_below(amount: Decimal, known: Decimal) -> bool {
    amount * Decimal::TEN < known
}

/// Is it one of the rupees?
pub(crate) fn may_be_rupees(currency: Currency) -> bool {
    currencies::RUPEES.contains(&currency)
}

/// The currency of a value: "EUR", "euro", "€", "US$". `None` for any other text.
pub fn currency_named(value: &str) -> Option<Currency> {
    let value = value.trim();
    let upper = value.to_uppercase();
    if let Some(currency) = Currency::from_code(&upper).filter(|currency| currency.flags().is_empty()) {
        return (!matches!(currency, Currency::XXX | Currency::XTS)).then_some(currency);
    }
    let tokens = tokenizer::tokens(value);
    let (marker, end) = currencies::marker_at(&tokens, 0)?;
    marker.resolve(&Context::new(value)).filter(|_| end == tokens.len())
}

/// The amount of a value: "65000", "65,000", "€65k". `None` if the text is not one amount.
pub fn amount_named(value: &str) -> Option<Decimal> {
    let tokens = tokenizer::tokens(value);
    let mention = ranges::mention_at(&tokens, 0)?;
    (mention.high.is_none() && mention.tokens.end == tokens.len()).then(|| mention.low.value())
}
