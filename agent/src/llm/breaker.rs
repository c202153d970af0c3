//! The circuit breaker: it stops calls to a model that mostly fails, then probes it with a few calls. The caller passes
//! the time.

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
pub enum Availability {
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
    state: State,
    /// Counts the changes of state. Calls from before the latest change are ignored.
    generation: u64,
}

#[derive(Debug)]
enum State {
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
        let state = State::Closed(SlidingWindow::new(settings.window));
        Breaker { settings, state, generation: 0 }
    }

    pub fn availability(&self, now: Instant) -> Availability {
        match self.state {
            State::Closed(_) => Availability::Closed,
            State::Open { until } if now < until => Availability::Open { until },
            State::Open { .. } => Availability::Probing { free: self.settings.probes },
            State::Probing { free, .. } => Availability::Probing { free },
        }
    }

    /// Admits a call if the breaker is closed or may send a probe.
    pub fn admit(&mut self, now: Instant) -> Option<CallToken> {
        if matches!(self.state, State::Open { until } if now >= until) {
            self.change(State::Probing { free: self.settings.probes, succeeded: 0 });
        }
        match &mut self.state {
            State::Closed(_) => {}
            State::Probing { free, .. } if *free > 0 => *free -= 1,
            State::Open { .. } | State::Probing { .. } => return None,
        }
        Some(CallToken { generation: self.generation })
    }

    /// Records the result of a call. Returns true if this opened or closed the breaker.
    pub fn record(&mut self, token: CallToken, now: Instant, success: bool) -> bool {
        if token.generation != self.generation {
            return false;
        }
        let opens = match &mut self.state {
            State::Closed(window) => {
                window.add(now, !success);
                let counts = window.counts(now);
                let bound = f64::from(counts.all) * self.settings.failing_share;
                counts.all >= self.settings.least_calls && f64::from(counts.marked) >= bound
            }
            State::Probing { succeeded, .. } if success => {
                *succeeded += 1;
                let closes = *succeeded >= self.settings.probes;
                if closes {
                    self.change(State::Closed(SlidingWindow::new(self.settings.window)));
                }
                return closes;
            }
            State::Probing { .. } => true,
            State::Open { .. } => false,
        };
        if opens {
            self.change(State::Open { until: now + self.settings.open_for });
        }
        opens
    }

    /// Ends a call that was given up for a reason that says nothing about the model.
    pub fn release(&mut self, token: CallToken) {
        if let State::Probing { free, .. } = &mut self.state
            && token.generation == self.generation
        {
            *free += 1;
        }
    }

    fn change(&mut self, state: State) {
        self.state = state;
        self.generation += 1;
    }
}

#[cfg(test)]
#[path = "breaker_tests.rs"]
mod tests;
