//! Taking turns to run, keeping them, and giving those of dead workers to others.

use std::collections::HashSet;
use std::time::Duration;

use entity::id::{OrganizationId, SessionId, TurnId};
use uuid::Uuid;

use super::{CLAIMS, LLM_CALLS, TurnStatus};
use crate::db::Db;
use crate::error::Result;
use crate::notifications::Notification;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Tenant;

/// How many lost turns are put right in one go.
const RECONCILE_AT_ONCE: i32 = 500;

/// The right to run one turn, until the lease ends or somebody claims it with a later epoch.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    pub(super) tenant: Tenant,
    pub(super) session: SessionId,
    pub(super) turn: TurnId,
    pub(super) epoch: i32,
    pub(super) llm_calls: i32,
}

/// How claims are shared among organizations.
#[derive(Clone, Copy, Debug)]
pub struct Fairness {
    /// How many turns of one mode of an organization may run at once, over all workers, unless the organization has its own.
    pub turns_per_organization: i32,
}

impl Claim {
    #[must_use]
    pub fn turn_id(&self) -> TurnId {
        self.turn
    }

    /// How often the model was asked for this turn, this claim's first call included: it is counted with the claim.
    #[must_use]
    pub fn llm_calls(&self) -> i32 {
        self.llm_calls
    }

    /// Whether it is of live mode: which model to ask.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.tenant.livemode
    }

    /// Rises with every claim of the turn.
    #[must_use]
    pub fn epoch(&self) -> i32 {
        self.epoch
    }

    #[must_use]
    pub fn session_id(&self) -> SessionId {
        self.session
    }
}

impl From<ClaimedTurn> for Claim {
    fn from(row: ClaimedTurn) -> Self {
        Self {
            tenant: Tenant::system(row.organization_id, row.livemode),
            session: row.session_id,
            turn: row.turn_id,
            epoch: row.epoch,
            llm_calls: row.llm_calls,
        }
    }
}

stored_function! {
    pub(crate) struct ClaimTurns = CrossTenant volatile "claim_turns" {
        limit: i32,
        lease: Duration,
        share: i32,
        only_livemode: Option<bool>,
        max_claims: i32,
        max_llm_calls: i32,
    } -> ClaimedTurn
}

returned_row! {
    pub(crate) struct ClaimedTurn {
        organization_id: OrganizationId,
        livemode: bool,
        session_id: SessionId,
        turn_id: TurnId,
        epoch: i32,
        llm_calls: i32,
    }
}

stored_function! {
    pub(crate) struct RenewLeases = CrossTenant volatile "renew_leases" {
        organizations: Vec<Uuid>,
        turns: Vec<Uuid>,
        epochs: Vec<i32>,
        lease: Duration,
    } -> HeldTurn
}

returned_row! {
    pub(crate) struct HeldTurn {
        turn_id: TurnId,
    }
}

stored_function! {
    pub(crate) struct ReconcileTurns = CrossTenant volatile "reconcile_turns" {
        limit: i32,
        max_claims: i32,
        max_llm_calls: i32,
    } -> ReconciledTurn
}

returned_row! {
    pub(crate) struct ReconciledTurn {
        turn_id: TurnId,
        session_id: SessionId,
        status: TurnStatus,
    }
}

/// Claims up to `most` turns that may run now, for the length of `lease`: every organization's first, then every
/// organization's second, and so on; of live mode or of test mode only where `only_live` says so. The first call of the model is counted with the claim, before it is made.
///
/// # Errors
/// When the database cannot be reached.
pub async fn claim(
    db: &Db,
    most: usize,
    lease: Duration,
    fairness: Fairness,
    only_live: Option<bool>,
) -> Result<Vec<Claim>> {
    let call = ClaimTurns {
        limit: i32::try_from(most).unwrap_or(i32::MAX),
        lease,
        share: fairness.turns_per_organization,
        only_livemode: only_live,
        max_claims: CLAIMS,
        max_llm_calls: LLM_CALLS,
    };
    Ok(db.call(call).await?.into_iter().map(Claim::from).collect())
}

/// Extends the leases of all that this process runs, in one statement. A claim that is not in the answer is lost:
/// the turn was cancelled, deleted, or claimed by another.
///
/// # Errors
/// When the database cannot be reached; the leases may then run out.
pub async fn renew(db: &Db, held: &[Claim], lease: Duration) -> Result<HashSet<TurnId>> {
    let call = RenewLeases {
        organizations: held.iter().map(|claim| claim.tenant.organization.0).collect(),
        turns: held.iter().map(|claim| claim.turn.0).collect(),
        epochs: held.iter().map(|claim| claim.epoch).collect(),
        lease,
    };
    Ok(db.call(call).await?.into_iter().map(|held| held.turn_id).collect())
}

/// Puts right what dead workers left: their turns run again, or fail as `worker_lost` after the third claim. Returns
/// how many turns it touched. Another process at it makes this a no-op.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reconcile(db: &Db) -> Result<usize> {
    let call = ReconcileTurns { limit: RECONCILE_AT_ONCE, max_claims: CLAIMS, max_llm_calls: LLM_CALLS };
    let reconciled = db.call(call).await?;
    for turn in &reconciled {
        db.notifier().notify(Notification::Event(turn.session_id));
        if turn.status == TurnStatus::Failed {
            db.notifier().notify(Notification::TurnFinished(turn.turn_id));
        }
    }
    Ok(reconciled.len())
}
