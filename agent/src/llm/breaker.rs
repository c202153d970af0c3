//! The circuit breaker: a model that mostly fails is left alone for a while, then tried with a few calls. Pure: the
//! time is told to it.

use std::time::Duration;

use tokio::time::Instant;

use super::window::Window;

/// When a model counts as down, and how it is tried again.
#[derive(Clone, Debug)]
pub struct BreakerSettings {
    /// How far back calls count.
    pub window: Duration,
    /// With fewer calls than this nothing is concluded.
    pub least_calls: u32,
    /// The share of failed calls, 0 to 1, that opens the breaker.
    pub failing_share: f64,
    /// How long nothing is sent then.
    pub open_for: Duration,
    /// How many calls have to go well before everything goes on.
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

/// Whether the model may be asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// The circuit is closed: calls go through.
    Closed,
    /// Nothing is sent before this moment.
    Open { until: Instant },
    /// The model is being tried; so many more calls may go out now.
    Probing { free: u32 },
}

#[derive(Debug)]
pub(super) struct Breaker {
    settings: BreakerSettings,
    state: State,
    /// Counts the changes of state: what was begun before the last one proves nothing any more.
    era: u64,
}

#[derive(Debug)]
enum State {
    /// Calls, the failed ones being marked.
    Closed(Window),
    Open {
        until: Instant,
    },
    Probing {
        free: u32,
        well: u32,
    },
}

/// The right to one call, given back by [`Breaker::record`] or [`Breaker::release`].
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ticket {
    era: u64,
}

impl Breaker {
    pub fn new(settings: BreakerSettings) -> Breaker {
        let state = State::Closed(Window::new(settings.window));
        Breaker { settings, state, era: 0 }
    }

    pub fn availability(&self, now: Instant) -> Availability {
        match self.state {
            State::Closed(_) => Availability::Closed,
            State::Open { until } if now < until => Availability::Open { until },
            State::Open { .. } => Availability::Probing { free: self.settings.probes },
            State::Probing { free, .. } => Availability::Probing { free },
        }
    }

    /// Lets a call through, if the model is believed to work or has to be tried.
    pub fn admit(&mut self, now: Instant) -> Option<Ticket> {
        if matches!(self.state, State::Open { until } if now >= until) {
            self.change(State::Probing { free: self.settings.probes, well: 0 });
        }
        match &mut self.state {
            State::Closed(_) => {}
            State::Probing { free, .. } if *free > 0 => *free -= 1,
            State::Open { .. } | State::Probing { .. } => return None,
        }
        Some(Ticket { era: self.era })
    }

    /// How a call went. True: this changed what [`Breaker::availability`] says.
    pub fn record(&mut self, ticket: Ticket, now: Instant, went_well: bool) -> bool {
        if ticket.era != self.era {
            return false;
        }
        let broken = match &mut self.state {
            State::Closed(window) => {
                window.add(now, !went_well);
                let counts = window.counts(now);
                let bound = f64::from(counts.all) * self.settings.failing_share;
                counts.all >= self.settings.least_calls && f64::from(counts.marked) >= bound
            }
            State::Probing { well, .. } if went_well => {
                *well += 1;
                let healed = *well >= self.settings.probes;
                if healed {
                    self.change(State::Closed(Window::new(self.settings.window)));
                }
                return healed;
            }
            State::Probing { .. } => true,
            State::Open { .. } => false,
        };
        if broken {
            self.change(State::Open { until: now + self.settings.open_for });
        }
        broken
    }

    /// The call was given up for a reason that says nothing about the model.
    pub fn release(&mut self, ticket: Ticket) {
        if let State::Probing { free, .. } = &mut self.state
            && ticket.era == self.era
        {
            *free += 1;
        }
    }

    fn change(&mut self, state: State) {
        self.state = state;
        self.era += 1;
    }
}

#[cfg(test)]
#[path = "breaker_tests.rs"]
mod tests;
