//! What the accepted changes imply and the model left out: the other bound, the currency and the period of the pay, the level in a
//! title.

use std::str::FromStr as _;

use rust_decimal::Decimal;

use super::{Judged, removals};
use crate::decision::grounding;
use crate::decision::input::TurnInput;
use crate::decision::message::Message;
use crate::decision::proposal::{Refusal, RefusalReason};
use crate::decision::transcript::Transcript;
use crate::language::words::{among, plain_words};
use crate::money::Pay;
use crate::{Basis, Change, ExperienceLevel, Field, Op};

/// Changes of empty fields only, with the words of the user that state the values.
pub(super) fn changes(input: &TurnInput<'_>, transcript: &Transcript<'_>, judged: &Judged) -> Vec<Change> {
    let set = judged.changes.iter().filter(|change| change.op == Op::Set);
    let implied = set.flat_map(|change| match change.field {
        Field::SalaryMin | Field::SalaryMax => of_amount(transcript, change),
        Field::Title => level_in(&change.value).into_iter().collect(),
        _ => Vec::new(),
    });
    let mut draft = judged.draft.clone();
    let mut changes = Vec::new();
    let is_disputed = |field: Field| {
        let cleared = judged.changes.iter().any(|change| change.field == field && change.op == Op::Clear);
        let doubtful = |refusal: &Refusal| {
            refusal.update.field == field && refusal.reason == RefusalReason::Contradictory
        };
        cleared || judged.refusals.iter().any(doubtful)
    };
    for (field, value) in implied.filter(|(field, _)| !is_disputed(*field)) {
        if draft.value(field).is_none()
            && let Some(change) = stated(input, transcript, field, &value)
        {
            draft.apply(&change);
            changes.push(change);
        }
    }
    changes
}

/// The removal of the other bound: "remove the salary" means both, "remove the maximum" one.
pub(super) fn removal(transcript: &Transcript<'_>, judged: &Judged) -> Option<Change> {
    let of_pay = |change: &&Change| matches!(change.field, Field::SalaryMin | Field::SalaryMax);
    let mut changes = judged.changes.iter().filter(of_pay);
    let removed = changes.next().filter(|change| change.op == Op::Clear && changes.next().is_none())?;
    if removals::names_bound(&transcript.current) {
        return None;
    }
    let other = if removed.field == Field::SalaryMin { Field::SalaryMax } else { Field::SalaryMin };
    Some(Change { field: other, ..removed.clone() })
}

/// The other bound, if the user named one amount, and the currency and the period that the user named with it.
fn of_amount(transcript: &Transcript<'_>, change: &Change) -> Vec<(Field, String)> {
    let Ok(amount) = Decimal::from_str(&change.value) else { return Vec::new() };
    let context = transcript.context();
    let states = |pay: &&Pay| [pay.min, pay.max].contains(&Some(amount));
    let stating = |message: &Message<'_>| -> Vec<Pay> {
        message.pays(context).iter().filter(states).cloned().collect()
    };
    let pays = transcript.messages().map(stating).find(|pays| !pays.is_empty());
    let pays = pays.unwrap_or_default();
    let is_single = |pay: &Pay| pay.min == pay.max;
    let other = if change.field == Field::SalaryMin { Field::SalaryMax } else { Field::SalaryMin };
    let bound = pays.iter().all(is_single).then(|| (other, change.value.clone()));
    let currency = only(pays.iter().filter_map(|pay| pay.currency));
    let currency = currency.map(|currency| (Field::Currency, currency.code().to_owned()));
    let period = only(pays.iter().filter_map(|pay| pay.period));
    let period = period.map(|period| (Field::SalaryPeriod, period.as_str().to_owned()));
    let bound = bound.filter(|_| !pays.is_empty());
    bound.into_iter().chain(currency).chain(period).collect()
}

/// The value, if all are equal.
fn only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The level that the title names, if it names only one. Other words of levels are parts of titles: "executive assistant".
fn level_in(title: &str) -> Option<(Field, String)> {
    const LEVELS: [(ExperienceLevel, &str); 2] =
        [(ExperienceLevel::Junior, "junior jr júnior"), (ExperienceLevel::Senior, "senior sr sénior sênior")];
    let words = plain_words(title);
    let names = |list: &str| words.iter().any(|word| among(word, list));
    let mut levels = LEVELS.iter().filter(|(_, list)| names(list));
    let (level, _) = levels.next().filter(|_| levels.next().is_none())?;
    Some((Field::ExperienceLevel, level.as_str().to_owned()))
}

fn stated(input: &TurnInput<'_>, transcript: &Transcript<'_>, field: Field, value: &str) -> Option<Change> {
    let grounded = grounding::ground(transcript, field, value, "").ok()?;
    let evidence = grounded.evidence(input.turn, transcript);
    (grounded.basis == Basis::Stated).then_some(Change {
        op: Op::Set,
        field,
        value: grounded.value,
        evidence,
    })
}
