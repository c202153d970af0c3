//! Pay: an amount, a currency and a period must each stand in the user's words; what is not said is refused.

use std::str::FromStr;

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::Grounded;
use crate::SalaryPeriod;
use crate::money::{self, Figure};
use crate::said::{Message, Said};

/// The amount as the user gave it: 85 becomes 85000 where they wrote "85k", 960000 becomes the 80000 a month they said.
pub(super) fn amount<'a>(said: &Said<'a>, value: &str) -> Option<Grounded<'a>> {
    let value = Decimal::from_str(value).ok()?.normalize();
    let context = said.context();
    let stated = said.messages().find_map(|message| amount_in(message, value, context));
    if let Some((amount, quote)) = stated {
        return Some(Grounded::stated(amount.to_string(), quote));
    }
    let proposal = Message::new(said.confirmed?);
    let (amount, _) = amount_in(&proposal, value, context)?;
    Some(Grounded::confirmed(amount.to_string(), said))
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
        Some((*figure.values.first()?, &message.text[figure.span.clone()]))
    })
}

/// A bare number is meant as pay if it can have the value, counts nothing else, and is large or nearly all that was said.
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

/// A currency; one that only shares a sign with what was said ("$" for pesos) is an assumption.
pub(super) fn currency<'a>(said: &Said<'a>, value: &str) -> Option<Grounded<'a>> {
    let wanted = Currency::from_code(value)?;
    let context = said.context();
    let mut shared = None;
    for message in said.messages() {
        // A weak name ("pounds") counts where it belongs to pay.
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
    if said.confirmed.is_some_and(confirmed) {
        return Some(Grounded::confirmed(value, said));
    }
    shared.map(|()| Grounded::assumed(value))
}

/// A period: said with an amount, or alone in a short answer ("three days a week" names no pay period).
pub(super) fn period<'a>(said: &Said<'a>, value: &str) -> Option<Grounded<'a>> {
    let wanted = SalaryPeriod::parse(value)?;
    let context = said.context();
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
    if let Some(quote) = said.messages().find_map(in_message) {
        return Some(Grounded::stated(value, quote));
    }
    in_message(&Message::new(said.confirmed?))?;
    Some(Grounded::confirmed(value, said))
}
