//! Pay: an amount, a currency and a period must each stand in the user's words; what is not said is refused.

use std::str::FromStr;

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::Grounded;
use crate::money::{self, Figure};
use crate::said::{Message, Said, capped};
use crate::{Basis, SalaryPeriod};

/// The amount as the user gave it: 85 becomes 85000 where they wrote "85k", 960000 becomes the 80000 a month they said.
pub(super) fn amount(said: &Said<'_>, value: &str) -> Option<Grounded> {
    let value = Decimal::from_str(value).ok()?.normalize();
    let context = said.context();
    let stated = said.messages().find_map(|message| amount_in(message, value, context));
    if let Some((amount, quote)) = stated {
        return Some(Grounded { value: amount.to_string(), basis: Basis::Stated, quote });
    }
    let proposal = Message::new(said.confirmed?);
    let (amount, _) = amount_in(&proposal, value, context)?;
    Some(Grounded {
        value: amount.to_string(),
        basis: Basis::Confirmed,
        quote: capped(said.current.text).to_owned(),
    })
}

fn amount_in(message: &Message<'_>, value: Decimal, context: &str) -> Option<(Decimal, String)> {
    let pays = message.pays(context);
    let as_pay = pays.iter().find_map(|pay| {
        let own = [pay.min, pay.max].into_iter().flatten();
        let amount = own.clone().find(|amount| *amount == value).or_else(|| {
            let per = pay.period?;
            own.clone().find(|amount| yearly(*amount, per) == Some(value))
        })?;
        Some((amount, message.text[pay.span.clone()].to_owned()))
    });
    as_pay.or_else(|| {
        let figure = message.figures().iter().find(|figure| is_meant(figure, value, message))?;
        Some((*figure.values.first()?, message.text[figure.span.clone()].to_owned()))
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
pub(super) fn currency(said: &Said<'_>, value: &str) -> Option<Grounded> {
    let wanted = Currency::from_code(value)?;
    let context = said.context();
    let mut shared = None;
    for message in said.messages() {
        // A weak name ("pounds") counts where it belongs to pay.
        if let Some(pay) = message.pays(context).iter().find(|pay| pay.currency == Some(wanted)) {
            let quote = message.text[pay.span.clone()].to_owned();
            return Some(Grounded { value: value.to_owned(), basis: Basis::Stated, quote });
        }
        for mention in money::currencies_in(message.text, context) {
            let quote = &message.text[mention.span.clone()];
            if mention.meant == Some(wanted) {
                return Some(Grounded {
                    value: value.to_owned(),
                    basis: Basis::Stated,
                    quote: quote.to_owned(),
                });
            }
            shared = shared.or_else(|| mention.possible.contains(&wanted).then_some(()));
        }
    }
    let confirmed = |proposal: &str| {
        money::currencies_in(proposal, context).iter().any(|mention| mention.meant == Some(wanted))
    };
    if said.confirmed.is_some_and(confirmed) {
        let quote = capped(said.current.text).to_owned();
        return Some(Grounded { value: value.to_owned(), basis: Basis::Confirmed, quote });
    }
    shared.map(|()| Grounded { value: value.to_owned(), basis: Basis::Assumed, quote: String::new() })
}

/// A period: said with an amount, or alone in a short answer ("three days a week" names no pay period).
pub(super) fn period(said: &Said<'_>, value: &str) -> Option<Grounded> {
    let wanted = SalaryPeriod::parse(value)?;
    let context = said.context();
    let in_message = |message: &Message<'_>| -> Option<String> {
        let pays = message.pays(context);
        let paid = pays.iter().find(|pay| pay.period == Some(wanted)).map(|pay| pay.span.clone());
        let alone = || {
            let short = message.words.len() <= 6;
            let named =
                money::periods_in(message.text).into_iter().find(|(period, _)| short && *period == wanted);
            named.map(|(_, span)| span)
        };
        paid.or_else(alone).map(|span| message.text[span].to_owned())
    };
    if let Some(quote) = said.messages().find_map(in_message) {
        return Some(Grounded { value: value.to_owned(), basis: Basis::Stated, quote });
    }
    in_message(&Message::new(said.confirmed?))?;
    Some(Grounded {
        value: value.to_owned(),
        basis: Basis::Confirmed,
        quote: capped(said.current.text).to_owned(),
    })
}
