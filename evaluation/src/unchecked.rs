//! The model without the checks: its score if every update were believed, and what the checks stopped.

use job_post::{Draft, Refusal};
use serde::Serialize;
use serde_json::Value;

use crate::Turn;
use crate::scores::{all_hold, rate};
use crate::sessions::fields;

/// What the checks did with the model's own updates.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UncheckedScore {
    /// The number of expectations about fields.
    pub expected: usize,
    /// The number of these that would hold if every update were believed.
    pub held: usize,
    /// Refused updates that would have met an expectation that now does not hold, in words.
    pub right_stopped: Vec<String>,
    /// All other refused updates, in words.
    pub others_stopped: Vec<String>,
}

/// The drafts of one turn, with and without the checks.
pub(crate) struct Drafts {
    pub before: Draft,
    pub now: Draft,
    pub believed_before: Value,
    pub believed: Value,
    pub refusals: Vec<Refusal>,
}

impl UncheckedScore {
    /// The share of field expectations that would hold without the checks.
    pub fn accuracy(&self) -> f64 {
        rate(self.held, self.expected)
    }

    pub(crate) fn add(&mut self, id: &str, turn: &Turn, drafts: &Drafts) {
        for (name, matchers) in &turn.expect {
            self.expected += 1;
            let held = all_hold(matchers, &drafts.believed[name], &drafts.believed_before[name]);
            self.held += usize::from(held);
        }
        for Refusal { update, reason } in &drafts.refusals {
            let name = update.field.as_str();
            let line =
                format!("{id}: {:?}: {:?} {name} {:?} ({reason:?})", turn.user, update.op, update.value);
            let stopped = if is_missed(turn, drafts, update) {
                &mut self.right_stopped
            } else {
                &mut self.others_stopped
            };
            stopped.push(line);
        }
    }
}

/// Would the refused update have met an expectation that does not hold?
fn is_missed(turn: &Turn, drafts: &Drafts, update: &job_post::ProposedUpdate) -> bool {
    let name = update.field.as_str();
    let Some(matchers) = turn.expect.get(name) else { return false };
    let (before, now) = (fields(&drafts.before), fields(&drafts.now));
    let mut with = drafts.now.clone();
    update.apply_unchecked(&mut with);
    !all_hold(matchers, &now[name], &before[name]) && all_hold(matchers, &fields(&with)[name], &before[name])
}
