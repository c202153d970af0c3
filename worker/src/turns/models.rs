//! The two models: one for what is real, one for test mode.

use agent::{Agent, Availability};
use domain::turns::Claim;

pub struct Models {
    pub live: Agent,
    pub test: Agent,
}

impl Models {
    pub(crate) fn of(&self, claim: &Claim) -> &Agent {
        if claim.is_live() { &self.live } else { &self.test }
    }

    /// How many turns to claim now into `free` slots, and of which mode where not of both. While a model is left alone
    /// its turns wait where they are and use up no tries; those of the other do not wait for it.
    pub(crate) fn bear(&self, free: usize) -> Vec<(usize, Option<bool>)> {
        match (bearable(&self.live), bearable(&self.test)) {
            (usize::MAX, usize::MAX) => vec![(free, None)],
            (live, test) => {
                let live = free.min(live);
                vec![(live, Some(true)), ((free - live).min(test), Some(false))]
            }
        }
    }
}

fn bearable(model: &Agent) -> usize {
    match model.availability() {
        Availability::Closed => usize::MAX,
        Availability::Open { .. } => 0,
        Availability::Probing { free } => usize::try_from(free).unwrap_or(usize::MAX),
    }
}
