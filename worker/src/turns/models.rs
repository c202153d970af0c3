//! The two LLM endpoints: live mode and test mode.

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

    /// How many turns to claim into `free` slots: of both modes together (`None`), or of live mode (`true`) and test mode
    /// (`false`) apart.
    ///
    /// While a breaker is open, the turns of its mode stay queued and use up no calls; those of the other mode run.
    pub(crate) fn claim_limits(&self, free: usize) -> Vec<(usize, Option<bool>)> {
        match (claim_limit(&self.live), claim_limit(&self.test)) {
            (usize::MAX, usize::MAX) => vec![(free, None)],
            (live, test) => {
                let live = free.min(live);
                vec![(live, Some(true)), ((free - live).min(test), Some(false))]
            }
        }
    }
}

fn claim_limit(model: &Agent) -> usize {
    match model.availability() {
        Availability::Closed => usize::MAX,
        Availability::Open { .. } => 0,
        Availability::Probing { free } => usize::try_from(free).unwrap_or(usize::MAX),
    }
}
