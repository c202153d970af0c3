//! What a model got right over all conversations, field by field.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::{Conversation, Matcher, Turn, matchers, mismatches};

/// What was found after one turn.
pub(crate) struct Moment<'a> {
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
    /// Turns that the model gave no usable answer to.
    pub failed_turns: usize,
    pub fields: BTreeMap<String, FieldScore>,
    pub replies: usize,
    pub replies_held: usize,
    /// Complete where the person had not agreed.
    pub accidental_completions: usize,
    /// Not complete where the person had agreed.
    pub missed_completions: usize,
    /// Turns that each conversation took which came to its end.
    pub turns_to_completion: Vec<usize>,
    /// Right after an earlier turn, still expected, and not right any more.
    pub facts_lost: usize,
    /// Amounts where none is expected.
    pub salaries_invented: usize,
    /// All that was not as expected, in words.
    pub mismatches: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct FieldScore {
    /// Expectations of this field, one for each turn that has one, and how many of them held.
    pub expected: usize,
    pub held: usize,
    /// A value was expected and is there.
    pub right: usize,
    /// A value is there that is not the expected one, or where none is expected.
    pub wrong: usize,
    /// A value was expected and is not there.
    pub missing: usize,
}

impl FieldScore {
    /// Of the values that are there, the part that is right.
    pub fn precision(&self) -> f64 {
        rate(self.right, self.right + self.wrong)
    }

    /// Of the values that should be there, the part that is.
    pub fn recall(&self) -> f64 {
        rate(self.right, self.right + self.missing)
    }
}

/// A part of a whole; nothing of nothing is all of it.
#[expect(clippy::cast_precision_loss, reason = "counts of expectations are small")]
pub fn rate(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl Score {
    /// The part of all field expectations that held.
    pub fn accuracy(&self) -> f64 {
        let sum = |count: fn(&FieldScore) -> usize| self.fields.values().map(count).sum();
        rate(sum(|field| field.held), sum(|field| field.expected))
    }

    /// The mean over the conversations that came to their end; `None` if none did.
    pub fn mean_turns_to_completion(&self) -> Option<f64> {
        let turns = &self.turns_to_completion;
        (!turns.is_empty()).then(|| rate(turns.iter().sum(), turns.len()))
    }

    pub(crate) fn add(&mut self, conversation: &Conversation, moments: &[Moment<'_>]) {
        self.conversations += 1;
        let end = moments.iter().position(|moment| moment.complete);
        self.turns_to_completion.extend(end.map(|at| at + 1));
        for (at, moment) in moments.iter().enumerate() {
            self.turns += 1;
            self.failed_turns += usize::from(moment.failed.is_some());
            self.add_fields(moment);
            self.add_completion(moment);
            self.facts_lost += at.checked_sub(1).map_or(0, |before| lost(&moments[before], moment));
            self.salaries_invented += invented(&moments[..=at]);
            self.add_words(&conversation.id, moment);
        }
    }

    fn add_fields(&mut self, moment: &Moment<'_>) {
        for (name, matchers) in &moment.turn.expect {
            let (now, before) = (&moment.now[name], &moment.before[name]);
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

    fn add_completion(&mut self, moment: &Moment<'_>) {
        match (moment.turn.complete.as_bool(), moment.complete) {
            (Some(false), true) => self.accidental_completions += 1,
            (Some(true), false) => self.missed_completions += 1,
            _ => {}
        }
    }

    fn add_words(&mut self, id: &str, moment: &Moment<'_>) {
        let wrong = mismatches(moment.turn, &moment.now, &moment.before, &moment.reply, moment.complete);
        let of_reply = wrong.iter().filter(|it| it.field == "reply").count();
        self.replies += moment.turn.reply.len();
        self.replies_held += moment.turn.reply.len() - of_reply;
        let said = &moment.turn.user;
        self.mismatches.extend(moment.failed.iter().map(|fault| format!("{id}: {said:?}: {fault}")));
        self.mismatches.extend(wrong.iter().map(|it| format!("{id}: {said:?}: {}", it.what)));
    }
}

fn all_hold(matchers: &BTreeMap<Matcher, Value>, now: &Value, before: &Value) -> bool {
    matchers.iter().all(|(matcher, expected)| matchers::holds(*matcher, expected, now, before))
}

/// An expectation that nothing satisfies best.
fn is_absence(matcher: Matcher, expected: &Value, now: &Value) -> bool {
    match matcher {
        Matcher::Empty => expected == true,
        Matcher::Not => true,
        Matcher::Bool | Matcher::BoolOrEmpty => expected == false,
        Matcher::NumOrEmpty | Matcher::Keep => now.is_null(),
        _ => false,
    }
}

/// Fields whose expectation is the same as after the turn before, held then and does not now.
fn lost(earlier: &Moment<'_>, moment: &Moment<'_>) -> usize {
    let is_lost = |(name, matchers): &(&String, &BTreeMap<Matcher, Value>)| {
        let keeps = matchers.contains_key(&Matcher::Keep);
        let same = keeps || earlier.turn.expect.get(*name) == Some(*matchers);
        let there = !earlier.now[*name].is_null();
        let held = keeps || all_hold(matchers, &earlier.now[*name], &earlier.before[*name]);
        same && there && held && !all_hold(matchers, &moment.now[*name], &moment.before[*name])
    };
    moment.turn.expect.iter().filter(is_lost).count()
}

/// Bounds of the salary that stand now where none is expected, or none has been so far.
fn invented(moments: &[Moment<'_>]) -> usize {
    let Some(moment) = moments.last() else { return 0 };
    let is_invented = |name: &&&str| {
        let stands = !moment.now[**name].is_null();
        let of = |moment: &Moment<'_>, matcher| {
            moment.turn.expect.get(**name).is_some_and(|all| all.contains_key(&matcher))
        };
        let expected = moments.iter().any(|it| {
            [Matcher::Num, Matcher::NumOrEmpty, Matcher::Any].into_iter().any(|matcher| of(it, matcher))
        });
        stands && (of(moment, Matcher::Empty) || !expected)
    };
    ["salaryMin", "salaryMax"].iter().filter(is_invented).count()
}
