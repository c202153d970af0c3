//! The two bounds of the pay: each at its own end of a stated range.

use std::str::FromStr as _;

use rust_decimal::Decimal;

use super::Candidate;
use crate::decision::grounding::{self, Grounded};
use crate::decision::message::Message;
use crate::decision::proposal::{ProposedUpdate, Refusal, RefusalReason};
use crate::decision::transcript::Transcript;
use crate::money::{self, Bound, Figure};
use crate::{Change, Draft, Field, Op};

/// Refuses a bound without the other one that is the other end of a range: "from 55" for "48 to 55". Leaves out a bound that the
/// user left open, which some models fill with the same amount.
pub(super) fn without_wrong_ends<'a>(
    transcript: &Transcript<'_>,
    candidates: Vec<Candidate<'a>>,
    refusals: &mut Vec<Refusal>,
) -> Vec<Candidate<'a>> {
    let sets = |field: Field| {
        let mut changes = candidates.iter().flat_map(|candidate| &candidate.changes);
        changes.any(|change| change.field == field && change.op == Op::Set)
    };
    let are_both = sets(Field::SalaryMin) && sets(Field::SalaryMax);
    let mut sound = Vec::new();
    for candidate in candidates {
        let is = |wrong: fn(&Transcript<'_>, &Change) -> bool| {
            candidate.changes.iter().any(|change| wrong(transcript, change))
        };
        let is_open = is(is_open_end);
        // Two bounds that are swapped are put in order later.
        if is_open || (!are_both && is(is_other_end)) {
            let refusal = Refusal { update: candidate.update.clone(), reason: RefusalReason::NotGrounded };
            refusals.extend((!is_open || !are_both).then_some(refusal));
        } else {
            sound.push(candidate);
        }
    }
    sound
}

/// Does the newest message that states the value leave this bound open: "at least 1100" has no maximum, "cap it at 52" no
/// minimum?
fn is_open_end(transcript: &Transcript<'_>, change: &Change) -> bool {
    let Ok(value) = Decimal::from_str(&change.value) else { return false };
    let context = transcript.context();
    let newest = transcript.messages().find_map(|message| {
        let mut pays = message.pays(context).iter();
        let pay = pays.find(|pay| pay.min == Some(value) || pay.max == Some(value));
        let of_pay = pay.map(|pay| match change.field {
            Field::SalaryMin => pay.min.is_none(),
            Field::SalaryMax => pay.max.is_none(),
            _ => false,
        });
        of_pay.or_else(|| is_other_bound(message, change.field, value).then_some(true))
    });
    newest.unwrap_or_default()
}

/// Is the number in the message without a currency or a period, and each time as the other bound?
fn is_other_bound(message: &Message<'_>, field: Field, value: Decimal) -> bool {
    let other = match field {
        Field::SalaryMin => Bound::AtMost,
        Field::SalaryMax => Bound::AtLeast,
        _ => return false,
    };
    // "Cap it at 55" may be 55,000.
    let states = |figure: &&Figure| {
        figure.values.iter().any(|own| [*own, *own * Decimal::ONE_THOUSAND].contains(&value))
    };
    let mut stated = message.figures().iter().filter(|figure| !figure.counts_something).filter(states);
    let first = stated.next();
    first.is_some_and(|first| first.bound == other) && stated.all(|figure| figure.bound == other)
}

/// Is the value only the other end of a range in the newest message that states it?
fn is_other_end(transcript: &Transcript<'_>, change: &Change) -> bool {
    let Ok(value) = Decimal::from_str(&change.value) else { return false };
    let context = transcript.context();
    let ends = |message: &Message<'_>| -> Vec<bool> {
        let pays = message.pays(context).iter().filter_map(|pay| Some((pay.min?, pay.max?)));
        let ends = pays.chain(grounding::bare_ranges(message)).filter_map(|(min, max)| match change.field {
            Field::SalaryMin => Some((min, max)),
            Field::SalaryMax => Some((max, min)),
            _ => None,
        });
        ends.filter(|(own, other)| *own == value || *other == value).map(|(own, _)| own == value).collect()
    };
    let is_stated =
        |message: &&Message<'_>| message.figures().iter().any(|figure| figure.values.contains(&value));
    let newest = transcript.messages().find(is_stated).map(ends).unwrap_or_default();
    !newest.is_empty() && newest.iter().all(|is_own| !is_own)
}

/// Grounds a correction of the known pay, see [`grounding::corrected`].
pub(super) fn corrected<'a>(
    draft: &Draft,
    transcript: &Transcript<'a>,
    field: Field,
    value: &str,
) -> Option<Grounded<'a>> {
    let salary = &draft.content.salary;
    let known: Vec<Decimal> = [salary.min, salary.max].into_iter().flatten().collect();
    if is_bound(field) && !known.is_empty() {
        grounding::corrected(transcript, field, value, &known)
    } else {
        None
    }
}

/// Is the proposed amount the accepted one without its decimal mark: "1250" for 12.50?
pub(super) fn lacks_mark(field: Field, proposed: &str, accepted: &str) -> bool {
    let Some((whole, cents)) = accepted.split_once('.') else { return false };
    is_bound(field)
        && !proposed.contains('.')
        && proposed.trim_end_matches('0') == format!("{whole}{cents}").trim_end_matches('0')
}

/// Does the current message take the amount back: "3100 instead of 2900"?
pub(super) fn is_taken_back(transcript: &Transcript<'_>, field: Field, value: &str) -> bool {
    let Ok(value) = Decimal::from_str(value) else { return false };
    if !is_bound(field) {
        return false;
    }
    let figures = transcript.current.figures().iter();
    let mut named = figures.filter(|figure| figure.values.contains(&value)).peekable();
    let pays = transcript.current.pays(transcript.context());
    let is_pay = pays.iter().any(|pay| [pay.min, pay.max].contains(&Some(value)));
    !is_pay && named.peek().is_some() && named.all(|figure| figure.counts_something)
}

/// Does the message replace the other bound: "23, not 22" is a new minimum if 22 was the minimum?
pub(super) fn is_of_other_bound(
    draft: &Draft,
    transcript: &Transcript<'_>,
    field: Field,
    value: &str,
) -> bool {
    let salary = &draft.content.salary;
    let (Some(min), Some(max), Ok(value)) = (salary.min, salary.max, Decimal::from_str(value)) else {
        return false;
    };
    let (own, other) = match field {
        Field::SalaryMin => (min, max),
        Field::SalaryMax => (max, min),
        _ => return false,
    };
    let names =
        |amount: Decimal| transcript.current.figures().iter().any(|figure| figure.values.contains(&amount));
    let in_range =
        grounding::bare_ranges(&transcript.current).any(|(low, high)| [low, high].contains(&value));
    own != other && value != own && names(other) && !names(own) && !in_range
}

/// Is the new amount something else beside the known pay: "meal vouchers of 7 euros" beside 1,800 a month? With a period of
/// its own it may be the pay in another form.
pub(super) fn is_beside_the_pay(
    draft: &Draft,
    transcript: &Transcript<'_>,
    field: Field,
    value: &str,
) -> bool {
    let Ok(value) = Decimal::from_str(value) else { return false };
    let salary = &draft.content.salary;
    let Some(known) = salary.min.or(salary.max) else { return false };
    let has_period = transcript
        .current
        .pays(transcript.context())
        .iter()
        .any(|pay| pay.period.is_some() && [pay.min, pay.max].contains(&Some(value)));
    is_bound(field) && !has_period && money::is_far_below(value, known)
}

/// Replaces both bounds of a single amount if the message names a new amount and no bound: "sorry, it's 13.10 now".
pub(super) fn replace_single(
    transcript: &Transcript<'_>,
    draft: &Draft,
    changes: &mut Vec<(Change, &ProposedUpdate)>,
) {
    let salary = &draft.content.salary;
    let is_single = salary.min.is_some() && salary.min == salary.max;
    let mut bounds = changes.iter().filter(|(change, _)| is_bound(change.field));
    let (Some((change, update)), None) = (bounds.next(), bounds.next()) else { return };
    let Ok(value) = Decimal::from_str(&change.value) else { return };
    if is_single
        && change.op == Op::Set
        && !is_end_of_range(transcript, value)
        && !money::names_bound(transcript.current.text)
    {
        let other = other_bound(change);
        changes.push((other, update));
    }
}

/// Does the current message state the amount as an end of a range, one end of which the post has already?
fn is_end_of_range(transcript: &Transcript<'_>, value: Decimal) -> bool {
    let pays = transcript.current.pays(transcript.context()).iter();
    let ranges = pays.filter(|pay| pay.min != pay.max).map(|pay| (pay.min, pay.max));
    let bare = grounding::bare_ranges(&transcript.current).map(|(low, high)| (Some(low), Some(high)));
    ranges.chain(bare).any(|(low, high)| [low, high].contains(&Some(value)))
}

fn is_bound(field: Field) -> bool {
    matches!(field, Field::SalaryMin | Field::SalaryMax)
}

/// The same value for the other bound.
fn other_bound(change: &Change) -> Change {
    let field = if change.field == Field::SalaryMin { Field::SalaryMax } else { Field::SalaryMin };
    Change { field, ..change.clone() }
}

/// Keeps the minimum of the pay below the maximum: swaps two new bounds. A single one is both if the message states one amount
/// ("no, 17 euros"), else it is refused.
pub(super) fn order(
    transcript: &Transcript<'_>,
    draft: &Draft,
    changes: &mut Vec<(Change, &ProposedUpdate)>,
    refusals: &mut Vec<Refusal>,
) {
    let folded = changes.iter().fold(draft.clone(), |mut draft, (change, _)| {
        draft.apply(change);
        draft
    });
    let salary = &folded.content.salary;
    if !matches!((salary.min, salary.max), (Some(min), Some(max)) if min > max) {
        return;
    }
    let new =
        |field: Field| changes.iter().position(|(change, _)| change.field == field && change.op == Op::Set);
    match (new(Field::SalaryMin), new(Field::SalaryMax)) {
        (Some(min), Some(max)) => {
            changes[min].0.field = Field::SalaryMax;
            changes[max].0.field = Field::SalaryMin;
        }
        (Some(one), None) | (None, Some(one)) if is_only_amount(transcript, &changes[one].0) => {
            let (change, update) = &changes[one];
            let other = (other_bound(change), *update);
            changes.push(other);
        }
        (Some(one), None) | (None, Some(one)) => {
            let (_, update) = changes.remove(one);
            refusals.push(Refusal { update: update.clone(), reason: RefusalReason::Contradictory });
        }
        (None, None) => {}
    }
}

/// Is this amount the only pay that the current message states? A bare number may be one bound: "make the max 58".
fn is_only_amount(transcript: &Transcript<'_>, change: &Change) -> bool {
    let Ok(value) = Decimal::from_str(&change.value) else { return false };
    let [pay] = transcript.current.pays(transcript.context()) else { return false };
    pay.min == Some(value) && pay.max == Some(value)
}
