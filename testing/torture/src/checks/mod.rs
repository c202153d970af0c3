//! The checks of the promises I1 to I9: they compare the database, the journal of the clients and the calls of the model.

mod claims;
mod clients;
mod logs;
mod rollouts;
pub mod rows;
mod sessions;

use std::collections::HashMap;

use crate::clock::Span;
use crate::expiry_edges::Observed;
use crate::journal::Entry;
use crate::model::Call;
use crate::processes::{Interruption, Stop};
use rows::{Session, Turn};

pub use claims::reclaims;

/// Everything that was observed of a run.
pub struct Observations {
    pub sessions: Vec<Session>,
    pub entries: Vec<(f64, Entry)>,
    pub calls: Vec<Call>,
    pub interruptions: Vec<Interruption>,
    pub outages: Vec<Span>,
    /// The times in which the machine had stalled.
    pub stalls: Vec<Span>,
    pub expiry_edges: Observed,
    /// Processes that exited by themselves, clients that gave up.
    pub failures: Vec<String>,
    /// Whether the server honours idempotency keys.
    pub has_keys: bool,
    pub lease_seconds: u32,
    /// Set in a run whose processes are stopped, not killed.
    pub rollout: Option<Rollout>,
}

/// What was observed of a rolling deployment.
pub struct Rollout {
    pub wanted: usize,
    pub stops: Vec<Stop>,
    pub requests: usize,
    /// Broken connections and responses with status 500 and above.
    pub client_errors: Vec<String>,
}

/// One promise, and its violations.
pub struct Check {
    pub promise: &'static str,
    pub examined: usize,
    pub violations: Vec<String>,
}

impl Check {
    fn new(promise: &'static str) -> Self {
        Self { promise, examined: 0, violations: Vec::new() }
    }

    /// Examines one case; `violation` describes it when the promise does not hold.
    fn see(&mut self, holds: bool, violation: impl FnOnce() -> String) {
        self.examined += 1;
        if !holds {
            self.violations.push(violation());
        }
    }
}

/// Runs all checks.
#[must_use]
pub fn all(observations: &Observations) -> Vec<Check> {
    let mut checks = sessions::all(observations);
    checks.extend(logs::all(observations));
    checks.extend(clients::all(observations));
    checks.extend(claims::all(observations));
    checks.extend(rollouts::all(observations));
    checks
}

impl Observations {
    /// Whether PostgreSQL was down or the machine had stalled during this time.
    fn was_stalled(&self, during: Span) -> bool {
        self.outages.iter().chain(&self.stalls).any(|span| span.overlaps(during))
    }

    fn turns(&self) -> impl Iterator<Item = (&Session, &Turn)> {
        self.sessions.iter().flat_map(|session| session.turns.iter().map(move |turn| (session, turn)))
    }

    /// The calls of the model by session and message, in order.
    fn calls_by_label(&self) -> HashMap<(usize, usize), Vec<&Call>> {
        let mut calls = HashMap::<_, Vec<_>>::new();
        for call in &self.calls {
            if let Some(label) = call.label {
                calls.entry(label).or_default().push(call);
            }
        }
        calls
    }
}
