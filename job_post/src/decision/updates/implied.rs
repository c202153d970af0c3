//! What the accepted values imply and the model left out: the currency and the period of the pay, the level in a title.

use std::str::FromStr as _;

use rust_decimal::Decimal;

use super::Judged;
use crate::decision::grounding;
use crate::decision::input::TurnInput;
use crate::decision::proposal::{Refusal, RefusalReason};
use crate::decision::transcript::Transcript;
use crate::language::words::{among, plain_words};
use crate::money::Pay;
use crate::{Basis, Change, Draft, ExperienceLevel, Field, Op};

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
        if let Some(change) = stated(input, transcript, &draft, field, &value) {
            draft.apply(&change);
            changes.push(change);
        }
    }
    changes
}

/// The currency and the period that the user named with the amount.
fn of_amount(transcript: &Transcript<'_>, change: &Change) -> Vec<(Field, String)> {
    let Ok(amount) = Decimal::from_str(&change.value) else { return Vec::new() };
    let context = transcript.context();
    let states = |pay: &&Pay| [pay.min, pay.max].contains(&Some(amount));
    let Some(pay) = transcript.messages().find_map(|message| message.pays(context).iter().find(states))
    else {
        return Vec::new();
    };
    let currency = pay.currency.map(|currency| (Field::Currency, currency.code().to_owned()));
    let period = pay.period.map(|period| (Field::SalaryPeriod, period.as_str().to_owned()));
    currency.into_iter().chain(period).collect()
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

fn stated(
    input: &TurnInput<'_>,
    transcript: &Transcript<'_>,
    draft: &Draft,
    field: Field,
    value: &str,
) -> Option<Change> {
    if draft.value(field).is_some() {
        return None;
    }
    let grounded = grounding::ground(transcript, field, value, "").ok()?;
    let evidence = grounded.evidence(input.turn, transcript);
    (grounded.basis == Basis::Stated).then_some(Change {
        op: Op::Set,
        field,
        value: grounded.value,
        evidence,
    })
}
