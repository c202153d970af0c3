//! Notices that the model fails for several organizations, and then lets only a few calls probe it. The caller passes the
//! time.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    time::Duration,
};

use tokio::time::Instant;
use uuid::Uuid;

use super::{breaker::BreakerSettings, sliding_window::SlidingWindow};

/// How many failures are remembered, so that a failing model costs bounded work.
const REMEMBERED: usize = 256;
/// One of this many of the least calls must have failed for other organizations than the one with the most failures.
const OTHERS: u32 = 4;

/// Whether the model is taken as down for everybody.
#[derive(Debug)]
pub(super) struct Outage {
    settings: BreakerSettings,
    state: State,
    /// The number of the latest outage.
    number: u64,
    /// The end of the latest call that succeeded, of any organization.
    last_success: Option<Instant>,
}

#[derive(Debug)]
enum State {
    No {
        /// Calls, of which the failed ones are marked.
        calls: SlidingWindow,
        failures: VecDeque<(Instant, Uuid)>,
    },
    /// Each organization may send one probe at a time. Who has failed waits, so that others take their turn.
    Yes { waiting: HashMap<Uuid, Instant>, probing: HashSet<Uuid>, succeeded: u32 },
}

/// An admitted call: the outage that it probes, if it does. Calls of before an outage prove nothing about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Probe(Option<u64>);

impl Outage {
    pub fn new(settings: BreakerSettings) -> Outage {
        let state = no(&settings);
        Outage { settings, state, number: 0, last_success: None }
    }

    /// How many more calls may be sent now; `None` while there is no outage.
    pub fn free(&self) -> Option<u32> {
        match &self.state {
            State::No { .. } => None,
            State::Yes { probing, .. } => {
                Some(self.settings.probes.saturating_sub(u32::try_from(probing.len()).unwrap_or(u32::MAX)))
            }
        }
    }

    /// The organizations that may send no call now, because their latest one failed or is a probe.
    pub fn held_back(&self, now: Instant) -> Vec<Uuid> {
        match &self.state {
            State::No { .. } => Vec::new(),
            State::Yes { waiting, probing, .. } => {
                let waiting = waiting.iter().filter(|(_, until)| now < **until).map(|(id, _)| *id);
                waiting.chain(probing.iter().copied()).collect()
            }
        }
    }

    /// Admits a call. Errors: how long to wait, at least until another probe has ended.
    pub fn admit(&mut self, organization: Uuid, now: Instant) -> Result<Probe, Duration> {
        let free = self.free();
        let State::Yes { waiting, probing, .. } = &mut self.state else { return Ok(Probe(None)) };
        if let Some(until) = waiting.get(&organization).filter(|until| now < **until) {
            return Err(until.duration_since(now));
        }
        if free == Some(0) || !probing.insert(organization) {
            return Err(Duration::ZERO);
        }
        Ok(Probe(Some(self.number)))
    }

    /// Records a call that succeeded. Returns true if this ends the outage.
    pub fn succeeded(&mut self, organization: Uuid, probe: Probe, now: Instant) -> bool {
        self.last_success = Some(now);
        match &mut self.state {
            State::Yes { .. } if probe != Probe(Some(self.number)) => false,
            State::No { calls, .. } => {
                calls.add(now, false);
                false
            }
            State::Yes { waiting, probing, succeeded } => {
                waiting.remove(&organization);
                probing.remove(&organization);
                *succeeded += 1;
                let ends = *succeeded >= self.settings.probes;
                if ends {
                    self.state = no(&self.settings);
                }
                ends
            }
        }
    }

    /// Records a call that began at `since` and failed. Returns true if this begins the outage.
    pub fn failed(&mut self, organization: Uuid, probe: Probe, since: Instant, now: Instant) -> bool {
        let model_worked = self.last_success.is_some_and(|at| at >= since);
        match &mut self.state {
            State::Yes { .. } if probe != Probe(Some(self.number)) => false,
            State::Yes { waiting, probing, .. } => {
                probing.remove(&organization);
                waiting.insert(organization, now + self.settings.open_for);
                false
            }
            // Others were answered meanwhile, so this failure is the organization's own.
            State::No { .. } if model_worked => false,
            State::No { calls, failures } => {
                calls.add(now, true);
                failures.push_back((now, organization));
                let window = self.settings.window;
                while failures.len() > REMEMBERED
                    || failures.front().is_some_and(|(at, _)| now.duration_since(*at) >= window)
                {
                    failures.pop_front();
                }
                let begins =
                    mostly_fails(calls, now, &self.settings) && is_of_several(failures, &self.settings);
                if begins {
                    let until = |at: Instant| at + self.settings.open_for;
                    let waiting = failures.iter().map(|(at, id)| (*id, until(*at))).collect();
                    self.state = State::Yes { waiting, probing: HashSet::new(), succeeded: 0 };
                    self.number += 1;
                }
                begins
            }
        }
    }

    /// Ends a call whose end says nothing about the model.
    pub fn released(&mut self, organization: Uuid, probe: Probe) {
        if let State::Yes { probing, .. } = &mut self.state
            && probe == Probe(Some(self.number))
        {
            probing.remove(&organization);
        }
    }
}

fn no(settings: &BreakerSettings) -> State {
    State::No { calls: SlidingWindow::new(settings.window), failures: VecDeque::new() }
}

fn mostly_fails(calls: &mut SlidingWindow, now: Instant, settings: &BreakerSettings) -> bool {
    let counts = calls.counts(now);
    let bound = f64::from(counts.all) * settings.failing_share;
    counts.all >= settings.least_calls && f64::from(counts.marked) >= bound
}

/// Do the failures concern several organizations? One with many and another with a few by chance are not several.
fn is_of_several(failures: &VecDeque<(Instant, Uuid)>, settings: &BreakerSettings) -> bool {
    let mut counts = HashMap::<Uuid, usize>::new();
    for (_, organization) in failures {
        *counts.entry(*organization).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or_default();
    failures.len() - most >= usize::try_from((settings.least_calls / OTHERS).max(1)).unwrap_or(usize::MAX)
}

#[cfg(test)]
#[path = "outage_tests.rs"]
mod tests;
