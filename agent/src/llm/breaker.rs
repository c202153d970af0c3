//! The circuit breaker of one organization: it stops calls that mostly fail, then probes the model with a few calls. The
//! caller passes the time.

use std::time::Duration;

use tokio::time::Instant;

use super::sliding_window::SlidingWindow;

/// When the breaker opens, and how it probes.
#[derive(Clone, Debug)]
pub struct BreakerSettings {
    /// How long calls count.
    pub window: Duration,
    /// The fewest calls that can open the breaker.
    pub least_calls: u32,
    /// The share of failed calls, 0 to 1, that opens the breaker.
    pub failing_share: f64,
    /// How long the breaker stays open.
    pub open_for: Duration,
    /// The number of successful probes that close the breaker.
    pub probes: u32,
}

impl Default for BreakerSettings {
    fn default() -> Self {
        Self {
            window: Duration::from_secs(30),
            least_calls: 20,
            failing_share: 0.5,
            open_for: Duration::from_secs(15),
            probes: 3,
        }
    }
}

/// The state of the breaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Calls are sent.
    Closed,
    /// No call is sent before this time.
    Open { until: Instant },
    /// The model is being probed; `free` more probes may be sent now.
    Probing { free: u32 },
}

#[derive(Debug)]
pub(super) struct Breaker {
    settings: BreakerSettings,
    phase: Phase,
    /// Counts the changes of state. Calls from before the latest change are ignored.
    generation: u64,
}

#[derive(Debug)]
enum Phase {
    /// Calls, of which the failed ones are marked.
    Closed(SlidingWindow),
    Open {
        until: Instant,
    },
    Probing {
        free: u32,
        succeeded: u32,
    },
}

/// An admitted call, ended by [`Breaker::record`] or [`Breaker::release`].
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CallToken {
    generation: u64,
}

impl Breaker {
    pub fn new(settings: BreakerSettings) -> Breaker {
        let phase = Phase::Closed(SlidingWindow::new(settings.window));
        Breaker { settings, phase, generation: 0 }
    }

    pub fn state(&self, now: Instant) -> State {
        match self.phase {
            Phase::Closed(_) => State::Closed,
            Phase::Open { until } if now < until => State::Open { until },
            Phase::Open { .. } => State::Probing { free: self.settings.probes },
            Phase::Probing { free, .. } => State::Probing { free },
        }
    }

    /// Admits a call if the breaker is closed or may send a probe.
    pub fn admit(&mut self, now: Instant) -> Option<CallToken> {
        if matches!(self.phase, Phase::Open { until } if now >= until) {
            self.change(Phase::Probing { free: self.settings.probes, succeeded: 0 });
        }
        match &mut self.phase {
            Phase::Closed(_) => {}
            Phase::Probing { free, .. } if *free > 0 => *free -= 1,
            Phase::Open { .. } | Phase::Probing { .. } => return None,
        }
        Some(CallToken { generation: self.generation })
    }

    /// Records the result of a call. Returns true if this opened or closed the breaker.
    pub fn record(&mut self, token: CallToken, now: Instant, success: bool) -> bool {
        if token.generation != self.generation {
            return false;
        }
        let opens = match &mut self.phase {
            Phase::Closed(window) => {
                window.add(now, !success);
                let counts = window.counts(now);
                let bound = f64::from(counts.all) * self.settings.failing_share;
                counts.all >= self.settings.least_calls && f64::from(counts.marked) >= bound
            }
            Phase::Probing { succeeded, .. } if success => {
                *succeeded += 1;
                let closes = *succeeded >= self.settings.probes;
                if closes {
                    self.change(Phase::Closed(SlidingWindow::new(self.settings.window)));
                }
                return closes;
            }
            Phase::Probing { .. } => true,
            Phase::Open { .. } => false,
        };
        if opens {
            self.change(Phase::Open { until: now + self.settings.open_for });
        }
        opens
    }

    /// Ends a call that was given up for a reason that says nothing about the model.
    pub fn release(&mut self, token: CallToken) {
        if let Phase::Probing { free, .. } = &mut self.phase
            && token.generation == self.generation
        {
            *free += 1;
        }
    }

    fn change(&mut self, phase: Phase) {
        self.phase = phase;
        self.generation += 1;
    }
}

#[cfg(test)]
#[path = "breaker_tests.rs"]
mod tests;
