//! Grounds pay: the user's words must state the amount, the currency and the period, each for itself.

use std::str::FromStr;

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::grounded::Grounded;
use crate::SalaryPeriod;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::money::{self, Figure};

/// The amount in the user's words: 85 becomes 85000 for "85k", and a yearly 960000 becomes the stated 80000 a month.
pub(crate) fn amount<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let value = Decimal::from_str(value).ok()?.normalize();
    let context = transcript.context();
    let stated = transcript.messages().find_map(|message| amount_in(message, value, context));
    if let Some((amount, quote)) = stated {
        return Some(Grounded::stated(amount.to_string(), quote));
    }
    let proposal = Message::new(transcript.confirmed?);
    let (amount, _) = amount_in(&proposal, value, context)?;
    Some(Grounded::confirmed(amount.to_string(), transcript))
}

fn amount_in<'a>(message: &Message<'a>, value: Decimal, context: &str) -> Option<(Decimal, &'a str)> {
    let pays = message.pays(context);
    let as_pay = pays.iter().find_map(|pay| {
        let own = [pay.min, pay.max].into_iter().flatten();
        let amount = own.clone().find(|amount| *amount == value).or_else(|| {
            let per = pay.period?;
            own.clone().find(|amount| yearly(*amount, per) == Some(value))
        })?;
        Some((amount, &message.text[pay.span.clone()]))
    });
    as_pay.or_else(|| {
        let figure = message.figures().iter().find(|figure| is_meant(figure, value, message))?;
        let amount = if figure.is_spoken_pair { value } else { *figure.values.first()? };
        Some((amount, &message.text[figure.span.clone()]))
    })
}

/// Is a bare number the pay? It must have the value, count nothing else, and be large or in a short message.
fn is_meant(figure: &Figure, value: Decimal, message: &Message<'_>) -> bool {
    let year = Decimal::from(1950)..=Decimal::from(2100);
    let short = message.words.len() <= 6;
    let large = figure
        .values
        .first()
        .is_some_and(|amount| *amount >= Decimal::ONE_THOUSAND && !year.contains(amount));
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

/// Grounds a currency. One that only shares the stated sign ("$" for pesos) is an assumption.
pub(crate) fn currency<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let wanted = Currency::from_code(value)?;
    let context = transcript.context();
    let mut shared = None;
    for message in transcript.messages() {
        // A weak name ("pounds") counts as part of pay.
        if let Some(pay) = message.pays(context).iter().find(|pay| pay.currency == Some(wanted)) {
            return Some(Grounded::stated(value, &message.text[pay.span.clone()]));
        }
        let named = money::currencies_in(message.text, context).into_iter();
        for mention in named.filter(|mention| !message.is_asked(mention.span.start)) {
            if mention.meant == Some(wanted) {
                return Some(Grounded::stated(value, &message.text[mention.span]));
            }
            shared = shared.or_else(|| mention.possible.contains(&wanted).then_some(()));
        }
    }
    let confirmed = |proposal: &str| {
        money::currencies_in(proposal, context).iter().any(|mention| mention.meant == Some(wanted))
    };
    if transcript.confirmed.is_some_and(confirmed) {
        return Some(Grounded::confirmed(value, transcript));
    }
    shared.map(|()| Grounded::assumed(value))
}

/// Grounds a period: stated with an amount, or alone in a short message ("three days a week" is no pay period).
pub(crate) fn period<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let wanted = SalaryPeriod::parse(value)?;
    let context = transcript.context();
    let in_message = |message: &Message<'a>| -> Option<&'a str> {
        let pays = message.pays(context);
        let paid = pays.iter().find(|pay| pay.period == Some(wanted)).map(|pay| pay.span.clone());
        let alone = || {
            let short = message.words.len() <= 6;
            let named = money::periods_in(message.text)
                .into_iter()
                .find(|(period, span)| short && *period == wanted && !message.is_asked(span.start));
            named.map(|(_, span)| span)
        };
        paid.or_else(alone).map(|span| &message.text[span])
    };
    if let Some(quote) = transcript.messages().find_map(in_message) {
        return Some(Grounded::stated(value, quote));
    }
    in_message(&Message::new(transcript.confirmed?))?;
    Some(Grounded::confirmed(value, transcript))
}
