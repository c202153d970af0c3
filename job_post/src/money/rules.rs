//! Which numbers are pay and which are not: the traps of real job ads.

use rust_decimal::Decimal;

use super::amounts::Mention;
use super::bare;
use super::currencies::Marker;
use super::tokens::{Kind, Token};
use crate::SalaryPeriod;

/// Units and things that are counted; a number in front of one is no pay.
const COUNTED: &str = "\
    year years yr yrs jahr jahre jahren ans años anos år month months monate monaten week weeks wochen \
    day days tage tagen hour hours hrs h stunden times people persons employees staff mitarbeiter \
    mitarbeitern users customers clients kunden students patients followers subscribers engineers \
    developers positions openings direct reports lbs lb kg kilos kilograms km miles m² sqm percent \
    prozent points lines requests rows locations stores seats sites colleagues members personen leute standorte filialen \
    salariés employés personnes clientes empleados personas heures jours semaines mois horas días semanas meses \
    سنوات سنة سنين عام أعوام شهر أشهر شهور يوم أيام أسبوع أسابيع ساعة ساعات موظف موظفا موظفين عامل عمال شخص أشخاص عميل عملاء سال نفر";

/// Money that is not anybody's pay.
const BUSINESS: &str = "\
    deal deals revenue revenues turnover umsatz arr mrr gmv aum budget budgets quota quotas portfolio \
    portfolios funding valuation pipeline bonus referral investment raise round series p accounts \
    contract contracts projects project sales";

const CUES: &str = "\
    max maximum min minimum salary salaries pay pays paying paid compensation comp wage wages budget remuneration package rate \
    ctc ote earn earns offer offering gehalt jahresgehalt monatsgehalt vergütung lohn stundenlohn \
    verdienst bezahlung brutto gross salaire rémunération salario sueldo lön løn lønn stipendio الراتب \
    راتب";

/// The tokens of the sentence around `at`.
fn sentence(tokens: &[Token], at: usize) -> &[Token] {
    let ends = |token: &Token| token.is_sign(&['.', '!', '?', ';', '\n']);
    let start = tokens[..at].iter().rposition(ends).map_or(0, |found| found + 1);
    let end = tokens[at..].iter().position(ends).map_or(tokens.len(), |found| at + found);
    &tokens[start..end]
}

pub(super) fn has_cue(tokens: &[Token], at: usize) -> bool {
    sentence(tokens, at).iter().any(|token| token.is_among(CUES))
}

/// Is this mention marked as pay: a currency, a period, "k" in a plausible place, or a word like "salary"?
pub(super) fn is_pay(tokens: &[Token], mention: &Mention, period: Option<SalaryPeriod>, end: usize) -> bool {
    let value = mention.high.as_ref().map_or(mention.low.value(), |high| high.value());
    if is_something_else(tokens, mention.tokens.start, end, period.is_some())
        || is_too_much(value, mention)
        || is_retirement_plan(tokens, mention)
    {
        return false;
    }
    let cue = has_cue(tokens, mention.tokens.start);
    match mention.marker {
        Some(Marker::Weak(_)) => value >= Decimal::ONE_THOUSAND || period.is_some() || cue,
        Some(_) => value >= Decimal::from(5),
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

/// The least bare number that a period makes pay ("25/h", not "2 a week").
fn least(period: SalaryPeriod) -> Decimal {
    Decimal::from(match period {
        SalaryPeriod::Hour => 5,
        SalaryPeriod::Day => 40,
        SalaryPeriod::Week => 100,
        SalaryPeriod::Month => 200,
        SalaryPeriod::Year => 1_000,
    })
}

/// Is the number from token `start` to `end` a count, a business figure or the like?
pub(super) fn is_something_else(tokens: &[Token], start: usize, end: usize, has_period: bool) -> bool {
    let mut behind = tokens[end..].iter().filter(|token| !token.is_sign(&['+', '-'])).take(3);
    let first = behind.next();
    if first.is_some_and(|token| token.is_sign(&['%']) || (!has_period && token.is_among(COUNTED))) {
        return true;
    }
    let joins = |token: &&Token| {
        token.word().is_some_and(|word| !matches!(word, "plus" | "and" | "with" | "und" | "or"))
    };
    let business =
        first.iter().copied().chain(behind).take_while(joins).any(|token| token.is_among(BUSINESS));
    business || is_led_by(tokens, start)
}

/// "lift 50 pounds", "managing a budget of $2M", "raised $40M", "a referral bonus of $500".
fn is_led_by(tokens: &[Token], start: usize) -> bool {
    const LEADERS: &str = "\
        lift lifting lifts carry carrying weighing manage manages managed managing raised raising grew \
        closed closing bonus revenue revenues quota umsatz stemmen heben";
    let stops = |token: &&Token| !token.is_sign(&['.', ',', ';', '!', '?', ':', '(', '\n']);
    tokens[..start].iter().rev().take(6).take_while(stops).any(|token| token.is_among(LEADERS))
}

/// "k" behind a number is pay unless a thing follows ("100k users", "a 50K deal").
pub(super) fn stands_alone(tokens: &[Token], end: usize) -> bool {
    const MAY_FOLLOW: &str = "\
        to and or a per gross net brutto netto base basic max maximum min minimum plus for is salary in \
        depending with total before if as instead und im pro bis please should but would at";
    tokens.get(end).is_none_or(|token| token.word().is_none() || token.is_among(MAY_FOLLOW))
}

/// Nobody is paid a hundred million dollars; in small units of currency it may happen.
fn is_too_much(value: Decimal, mention: &Mention) -> bool {
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
        Some(Marker::OneOf(family)) if family.iter().any(|one| SMALL_UNITS.contains(one)) => 100_000_000_000,
        Some(_) => 5_000_000,
        None => 100_000_000,
    };
    value > Decimal::from(limit)
}

/// The American "401k" is no amount.
fn is_retirement_plan(tokens: &[Token], mention: &Mention) -> bool {
    mention.low.figure == Decimal::from(401)
        && mention.high.is_none()
        && matches!(tokens[mention.tokens.start].kind, Kind::Number(_))
}

fn is_calendar_year(mention: &Mention) -> bool {
    let year = Decimal::from(1990)..Decimal::from(2100);
    mention.high.is_none() && year.contains(&mention.low.value())
}

/// Which end of a range one amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Exactly,
    AtLeast,
    AtMost,
}

pub(super) fn bound(tokens: &[Token], mention: &Mention, end: usize) -> Bound {
    const LEAST: &str = "\
        minimum min mindestens mindestgehalt untergrenze least from ab desde starting starts start over above floor dès minst";
    const MOST: &str = "\
        maximum max obergrenze höchstgehalt most höchstens maximal hasta under below cap capped ceiling jusqu'à exceed";
    let start = mention.tokens.start;
    let near: Vec<&Token> = tokens[..start]
        .iter()
        .rev()
        .take(4)
        .take_while(|token| !token.is_sign(&[',', '.', ';', '-', '–', '\n']))
        .collect();
    let upward = near.windows(2).any(|pair| {
        (pair[1].is_word(&["up"]) && pair[0].is_word(&["to"]))
            || (pair[1].is_word(&["bis"]) && pair[0].is_word(&["zu"]))
    });
    let behind = tokens.get(end);
    let follows = |words: &[&str]| behind.is_some_and(|token| token.is_word(words));
    let none_above =
        near.windows(2).any(|pair| pair[0].is_word(&["more", "over"]) && pair[1].is_word(&["no", "not"]))
            || near.windows(3).any(|run| run[1].is_word(&["more"]) && run[2].is_word(&["no", "not"]));
    if none_above
        || upward
        || near.iter().any(|token| token.is_among(MOST))
        || follows(&["max", "maximum", "tops"])
    {
        Bound::AtMost
    } else if mention.low.open_ended
        || near.iter().any(|token| token.is_among(LEAST))
        || follows(&["min", "minimum"])
    {
        Bound::AtLeast
    } else {
        Bound::Exactly
    }
}
