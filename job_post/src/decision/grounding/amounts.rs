//! Grounds pay: the user's words must state the amount, the currency and the period, each for itself.

use std::ops::Range;
use std::str::FromStr;

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::grounded::Grounded;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::language::words::among;
use crate::money::{self, Figure, Pay};
use crate::{Field, SalaryPeriod};

/// The amount in the user's words: 85 becomes 85000 for "85k", and a yearly 960000 becomes the stated 80000 a month.
pub(crate) fn amount<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let value = Decimal::from_str(value).ok()?.normalize();
    let context = transcript.context();
    // Pay in the current message replaces that of earlier ones.
    let replaces = main_pays(&transcript.current, context).any(|pay| pay.period.is_some());
    let mut messages = transcript.messages().take(if replaces { 1 } else { usize::MAX });
    let stated = messages.find_map(|message| {
        let marked = || amount_in(message, with_mark(message, value)?, context);
        amount_in(message, value, context).or_else(marked)
    });
    if let Some((amount, quote)) = stated {
        return Some(Grounded::stated(amount.to_string(), quote));
    }
    let proposal = Message::new(transcript.confirmed?);
    let (amount, _) = amount_in(&proposal, value, context)?;
    Some(Grounded::confirmed(amount.to_string(), transcript))
}

fn amount_in<'a>(message: &Message<'a>, value: Decimal, context: &str) -> Option<(Decimal, &'a str)> {
    let as_pay = main_pays(message, context).find_map(|pay| {
        let own = [pay.min, pay.max].into_iter().flatten();
        let amount = own.clone().find(|amount| *amount == value).or_else(|| {
            let per = pay.period?;
            own.clone().find(|amount| yearly(*amount, per) == Some(value))
        })?;
        Some((amount, &message.text[pay.span.clone()]))
    });
    as_pay.or_else(|| {
        // Where a message states pay with a period, its other numbers are something else.
        let pays = message.pays(context);
        let is_of_pay = |figure: &Figure| {
            pays.iter().all(|pay| pay.period.is_none())
                || pays.iter().any(|pay| pay.span.start < figure.span.end && figure.span.start < pay.span.end)
        };
        let mut figures = message.figures().iter();
        let figure = figures.find(|figure| is_meant(figure, value, message) && is_of_pay(figure))?;
        // "Eighteen fifty an hour" is 18.50 only.
        let has_period = pays.iter().any(|pay| pay.period.is_some());
        let amount = if figure.is_spoken_pair && !has_period { value } else { *figure.values.first()? };
        Some((amount, &message.text[figure.span.clone()]))
    })
}

/// The number of the message that the LLM copied without its decimal mark: "1250" for "12,50".
fn with_mark(message: &Message<'_>, value: Decimal) -> Option<Decimal> {
    let has_mark = |figure: &&Figure| figure.values.first().is_some_and(|amount| !amount.is_integer());
    let digits = |figure: &Figure| -> String {
        let letters = message.text[figure.span.clone()].chars();
        letters.filter_map(money::digit).filter_map(|digit| char::from_digit(digit, 10)).collect()
    };
    let written = value.to_string();
    let copied = message.figures().iter().filter(has_mark).find(|figure| digits(figure) == written)?;
    copied.values.first().copied()
}

/// A bare number of the current message that is near the known pay: "ne, mach 14,80 draus". Of a range each end is one bound;
/// of other such numbers the least is the minimum and the largest the maximum: "16 to start, 17.50 at most". What the post
/// has already is not the correction: "I said 13.20, it's 13.80". A small number without cents may be an age or a time, so
/// it needs a range, or a word of correction or for the most that is paid.
pub(crate) fn corrected<'a>(
    transcript: &Transcript<'a>,
    field: Field,
    value: &str,
    known: &[Decimal],
) -> Option<Grounded<'a>> {
    let value = Decimal::from_str(value).ok()?.normalize();
    let message = &transcript.current;
    if message.is_long() {
        return None;
    }
    let value = with_mark(message, value).unwrap_or(value);
    let is_near = |amount: &Decimal| {
        known.iter().any(|known| *amount <= known * Decimal::TWO && *known <= *amount * Decimal::TWO)
    };
    if let Some((range, quote)) = ranges(message).find(|((min, max), _)| is_near(min) && is_near(max)) {
        let own = if field == Field::SalaryMin { range.0 } else { range.1 };
        return (own == value).then(|| Grounded::stated(value.to_string(), quote));
    }
    let near = message.figures().iter().filter(|figure| !figure.counts_something);
    let near = near.filter_map(|figure| Some((meant_near(figure, known, is_near)?, figure)));
    // "1998" may be a year, unless the known pay could be one too; "since 1998" is one. As a short answer it is accepted
    // elsewhere.
    let may_be_year = |(amount, figure): &(Decimal, &Figure)| {
        // "1.850" is written as an amount.
        let is_written_so = message.text[figure.span.clone()].chars().all(|digit| digit.is_ascii_digit());
        is_year(amount) && is_written_so && (!known.iter().any(is_year) || is_dated(message, figure))
    };
    let near: Vec<_> = near.filter(|it| !may_be_year(it)).collect();
    let new: Vec<_> = near.iter().filter(|(amount, _)| !known.contains(amount)).collect();
    let meant = match field {
        Field::SalaryMin => new.iter().min_by_key(|(amount, _)| *amount),
        _ => new.iter().max_by_key(|(amount, _)| *amount),
    };
    let (amount, figure) = meant?;
    // "Cap it at 52" raises no minimum of 45 to 50.
    let crosses = match (known, field) {
        ([min, max], Field::SalaryMin) => min != max && amount > max,
        ([min, max], _) => min != max && amount < min,
        _ => false,
    };
    if crosses {
        return None;
    }
    let is_small = known.iter().all(|known| *known < Decimal::ONE_HUNDRED) && amount.is_integer();
    let is_meant = !is_small || (new.len() == 1 && is_corrected(message, figure));
    (*amount == value && is_meant)
        .then(|| Grounded::stated(value.to_string(), &message.text[figure.span.clone()]))
}

/// The value of a number that is near the known pay, also without its thousands: "go up to 55" from 50,000.
fn meant_near(figure: &Figure, known: &[Decimal], is_near: impl Fn(&Decimal) -> bool) -> Option<Decimal> {
    let in_thousands = known.iter().all(|known| *known >= Decimal::TEN * Decimal::ONE_THOUSAND);
    let scaled = figure.values.iter().filter(|_| in_thousands).map(|value| value * Decimal::ONE_THOUSAND);
    figure.values.iter().copied().chain(scaled).find(is_near)
}

/// Do the words around the number correct something: "make that 16", "mach 16 draus", "mettez 16 plutôt"? Or do they limit the
/// pay: "the max should be 16", but not "max 12 children"? A least number may also be an age.
fn is_corrected(message: &Message<'_>, figure: &Figure) -> bool {
    const WORDS: &str = "top not nicht pas niet make made set change bump cap raise put actually instead rather say now its it's mach mache machen machs setz setze \
        eher lieber doch draus statt mettez mets passez plutôt finalement pon ponle pongan mejor sube ponha põe afinal suba \
        metti mettiamo facciamo anzi sono son são serían seriam c'est oublie trouwens maak zet liever toch zrób daj zmień raczej jednak";
    const AND: &str = "and y et e en und oraz i و";
    let before = message.words.iter().take_while(|word| word.span.end <= figure.span.start).count();
    let near = message.words[before.saturating_sub(4)..].iter().take(4 + 4);
    let near = || near.clone().filter(|word| word.span.start < figure.span.end + 20);
    let behind = message.text[figure.span.end..].trim_start();
    let next = behind.split_whitespace().next().filter(|next| next.starts_with(char::is_alphanumeric));
    let stands_alone = next.is_none_or(|next| among(next, AND));
    near().any(|word| among(&word.plain, WORDS))
        || stands_alone && near().any(|word| money::names_most(&word.plain))
}

/// Numbers with the sign or word of a range between them, without a currency: "make it 29-32".
pub(crate) fn bare_ranges<'m>(message: &'m Message<'_>) -> impl Iterator<Item = (Decimal, Decimal)> + 'm {
    ranges(message).map(|(range, _)| range)
}

fn ranges<'a, 'm>(message: &'m Message<'a>) -> impl Iterator<Item = ((Decimal, Decimal), &'a str)> + 'm {
    const BETWEEN: &str = "- – — ~ to till bis à a al tot do até au se rising";
    let text = message.text;
    message.figures().windows(2).filter_map(move |pair| {
        if pair.iter().any(|figure| figure.counts_something) {
            return None;
        }
        let between = text.get(pair[0].span.end..pair[1].span.start)?.trim();
        let (min, max) = (*pair[0].values.first()?, *pair[1].values.first()?);
        let joins = !between.is_empty() && between.split_whitespace().all(|word| among(word, BETWEEN));
        (joins && min < max).then(|| ((min, max), &text[pair[0].span.start..pair[1].span.end]))
    })
}

/// The pay that a message states for the job. Behind pay with a period, an amount of another size or for another period is
/// something else: a bonus, an allowance, a discount.
fn main_pays<'m>(message: &'m Message<'_>, context: &str) -> impl Iterator<Item = &'m Pay> {
    let pays = message.pays(context);
    let is_long = message.is_long();
    let all = pays.iter().filter(move |pay| !is_long || !is_too_little(message.text, pay));
    let first = all.clone().find(|pay| pay.period.is_some());
    all.filter(move |pay| first.is_none_or(|first| is_of_one_size(first, pay)))
}

/// Is it too little for the pay of a job? Only for currencies in which that is known.
fn is_too_little(text: &str, pay: &Pay) -> bool {
    use Currency as C;
    const LARGE_UNITS: [Currency; 7] = [C::EUR, C::USD, C::GBP, C::CHF, C::CAD, C::AUD, C::NZD];
    let Some(amount) = pay.max.or(pay.min) else { return false };
    let least = match pay.period {
        Some(SalaryPeriod::Hour) => 2,
        Some(SalaryPeriod::Day) => 20,
        Some(SalaryPeriod::Week) => 40,
        Some(SalaryPeriod::Month) => 150,
        Some(SalaryPeriod::Year) => 1_800,
        None => 0,
    };
    // Without a period: too much for an hour and too little for a month, unless a word like "per shift" follows.
    let behind = text[pay.span.end..].trim_start();
    let has_unit =
        ["per ", "a ", "/", "pro ", "par ", "por ", "na ", "al "].iter().any(|unit| behind.starts_with(unit));
    let is_sum =
        pay.period.is_none() && !has_unit && amount > Decimal::ONE_HUNDRED && amount < Decimal::from(500);
    let is_little = is_sum || amount < Decimal::from(least);
    is_little && pay.currency.is_some_and(|currency| LARGE_UNITS.contains(&currency))
}

fn is_of_one_size(first: &Pay, other: &Pay) -> bool {
    let amount = |pay: &Pay| pay.max.or(pay.min).unwrap_or_default();
    let (one, two) = (amount(first), amount(other));
    first == other
        || other.period.is_none_or(|period| Some(period) == first.period)
            && one <= two * Decimal::TWO
            && two <= one * Decimal::TWO
}

/// Does the word before the number say that it is a year: "since 1998", "un four de 1932"?
fn is_dated(message: &Message<'_>, figure: &Figure) -> bool {
    const WORDS: &str = "since year built founded circa seit anno jahr baujahr depuis année de del desde año dal dell'anno sinds uit roku od desde عام سنة منذ";
    let before = message.words.iter().take_while(|word| word.span.end <= figure.span.start).last();
    before.is_some_and(|word| among(&word.plain, WORDS))
}

/// Is it more likely a calendar year than pay?
fn is_year(amount: &Decimal) -> bool {
    amount.is_integer() && (Decimal::from(1800)..=Decimal::from(2100)).contains(amount)
}

/// Is a bare number the pay? It must have the value, count nothing else, and be large or in a short message.
fn is_meant(figure: &Figure, value: Decimal, message: &Message<'_>) -> bool {
    // "Cert 3" is no pay, the answer "3" may be.
    let most_words = if value < Decimal::from(5) { 1 } else { 6 };
    let short = message.words.len() <= most_words;
    let large =
        figure.values.first().is_some_and(|amount| *amount >= Decimal::ONE_THOUSAND && !is_year(amount));
    figure.values.contains(&value) && !figure.counts_something && (large || short)
}

fn yearly(amount: Decimal, period: SalaryPeriod) -> Option<Decimal> {
    let periods = match period {
        SalaryPeriod::Hour => 2_080,
        SalaryPeriod::Day => 260,
        SalaryPeriod::Week => 52,
        SalaryPeriod::Month => 12,
        SalaryPeriod::Year => 1,
    };
    amount.checked_mul(Decimal::from(periods)).map(|yearly| yearly.normalize())
}

/// Grounds a period: stated with an amount, or alone in a short message ("three days a week" is no pay period).
pub(crate) fn period<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let wanted = SalaryPeriod::parse(value)?;
    let context = transcript.context();
    let in_message = |message: &Message<'a>| -> Option<&'a str> {
        let pays = message.pays(context);
        let paid = pays.iter().find(|pay| pay.period == Some(wanted)).map(|pay| pay.span.clone());
        let alone = || {
            let named = message.periods().iter();
            let mut named = named.filter(|(period, span)| *period == wanted && !message.is_asked(span.start));
            named.find(|(_, span)| is_alone(message, span)).map(|(_, span)| span.clone())
        };
        paid.or_else(alone).map(|span| &message.text[span])
    };
    if let Some(quote) = transcript.messages().find_map(in_message) {
        return Some(Grounded::stated(value, quote));
    }
    in_message(&Message::new(transcript.confirmed?))?;
    Some(Grounded::confirmed(value, transcript))
}

/// Is the message short, or the sentence around the range: "that's hourly. And there is a bonus of $500"?
fn is_alone(message: &Message<'_>, span: &Range<usize>) -> bool {
    const MOST_WORDS: usize = 6;
    let ends = |letter: char| matches!(letter, '.' | '!' | '?' | ';' | '\n');
    let start = message.text[..span.start].rfind(ends).map_or(0, |at| at + 1);
    let end = message.text[span.end..].find(ends).map_or(message.text.len(), |at| span.end + at);
    let words = message.words.iter().filter(|word| start <= word.span.start && word.span.end <= end);
    message.words.len() <= MOST_WORDS || words.count() < MOST_WORDS
}
