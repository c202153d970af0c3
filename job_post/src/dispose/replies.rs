//! What the user reads: the model's reply where it may stand, our own words where it may not.

use super::claims;
use super::repeats;
use super::{Intent, Reading, Situation};
use crate::compliance::Finding;
use crate::language::Language;
use crate::phrases::{Say, say};
use crate::proposals::Judged;
use crate::questions;
use crate::readiness::is_enough;
use crate::summary::{salary, summary_in};
use crate::values;
use crate::{Change, Draft, Field, Op, Proposal, Refusal, RefusalReason, Salary, consent, missing, phrases};

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
        return (greeting(situation, language, &judged.draft, end.complete), false);
    }
    if !end.ready && reading.consents {
        let blocked = blocked(situation, language, &judged.draft);
        let wanted = || phrases::not_ready(language, &wanted(situation, language, &judged.draft));
        return (blocked.unwrap_or_else(wanted), false);
    }
    let base = base(situation, proposal, reading, judged, end);
    let base = repeats::unrepeated(situation, language, &judged.draft, base);
    if let Some(question) = doubts(language, judged) {
        return (joined(&without_last_question(&base), &question), false);
    }
    if !end.ready
        && (end.changed || reading.wants_end)
        && let Some(blocked) = blocked(situation, language, &judged.draft)
    {
        return (joined(&without_last_question(&base), &blocked), false);
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
        return if judged.draft.publishable().is_empty() {
            say(language, Say::StartedOver)
        } else {
            acknowledgement(situation, language, judged)
        };
    }
    if reading.orders {
        let noted = noted(language, judged).unwrap_or_default();
        return joined(&noted, &say(language, Say::OrdersRefused));
    }
    if reading.undo && situation.previous == Some(&judged.draft) {
        return phrases::taken_back(language, &names(language, judged.changes.iter()));
    }
    if reading.undo && judged.changes.is_empty() {
        return say(language, Say::NothingToTakeBack);
    }
    let own = visible(&proposal.reply);
    let stays_complete = situation.complete && !end.changed;
    let untrue = claims::claims_publication(&own, stays_complete);
    if untrue && stays_complete {
        return say(language, Say::AlreadyFinished);
    }
    if own.is_empty()
        || untrue
        || (proposal.intent == Intent::Reset && !reading.reset)
        || (reading.ambiguous && !end.changed)
        || claims::repeats_refused(&own, judged)
        || removes_nothing(judged)
    {
        return if end.ready && reading.wants_end && !end.changed {
            say(language, Say::SummaryLead)
        } else {
            acknowledgement(situation, language, judged)
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
fn acknowledgement(situation: &Situation<'_>, language: Language, judged: &Judged) -> String {
    let noted = noted(language, judged).unwrap_or_else(|| say(language, Say::NothingUnderstood));
    let next = missing(&judged.draft, situation.policy).first().copied();
    next.map_or(noted.clone(), |next| joined(&noted, &repeats::ask_about(language, next)))
}

fn noted(language: Language, judged: &Judged) -> Option<String> {
    let names = names(language, judged.changes.iter().filter(|change| change.op != Op::Clear));
    (!names.is_empty()).then(|| phrases::noted(language, &names))
}

/// The names of the fields that these changes are about, each once.
fn names<'a>(language: Language, changes: impl Iterator<Item = &'a Change>) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in changes.map(|change| phrases::field(language, change.field)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn greeting(situation: &Situation<'_>, language: Language, draft: &Draft, complete: bool) -> String {
    if complete {
        say(language, Say::GreetingDone)
    } else if draft.publishable().is_empty() {
        say(language, Say::GreetingFirst)
    } else {
        phrases::greeting_back(
            language,
            draft.publishable().title.as_deref(),
            &wanted(situation, language, draft),
        )
    }
}

/// The first few missing fields, by name.
fn wanted(situation: &Situation<'_>, language: Language, draft: &Draft) -> String {
    let names: Vec<String> = missing(draft, situation.policy)
        .into_iter()
        .take(4)
        .map(|field| phrases::field(language, field))
        .collect();
    if names.is_empty() { say(language, Say::NothingMissing) } else { names.join(", ") }
}

/// What has to be put right, when nothing else keeps the post from going out.
fn blocked(situation: &Situation<'_>, language: Language, draft: &Draft) -> Option<String> {
    let content = draft.publishable();
    let is_full = is_enough(&content) && situation.policy.unmet(draft).is_empty();
    let findings = if is_full { situation.policy.blockers(&content) } else { Vec::new() };
    let told = |finding: &Finding| phrases::finding(language, finding.code, finding.words.as_deref());
    let told: Vec<String> = findings.iter().take(3).map(told).collect();
    (!told.is_empty()).then(|| phrases::blocked(language, &told.join(" ")))
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

/// One question at a time: ours takes the place of the one a reply ends with, and of the words that lead up to it.
pub(super) fn without_last_question(reply: &str) -> String {
    let mut rest = reply.trim_end();
    while questions::is_question(rest) || (rest.ends_with(':') && rest.len() < reply.trim_end().len()) {
        let letters: Vec<(usize, char)> = rest.char_indices().collect();
        let ends = |pair: &[(usize, char)]| {
            pair[0].1 == '\n'
                || (matches!(pair[0].1, '.' | '!' | '?' | '؟' | '？' | ':') && pair[1].1.is_whitespace())
        };
        let start = letters.windows(2).rposition(ends).map_or(0, |at| letters[at + 1].0);
        rest = rest[..start].trim_end();
    }
    rest.to_owned()
}

pub(super) fn joined(first: &str, second: &str) -> String {
    if first.is_empty() { second.to_owned() } else { format!("{first} {second}") }
}
