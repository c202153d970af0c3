//! Grounds the currency of the pay: a code, a name or a sign must mean it alone, or the place of work decides.

use std::ops::Range;

use iso_currency::Currency;

use super::grounded::Grounded;
use crate::SalaryPeriod;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::language::words::among;
use crate::money::{self, CurrencyMention, Pay, Placed};

/// Grounds a currency. One that only shares the stated sign ("$" for pesos) is an assumption; where the place decides the sign or
/// leaves it open, it is refused.
pub(crate) fn currency<'a>(transcript: &Transcript<'a>, value: &str) -> Option<Grounded<'a>> {
    let wanted = Currency::from_code(value)?;
    let context = transcript.context();
    let (mut is_shared, mut is_placed) = (false, false);
    for message in transcript.messages() {
        let named = message.currencies(context);
        let means_it =
            |pay: &&Pay| pay.currency == Some(wanted) && !has_open_sign(transcript, message, pay, &named);
        // A weak name ("pounds") counts as part of pay.
        if let Some(pay) = message.pays(context).iter().find(means_it) {
            return Some(Grounded::stated(value, &message.text[pay.span.clone()]));
        }
        for mention in named.into_iter().filter(|mention| is_of_pay(message, mention)) {
            if mention.meant == Some(wanted) && !is_open(transcript, message, &mention) {
                return Some(Grounded::stated(value, &message.text[mention.span]));
            }
            let has_sign = mention.possible.contains(&wanted);
            is_shared |= has_sign;
            is_placed |= has_sign && placed(transcript, &mention) != Placed::Nowhere;
        }
    }
    let confirmed = |proposal: &str| {
        money::currencies_in(proposal, context).iter().any(|mention| mention.meant == Some(wanted))
    };
    if transcript.confirmed.is_some_and(confirmed) {
        return Some(Grounded::confirmed(value, transcript));
    }
    if is_placed {
        return None;
    }
    let meant = || of_work(transcript, wanted, value).or_else(|| of_lakhs(transcript, wanted, value));
    is_shared.then(|| Grounded::assumed(value)).or_else(meant)
}

/// The sign or name in the current message that several currencies share and that no place decides: "$" in Hamilton.
pub(crate) fn open_sign<'a>(transcript: &Transcript<'a>) -> Option<&'a str> {
    let message = &transcript.current;
    let named = message.currencies(transcript.context()).into_iter();
    let mut open =
        named.filter(|mention| is_of_pay(message, mention) && is_open(transcript, message, mention));
    open.next().map(|mention| &message.text[mention.span])
}

/// Is it left open which currency a shared sign or name means? It is where the places are of several countries or no list knows
/// the place; without any place the usual currency is meant.
pub(crate) fn is_open(transcript: &Transcript<'_>, message: &Message<'_>, mention: &CurrencyMention) -> bool {
    let is_shared = mention.possible.len() > 1;
    // Danish words mean Danish crowns, whatever the place.
    let is_usual = mention.meant == mention.possible.first().copied();
    let pays = message.pays(transcript.context());
    let is_decided = || pays.iter().any(|pay| overlap(pay, mention) && can_only_be_swiss(pay));
    is_shared && is_usual && placed(transcript, mention) == Placed::Several && !is_decided()
}

/// Are the francs too few for those of Africa, of which one buys some hundred times less: "34 francs de l'heure"?
fn can_only_be_swiss(pay: &Pay) -> bool {
    let least = match pay.period {
        Some(SalaryPeriod::Hour) => 100,
        Some(SalaryPeriod::Day) => 1_000,
        Some(SalaryPeriod::Week) => 5_000,
        Some(SalaryPeriod::Month) | None => 20_000,
        Some(SalaryPeriod::Year) => 200_000,
    };
    let amount = pay.max.or(pay.min);
    pay.currency == Some(Currency::CHF) && amount.is_some_and(|amount| amount < least.into())
}

fn overlap(pay: &Pay, mention: &CurrencyMention) -> bool {
    mention.span.start < pay.span.end && pay.span.start < mention.span.end
}

/// What the places say about the currencies with the sign or name. A place that no list knows may be in any country.
fn placed(transcript: &Transcript<'_>, mention: &CurrencyMention) -> Placed {
    match money::decided_by_places(transcript.context(), &mention.possible) {
        Placed::Nowhere if transcript.is_at_unknown_place() => Placed::Several,
        placed => placed,
    }
}

/// Are all signs of the amount open? A code beside a sign decides it: "$18,000 to $22,000 MXN".
fn has_open_sign(
    transcript: &Transcript<'_>,
    message: &Message<'_>,
    pay: &Pay,
    named: &[CurrencyMention],
) -> bool {
    let mut own = named.iter().filter(|mention| overlap(pay, mention)).peekable();
    own.peek().is_some() && own.all(|mention| is_open(transcript, message, mention))
}

fn is_of_pay(message: &Message<'_>, mention: &CurrencyMention) -> bool {
    !message.is_asked(mention.span.start) && !counts(message, &mention.span)
}

/// The currency of the place of work, for pay that was stated without one: "in Laredo, Texas, 18.50 an hour".
fn of_work<'a>(transcript: &Transcript<'a>, wanted: Currency, value: &str) -> Option<Grounded<'a>> {
    let context = transcript.context();
    let is_bare = |message: &Message<'_>| message.pays(context).iter().any(|pay| pay.currency.is_none());
    let names_one = |message: &Message<'_>| !message.currencies(context).is_empty();
    if !transcript.messages().any(is_bare) || transcript.messages().any(names_one) {
        return None;
    }
    transcript.messages().find_map(|message| {
        let (currency, place) = message.currency_of_work()?;
        let is_said = currency == wanted && !message.is_asked(place.start);
        is_said.then(|| Grounded::interpreted(value, &message.text[place]))
    })
}

/// Rupees of pay that was stated without a currency in lakhs or crores, in which nothing else is counted.
fn of_lakhs<'a>(transcript: &Transcript<'a>, wanted: Currency, value: &str) -> Option<Grounded<'a>> {
    const UNITS: &str = "lakh lakhs lac lacs lpa crore crores";
    let context = transcript.context();
    money::may_be_rupees(wanted).then_some(())?;
    transcript.messages().find_map(|message| {
        let bare = message.pays(context).iter().find(|pay| pay.currency.is_none())?;
        let quote = &message.text[bare.span.clone()];
        let mut words = crate::language::words::plain_words(quote).into_iter();
        words.any(|word| among(&word, UNITS)).then(|| Grounded::interpreted(value, quote))
    })
}

/// Does the name stand beside a number that is no pay: "lift 50 pounds", "a $40 million company"?
fn counts(message: &Message<'_>, name: &Range<usize>) -> bool {
    let mut counting = message.figures().iter().filter(|figure| figure.counts_something);
    counting.any(|figure| figure.span.start <= name.end + 1 && name.start <= figure.span.end + 1)
}

/// Does the newest message that names currencies leave open whether `held` or `wanted` is meant, as "$" does?
pub(crate) fn keeps_currency(transcript: &Transcript<'_>, held: &str, wanted: &str) -> bool {
    let Some((held, wanted)) = Currency::from_code(held).zip(Currency::from_code(wanted)) else {
        return false;
    };
    let named = money::currencies_in(transcript.current.text, transcript.context());
    let mut shared = named.iter().filter(|mention| mention.possible.contains(&wanted)).peekable();
    held != wanted && shared.peek().is_some() && shared.all(|mention| mention.possible.contains(&held))
}
