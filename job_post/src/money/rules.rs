//! Rules that decide which numbers are pay.

use rust_decimal::Decimal;

use super::bare;
use super::surroundings::{has_cue, stands_alone};
use crate::SalaryPeriod;
use crate::money::currencies::{DOLLARS, Marker};
use crate::money::lists::List;
use crate::money::ranges::Mention;
use crate::money::token::{Kind, Token};

/// Is the mention pay? A currency, a period, a plausible "k" or a word like "salary" must mark it.
pub(crate) fn is_pay(tokens: &[Token], mention: &Mention, period: Option<SalaryPeriod>, end: usize) -> bool {
    let value = mention.high.as_ref().map_or(mention.low.value(), |high| high.value());
    if is_something_else(tokens, mention.tokens.start, end, period.is_some())
        || is_too_much(value, mention, period)
        || is_retirement_plan(tokens, mention)
    {
        return false;
    }
    let cue = has_cue(tokens, mention.tokens.start);
    if mention.marker.is_none() && is_time_of_day(tokens, value, end) {
        return false;
    }
    if mention.low.is_pair() && mention.marker.is_none() && period.is_none() {
        return is_spoken_pay(tokens, mention);
    }
    match mention.marker {
        Some(Marker::Weak(_)) => value >= Decimal::ONE_THOUSAND || period.is_some() || cue,
        Some(_) => value >= least_with_currency(tokens, mention, period, end),
        None if mention.low.multiplier == Some(Decimal::ONE_THOUSAND) => {
            cue || period.is_some() || stands_alone(tokens, end)
        }
        None if mention.low.multiplier.is_some() => cue || period.is_some(),
        None => {
            period.is_some_and(|period| value >= least(period))
                || (cue
                    && value >= Decimal::ONE_THOUSAND
                    && !is_calendar_year(mention)
                    && !bare::is_address_or_code(tokens, mention))
        }
    }
}

/// Is it a time and no monthly pay: "1030pm"?
fn is_time_of_day(tokens: &[Token], value: Decimal, end: usize) -> bool {
    tokens[end - 1].is_word(&["pm"]) && value < Decimal::from(1_260)
}

/// Is a spoken pair pay without a currency and a period: "pay is eighteen fifty", but not "twenty twenty five"?
fn is_spoken_pay(tokens: &[Token], mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let near = tokens[..start].iter().rev().take(3).take_while(|token| token.word().is_some());
    let joined = mention.low.readings.last().copied().unwrap_or_default();
    let is_year = (Decimal::from(1950)..Decimal::from(2100)).contains(&joined);
    near.clone().any(|token| token.is_in(List::Cue)) && !is_year && stands_alone(tokens, mention.tokens.end)
}

/// The smallest bare number that is pay with a period ("25/h", not "2 a week").
pub(crate) fn least(period: SalaryPeriod) -> Decimal {
    Decimal::from(match period {
        SalaryPeriod::Hour => 5,
        SalaryPeriod::Day => 40,
        SalaryPeriod::Week => 100,
        SalaryPeriod::Month => 200,
        SalaryPeriod::Year => 1_000,
    })
}

/// The smallest amount with a currency that is pay. An hour of work costs less than five euros in many countries. A
/// smaller amount without "an hour" is a price, and one behind "plus" comes on top of the pay.
fn least_with_currency(
    tokens: &[Token],
    mention: &Mention,
    period: Option<SalaryPeriod>,
    end: usize,
) -> Decimal {
    let adds = |token: &Token| token.is_sign(&['+']) || token.is_in(List::Added);
    let behind = tokens.get(end).is_some_and(|token| token.is_in(List::Added) && !token.is_word(&["plus"]));
    let is_added = behind || tokens[..mention.tokens.start].last().is_some_and(adds);
    Decimal::from(if period == Some(SalaryPeriod::Hour) && !is_added { 1 } else { 5 })
}

/// Is it the day of a month: "January 15", "15. Januar", "15 de enero"?
fn is_date(tokens: &[Token], start: usize, end: usize) -> bool {
    let is_day = |day: &Decimal| day.is_integer() && *day >= Decimal::ONE && *day <= Decimal::from(31);
    let [Token { kind: Kind::Number(readings), .. }] = &tokens[start..end] else { return false };
    if !readings.iter().all(is_day) {
        return false;
    }
    let mut behind =
        tokens[end..].iter().filter(|token| !token.is_sign(&['.']) && !token.is_word(&["de", "of"]));
    let before = start.checked_sub(1).map(|at| &tokens[at]);
    behind.next().into_iter().chain(before).any(|token| token.is_in(List::MonthName))
}

/// Is the number from token `start` to `end` a count, a business figure or another number that is no pay?
pub(crate) fn is_something_else(tokens: &[Token], start: usize, end: usize, has_period: bool) -> bool {
    // "80k + bonus" is pay and a second thing; the sign of "5+ years" is part of the number.
    let adds = |token: &&Token| token.is_sign(&['+']);
    let behind = tokens[end..].iter().take_while(|token| !adds(token));
    let mut behind = behind.filter(|token| !token.is_sign(&['+', '-'])).take(3);
    let first = behind.next();
    if first.is_some_and(|token| token.is_sign(&['%']) || (!has_period && token.is_in(List::Counted))) {
        return true;
    }
    if !has_period && is_date(tokens, start, end) {
        return true;
    }
    let joins = |token: &&Token| token.word().is_some() && !token.is_in(List::Joining);
    let is_extra = |token: &Token| token.is_in(List::Extra);
    let near = tokens[..before_around(tokens, start)]
        .iter()
        .rev()
        .take(2)
        .take_while(|token| !token.is_sign(&['.', ',', ';', '+', '\n']));
    if near.clone().any(is_extra) && !near.clone().any(|token| token.is_in(List::BetweenAnd)) {
        return true;
    }
    let business = first
        .iter()
        .copied()
        .chain(behind)
        .take_while(joins)
        .any(|token| token.is_in(List::Business) || is_extra(token));
    business || is_led_by(tokens, start) || counts_minimum_wages(tokens, start, first)
}

/// The first of the small words right before an amount: "tips of about $4", "Trinkgeld ca. 3 €".
fn before_around(tokens: &[Token], start: usize) -> usize {
    let is_around = |at: usize| {
        let dot = tokens[at].is_sign(&['.']) && tokens[at].glued;
        tokens[at].is_in(List::Around) || dot && at > 0 && tokens[at - 1].is_in(List::Around)
    };
    (0..start).rev().find(|at| !is_around(*at)).map_or(0, |at| at + 1)
}

/// Is the number a multiple of a minimum wage or an addition to one: "1,5 SMIC", "SMIC + 200 €"?
fn counts_minimum_wages(tokens: &[Token], start: usize, behind: Option<&Token>) -> bool {
    let on_top = start >= 2
        && (tokens[start - 1].is_sign(&['+']) || tokens[start - 1].is_word(&["plus"]))
        && tokens[start - 2].is_in(List::WageUnit);
    on_top || behind.is_some_and(|token| token.is_in(List::WageUnit))
}

/// Does a word before the number make it no pay: "lift 50 pounds", "raised $40M", "a referral bonus of $500"?
fn is_led_by(tokens: &[Token], start: usize) -> bool {
    // "Bonus included it is 22.75"
    const INCLUDED: [&str; 10] = [
        "included",
        "including",
        "inclusive",
        "inkl",
        "inklusive",
        "incluse",
        "inclus",
        "comprise",
        "incluido",
        "inclusa",
    ];
    let stops = |token: &&Token| {
        !token.is_sign(&['.', ',', ';', '!', '?', ':', '(', '\n']) && !token.is_word(&INCLUDED)
    };
    // "We can manage £26,000" is an offer, "can manage budgets of £200,000" is none.
    let offers =
        start >= 2 && tokens[start - 1].is_word(&["manage"]) && tokens[start - 2].is_word(&["can", "could"]);
    let near = tokens[..start].iter().rev().take(6).take_while(stops);
    let mut near = near.skip(usize::from(offers));
    near.any(|token| token.is_in(List::Leader)) || is_on_top(tokens, start)
}

/// Does the amount come on top of the pay: "per diem 90 a day on top"?
fn is_on_top(tokens: &[Token], start: usize) -> bool {
    let behind = tokens[start..]
        .iter()
        .take(6)
        .take_while(|token| !token.is_sign(&['.', ',', ';', '(', '+', '\n']) && !token.is_in(List::Joining));
    let behind: Vec<_> = behind.collect();
    let on_top = behind.windows(2).any(|pair| pair[0].is_word(&["on"]) && pair[1].is_word(&["top"]));
    let per_diem = start >= 2 && tokens[start - 2].is_word(&["per"]) && tokens[start - 1].is_word(&["diem"]);
    on_top || per_diem || behind.iter().any(|token| token.is_word(&["obendrauf", "bovenop", "encima"]))
}

/// Is the amount too large for pay? The limit is higher for currencies with small units.
fn is_too_much(value: Decimal, mention: &Mention, period: Option<SalaryPeriod>) -> bool {
    use iso_currency::Currency as C;
    const SMALL_UNITS: [C; 16] = [
        C::JPY,
        C::KRW,
        C::IDR,
        C::VND,
        C::CLP,
        C::COP,
        C::HUF,
        C::IRR,
        C::UGX,
        C::TZS,
        C::NGN,
        C::INR,
        C::PKR,
        C::RUB,
        C::LBP,
        C::KZT,
    ];
    let limit: u64 = match mention.marker {
        Some(Marker::Exactly(currency) | Marker::Weak(currency)) if SMALL_UNITS.contains(&currency) => {
            100_000_000_000
        }
        Some(Marker::OneOf(family) | Marker::OfCountry(family))
            if family != DOLLARS && family.iter().any(|one| SMALL_UNITS.contains(one)) =>
        {
            100_000_000_000
        }
        // "A budget of $2M" is no pay, "$2M a year" may be.
        Some(_) if period.is_none() && mention.low.multiplier == Some(Decimal::from(1_000_000)) => 999_999,
        Some(_) => 5_000_000,
        None => 100_000_000,
    };
    value > Decimal::from(limit)
}

/// Is it the American "401k" plan?
fn is_retirement_plan(tokens: &[Token], mention: &Mention) -> bool {
    mention.low.figure == Decimal::from(401)
        && mention.high.is_none()
        && matches!(tokens[mention.tokens.start].kind, Kind::Number(_))
}

fn is_calendar_year(mention: &Mention) -> bool {
    let year = Decimal::from(1990)..Decimal::from(2100);
    mention.high.is_none() && year.contains(&mention.low.value())
}
