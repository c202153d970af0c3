//! What the user reads: the model's reply where it may stand, our own words where it may not.

use super::claims;
use super::{Intent, Reading, Situation};
use crate::language::Language;
use crate::phrases::{Say, say};
use crate::proposals::Judged;
use crate::summary::{salary, summary_in};
use crate::values;
use crate::{Draft, Field, Op, Proposal, Refusal, RefusalReason, Salary, consent, missing, phrases};

/// How the turn ends, as decided.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub ready: bool,
    pub changed: bool,
    pub publish: bool,
    pub complete: bool,
}

/// Longest reply of a model that is passed on, in characters.
const MAX_REPLY: usize = 8_000;

/// The reply, and whether it ends with the summary and the question.
pub(super) fn reply(
    situation: &Situation<'_>,
    proposal: &Proposal,
    reading: &Reading,
    judged: &Judged,
    end: Ending,
) -> (String, bool) {
    let language = reading.language;
    if end.publish {
        return (say(language, Say::Finished), false);
    }
    if end.complete && reading.consents {
        return (say(language, Say::AlreadyFinished), false);
    }
    if reading.greeting {
        return (greeting(language, &judged.draft, end.complete), false);
    }
    if !end.ready && reading.consents {
        return (phrases::not_ready(language, &wanted(language, &judged.draft)), false);
    }
    let base = base(situation, proposal, reading, judged, end);
    if let Some(question) = doubts(language, judged) {
        return (joined(&without_last_question(&base), &question), false);
    }
    let refused = consent::reading(situation.message, &[]) == consent::Consent::Refused;
    if !end.ready || end.complete || !(end.changed || reading.wants_end) || (refused && !end.changed) {
        return (base, false);
    }
    let summary = summary_in(language, &judged.draft, situation.company_name);
    let question = say(language, Say::PublishQuestion);
    let shown = format!("{}\n\n{summary}\n\n{question}", without_last_question(&base));
    (shown.trim_start().to_owned(), true)
}

/// The model's own words, unless they would be untrue or are none.
fn base(
    situation: &Situation<'_>,
    proposal: &Proposal,
    reading: &Reading,
    judged: &Judged,
    end: Ending,
) -> String {
    let language = reading.language;
    if reading.reset {
        return if judged.draft.content.is_empty() {
            say(language, Say::StartedOver)
        } else {
            acknowledgement(language, judged)
        };
    }
    if reading.orders {
        let noted = noted(language, judged).unwrap_or_default();
        return joined(&noted, &say(language, Say::OrdersRefused));
    }
    if proposal.intent == Intent::Undo && judged.changes.is_empty() {
        return say(language, Say::NoUndo);
    }
    let own = visible(&proposal.reply);
    let untrue = (!situation.complete || end.changed) && claims::claims_publication(&own);
    if own.is_empty()
        || untrue
        || (reading.ambiguous && !end.changed)
        || claims::repeats_refused(&own, judged)
        || removes_nothing(judged)
    {
        return if end.ready && reading.wants_end && !end.changed {
            say(language, Say::SummaryLead)
        } else {
            acknowledgement(language, judged)
        };
    }
    own
}

/// All it made of the message was to take something away, and nothing was: its reply would say so all the same.
fn removes_nothing(judged: &Judged) -> bool {
    let removes = |refusal: &Refusal| {
        matches!(refusal.update.op, Op::Remove | Op::Clear) && refusal.reason == RefusalReason::NotGrounded
    };
    judged.changes.is_empty() && !judged.refusals.is_empty() && judged.refusals.iter().all(removes)
}

/// The model's text without control characters, cut where it gets absurd.
fn visible(reply: &str) -> String {
    let lines: Vec<String> = reply.lines().map(values::clean).collect();
    let text = lines.join("\n");
    text.trim().chars().take(MAX_REPLY).collect()
}

/// What was noted, and the next thing worth knowing.
fn acknowledgement(language: Language, judged: &Judged) -> String {
    let noted = noted(language, judged).unwrap_or_else(|| say(language, Say::NothingUnderstood));
    match missing(&judged.draft).first() {
        Some(next) => joined(&noted, &phrases::ask_next(language, &phrases::field(language, *next))),
        None => noted,
    }
}

fn noted(language: Language, judged: &Judged) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for change in judged.changes.iter().filter(|change| change.op != Op::Clear) {
        let name = phrases::field(language, change.field);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| phrases::noted(language, &names.join(", ")))
}

fn greeting(language: Language, draft: &Draft, complete: bool) -> String {
    if complete {
        say(language, Say::GreetingDone)
    } else if draft.content.is_empty() {
        say(language, Say::GreetingFirst)
    } else {
        phrases::greeting_back(language, draft.content.title.as_deref(), &wanted(language, draft))
    }
}

/// The first few missing fields, by name.
fn wanted(language: Language, draft: &Draft) -> String {
    let names: Vec<String> =
        missing(draft).into_iter().take(4).map(|field| phrases::field(language, field)).collect();
    if names.is_empty() { say(language, Say::NothingMissing) } else { names.join(", ") }
}

/// The question about what contradicts itself, if anything does.
fn doubts(language: Language, judged: &Judged) -> Option<String> {
    let doubtful: Vec<&Refusal> =
        judged.refusals.iter().filter(|refusal| refusal.reason == RefusalReason::Contradictory).collect();
    let first = doubtful.first()?;
    let field = first.update.field;
    let values: Vec<&str> = doubtful
        .iter()
        .filter(|refusal| refusal.update.field == field)
        .map(|refusal| refusal.update.value.trim())
        .filter(|value| !value.is_empty())
        .collect();
    let held = &judged.draft.content.salary;
    if let ([value], Some(amount)) = (&*values, values.first().and_then(|value| values::amount(value))) {
        let shown = |amount| {
            let one = Salary { min: Some(amount), max: Some(amount), ..Salary::default() };
            salary(language, &one).unwrap_or_else(|| (*value).to_owned())
        };
        match (field, held.min, held.max) {
            (Field::SalaryMin, _, Some(max)) => {
                return Some(phrases::pay_out_of_order(language, &shown(amount), &shown(max)));
            }
            (Field::SalaryMax, Some(min), _) => {
                return Some(phrases::pay_out_of_order(language, &shown(min), &shown(amount)));
            }
            _ => {}
        }
    }
    Some(phrases::two_values(language, &phrases::field(language, field), &values.join(", ")))
}

/// One question at a time: ours takes the place of the one a reply ends with.
fn without_last_question(reply: &str) -> String {
    let mut rest = reply.trim_end();
    while rest.ends_with(['?', '؟']) {
        let letters: Vec<(usize, char)> = rest.char_indices().collect();
        let ends = |pair: &[(usize, char)]| {
            pair[0].1 == '\n'
                || (matches!(pair[0].1, '.' | '!' | '?' | '؟' | ':') && pair[1].1.is_whitespace())
        };
        let start = letters.windows(2).rposition(ends).map_or(0, |at| letters[at + 1].0);
        rest = rest[..start].trim_end();
    }
    rest.to_owned()
}

fn joined(first: &str, second: &str) -> String {
    if first.is_empty() { second.to_owned() } else { format!("{first} {second}") }
}
