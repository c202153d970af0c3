//! The two LLM endpoints: live mode and test mode.

use agent::{Agent, Availability, OrganizationLimit};
use domain::turns::{Claim, ClaimLimit};
use entity::id::OrganizationId;

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
    /// While the breaker of a model is open, few turns of its mode are claimed; those of the other mode run.
    pub(crate) fn claim_limits(&self, free: usize) -> Vec<(usize, Option<bool>)> {
        match (claim_limit(&self.live), claim_limit(&self.test)) {
            (usize::MAX, usize::MAX) => vec![(free, None)],
            (live, test) => {
                let live = free.min(live);
                vec![(live, Some(true)), ((free - live).min(test), Some(false))]
            }
        }
    }

    /// The organizations of which few turns or none may be claimed, because their calls keep failing. Their turns stay
    /// queued and use up no calls; those of others run.
    pub(crate) fn organization_limits(&self) -> Vec<ClaimLimit> {
        let live = self.live.limits().into_iter().map(|limit| of_organization(limit, true));
        let test = self.test.limits().into_iter().map(|limit| of_organization(limit, false));
        live.chain(test).collect()
    }
}

fn of_organization(limit: OrganizationLimit, livemode: bool) -> ClaimLimit {
    let organization = OrganizationId(limit.organization);
    ClaimLimit { organization, livemode, turns: i32::try_from(limit.calls).unwrap_or(i32::MAX) }
}

fn claim_limit(model: &Agent) -> usize {
    match model.availability() {
        Availability::Closed => usize::MAX,
        Availability::Open { free } => usize::try_from(free).unwrap_or(usize::MAX),
    }
}
