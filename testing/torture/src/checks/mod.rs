//! Whether the promises were kept: I1 to I9, from what the database holds, what the clients know and what the model
//! was asked.

mod claims;
mod clients;
mod logs;
mod rollouts;
pub mod rows;
mod sessions;

use std::collections::HashMap;

use crate::clock::Span;
use crate::edges::Seen;
use crate::fleet::{Blow, Stop};
use crate::journal::Entry;
use crate::model::Call;
use rows::{Session, Turn};

pub use claims::reclaims;

/// All that is known of a run.
pub struct Material {
    pub sessions: Vec<Session>,
    pub entries: Vec<(f64, Entry)>,
    pub calls: Vec<Call>,
    pub blows: Vec<Blow>,
    pub outages: Vec<Span>,
    /// When the machine was too busy for anything.
    pub stalls: Vec<Span>,
    pub edges: Seen,
    /// Processes that ended by themselves, clients that gave up.
    pub troubles: Vec<String>,
    /// Whether the server keeps to one answer per key.
    pub has_keys: bool,
    pub lease_seconds: u32,
    /// Of a run whose processes are told to stop, not killed.
    pub rollout: Option<Rollout>,
}

/// What there is to know of a rolling deployment.
pub struct Rollout {
    pub wanted: usize,
    pub stops: Vec<Stop>,
    pub requests: usize,
    /// By clients: broken connections and answers with 500 and more.
    pub noticed: Vec<String>,
}

/// One promise, and what speaks against it.
pub struct Check {
    pub promise: &'static str,
    pub examined: usize,
    pub violations: Vec<String>,
}

impl Check {
    fn new(promise: &'static str) -> Self {
        Self { promise, examined: 0, violations: Vec::new() }
    }

    /// Looks at one thing; `wrong` says what is wrong with it if it does not hold.
    fn see(&mut self, holds: bool, wrong: impl FnOnce() -> String) {
        self.examined += 1;
        if !holds {
            self.violations.push(wrong());
        }
    }
}

/// Checks everything.
#[must_use]
pub fn all(material: &Material) -> Vec<Check> {
    let mut checks = sessions::all(material);
    checks.extend(logs::all(material));
    checks.extend(clients::all(material));
    checks.extend(claims::all(material));
    checks.extend(rollouts::all(material));
    checks
}

impl Material {
    /// Whether PostgreSQL or the whole machine was away in this time.
    fn stood_still(&self, during: Span) -> bool {
        self.outages.iter().chain(&self.stalls).any(|span| span.meets(during))
    }

    fn turns(&self) -> impl Iterator<Item = (&Session, &Turn)> {
        self.sessions.iter().flat_map(|session| session.turns.iter().map(move |turn| (session, turn)))
    }

    /// The calls of the model by what they were about, in their order.
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
