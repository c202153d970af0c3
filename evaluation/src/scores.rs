//! The score of a model over all conversations, field by field.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::{Conversation, FactScore, GuardScore, Matcher, Turn, UncheckedScore, matchers, mismatches};

/// The result of one turn.
pub(crate) struct TurnResult<'a> {
    pub turn: &'a Turn,
    pub before: Value,
    pub now: Value,
    pub reply: String,
    pub complete: bool,
    pub failed: Option<String>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Score {
    pub conversations: usize,
    pub turns: usize,
    /// Turns without a usable answer of the model.
    pub failed_turns: usize,
    pub fields: BTreeMap<String, FieldScore>,
    pub replies: usize,
    pub replies_held: usize,
    /// Turns that completed the session without the consent of the user.
    pub accidental_completions: usize,
    /// Turns that did not complete the session in spite of the consent of the user.
    pub missed_completions: usize,
    /// The number of turns of each completed conversation.
    pub turns_to_completion: Vec<usize>,
    /// Values that were right after the turn before, are still expected, and are not right any more.
    pub facts_lost: usize,
    /// Salary amounts where none is expected.
    pub salaries_invented: usize,
    /// Every failed expectation, in words.
    pub mismatches: Vec<String>,
    /// The stated facts that the posts have at the end.
    pub facts: FactScore,
    /// What the checks did with the model's own updates.
    pub unchecked: UncheckedScore,
    /// What the checks did with scripted proposals. It does not depend on the model.
    pub guards: GuardScore,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct FieldScore {
    /// The number of turns with an expectation for this field.
    pub expected: usize,
    /// The number of these expectations that held.
    pub held: usize,
    /// An expected value is there.
    pub right: usize,
    /// An unexpected value is there.
    pub wrong: usize,
    /// An expected value is not there.
    pub missing: usize,
}

impl FieldScore {
    /// The share of right values among those that are there.
    pub fn precision(&self) -> f64 {
        rate(self.right, self.right + self.wrong)
    }

    /// The share of right values among the expected ones.
    pub fn recall(&self) -> f64 {
        rate(self.right, self.right + self.missing)
    }
}

/// The share of a part in the whole; 1 if the whole is 0.
#[expect(clippy::cast_precision_loss, reason = "counts of expectations are small")]
pub fn rate(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl Score {
    /// The share of field expectations that held.
    pub fn accuracy(&self) -> f64 {
        let sum = |count: fn(&FieldScore) -> usize| self.fields.values().map(count).sum();
        rate(sum(|field| field.held), sum(|field| field.expected))
    }

    /// The mean over the completed conversations; `None` if there are none.
    pub fn mean_turns_to_completion(&self) -> Option<f64> {
        let turns = &self.turns_to_completion;
        (!turns.is_empty()).then(|| rate(turns.iter().sum(), turns.len()))
    }

    pub(crate) fn add(&mut self, conversation: &Conversation, results: &[TurnResult<'_>]) {
        self.conversations += 1;
        let end = results.iter().position(|result| result.complete);
        self.turns_to_completion.extend(end.map(|at| at + 1));
        for (at, result) in results.iter().enumerate() {
            self.turns += 1;
            self.failed_turns += usize::from(result.failed.is_some());
            self.add_fields(result);
            self.add_completion(result);
            self.facts_lost += at.checked_sub(1).map_or(0, |before| lost(&results[before], result));
            self.salaries_invented += invented(&results[..=at]);
            self.add_mismatches(&conversation.id, result);
        }
    }

    fn add_fields(&mut self, result: &TurnResult<'_>) {
        for (name, matchers) in &result.turn.expect {
            let (now, before) = (&result.now[name], &result.before[name]);
            let held = all_hold(matchers, now, before);
            let is_there = !now.is_null();
            let wanted = !matchers.iter().all(|(matcher, expected)| is_absence(*matcher, expected, now));
            let field = self.fields.entry(name.clone()).or_default();
            field.expected += 1;
            field.held += usize::from(held);
            field.right += usize::from(held && wanted && is_there);
            field.wrong += usize::from(!held && is_there);
            field.missing += usize::from(!held && wanted);
        }
    }

    fn add_completion(&mut self, result: &TurnResult<'_>) {
        match (result.turn.complete.as_bool(), result.complete) {
            (Some(false), true) => self.accidental_completions += 1,
            (Some(true), false) => self.missed_completions += 1,
            _ => {}
        }
    }

    fn add_mismatches(&mut self, id: &str, result: &TurnResult<'_>) {
        let wrong = mismatches(result.turn, &result.now, &result.before, &result.reply, result.complete);
        let of_reply = wrong.iter().filter(|it| it.field == "reply").count();
        self.replies += result.turn.reply.len();
        self.replies_held += result.turn.reply.len() - of_reply;
        let said = &result.turn.user;
        self.mismatches.extend(result.failed.iter().map(|fault| format!("{id}: {said:?}: {fault}")));
        self.mismatches.extend(wrong.iter().map(|it| format!("{id}: {said:?}: {}", it.what)));
    }
}

pub(crate) fn all_hold(matchers: &BTreeMap<Matcher, Value>, now: &Value, before: &Value) -> bool {
    matchers.iter().all(|(matcher, expected)| matchers::holds(*matcher, expected, now, before))
}

/// Does an absent value fulfil the expectation?
fn is_absence(matcher: Matcher, expected: &Value, now: &Value) -> bool {
    match matcher {
        Matcher::Empty => expected == true,
        Matcher::Not => true,
        Matcher::Bool | Matcher::BoolOrEmpty => expected == false,
        Matcher::NumOrEmpty | Matcher::Keep => now.is_null(),
        _ => false,
    }
}

/// The number of fields with the same expectation as after the turn before that held then and does not now.
fn lost(earlier: &TurnResult<'_>, result: &TurnResult<'_>) -> usize {
    let is_lost = |(name, matchers): &(&String, &BTreeMap<Matcher, Value>)| {
        let keeps = matchers.contains_key(&Matcher::Keep);
        let same = keeps || earlier.turn.expect.get(*name) == Some(*matchers);
        let there = !earlier.now[*name].is_null();
        let held = keeps || all_hold(matchers, &earlier.now[*name], &earlier.before[*name]);
        same && there && held && !all_hold(matchers, &result.now[*name], &result.before[*name])
    };
    result.turn.expect.iter().filter(is_lost).count()
}

/// The number of salary bounds that are there now and were never expected, or are expected to be absent.
fn invented(results: &[TurnResult<'_>]) -> usize {
    let Some(result) = results.last() else { return 0 };
    let is_invented = |name: &&&str| {
        let is_set = !result.now[**name].is_null();
        let of = |result: &TurnResult<'_>, matcher| {
            result.turn.expect.get(**name).is_some_and(|all| all.contains_key(&matcher))
        };
        let expected = results.iter().any(|it| {
            [Matcher::Num, Matcher::NumOrEmpty, Matcher::Any].into_iter().any(|matcher| of(it, matcher))
        });
        is_set && (of(result, Matcher::Empty) || !expected)
    };
    ["salaryMin", "salaryMax"].iter().filter(is_invented).count()
}
