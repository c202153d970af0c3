//! The organization's currency, for pay that is stated without one.

use iso_currency::{Country, Currency};

use super::Judged;
use crate::decision::grounding;
use crate::decision::input::TurnInput;
use crate::decision::message::Message;
use crate::decision::transcript::Transcript;
use crate::exports::places;
use crate::{Basis, Change, Draft, Evidence, Field, Op};

/// The change that sets it in the turn that sets an amount. Later turns leave the currency as the user has left it.
pub(super) fn change(input: &TurnInput<'_>, transcript: &Transcript<'_>, judged: &Judged) -> Option<Change> {
    let usual = input.policy.currency?;
    let sets_amount =
        |change: &Change| change.op == Op::Set && matches!(change.field, Field::SalaryMin | Field::SalaryMax);
    let is_removed = |change: &Change| change.op == Op::Clear && change.field == Field::Currency;
    let is_open = judged.changes.iter().any(sets_amount)
        && !judged.changes.iter().any(is_removed)
        && !has_currency(&judged.draft)
        && !is_named(usual, transcript)
        && !is_decided_otherwise(usual, transcript, &judged.draft);
    let evidence = Evidence::without_words(Basis::Copied);
    is_open.then(|| Change { op: Op::Set, field: Field::Currency, value: usual.code().to_owned(), evidence })
}

fn has_currency(draft: &Draft) -> bool {
    draft.value(Field::Currency).is_some() || draft.suggestions().any(|leaf| leaf.field == Field::Currency)
}

/// Does the user name a currency, or a sign that several share? A sign that no place decides may be that of the usual one.
fn is_named(usual: Currency, transcript: &Transcript<'_>) -> bool {
    let context = transcript.context();
    transcript.messages().any(|message| {
        let mut named = message.currencies(context).into_iter();
        named.any(|mention| {
            !mention.possible.contains(&usual) || !grounding::is_open(transcript, message, &mention)
        })
    })
}

/// Is the place of work where people are paid in another currency? Places that are not recognised decide nothing.
fn is_decided_otherwise(usual: Currency, transcript: &Transcript<'_>, draft: &Draft) -> bool {
    let mut said = transcript.messages().filter_map(Message::currency_of_work);
    let is_said = said.any(|(currency, _)| currency != usual);
    let location = draft.content.location.as_deref().unwrap_or_default();
    let mut countries = places::read(location).into_iter().filter_map(|place| place.country);
    let has_another = |country: String| {
        country.parse::<Country>().is_ok_and(|country| !Currency::from_country(country).contains(&usual))
    };
    is_said || countries.any(has_another)
}
