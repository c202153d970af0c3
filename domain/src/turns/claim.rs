//! Claims of turns, lease renewal, and requeueing the turns of dead workers.

use std::collections::HashSet;
use std::time::Duration;

use entity::id::{OrganizationId, SessionId, TurnId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{CLAIMS, LLM_CALLS, TurnStatus};
use crate::db::Db;
use crate::error::Result;
use crate::group_commit::SessionKey;
use crate::notifications::Notification;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Tenant;

/// How many turns of dead workers one statement requeues at most.
const RECONCILE_AT_ONCE: usize = 500;

/// The right to run one turn, until the lease ends or another claim raises the epoch.
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
pub struct Fairness<'a> {
    /// How many turns of one mode of an organization may run at once, over all workers; an organization's own limit comes
    /// first.
    pub turns_per_organization: i32,
    /// The organizations of which fewer turns may be claimed now.
    pub limits: &'a [ClaimLimit],
}

/// How many more turns of an organization's mode one call may claim, as when their LLM calls keep failing.
#[derive(Clone, Copy, Debug)]
pub struct ClaimLimit {
    pub organization: OrganizationId,
    pub livemode: bool,
    pub turns: i32,
}

impl ClaimLimit {
    /// As `claim_turns` reads it.
    fn to_json(self) -> Value {
        let Self { organization, livemode, turns } = self;
        json!({ "organization_id": organization.0, "livemode": livemode, "turns": turns })
    }
}

impl Claim {
    #[must_use]
    pub fn organization_id(&self) -> OrganizationId {
        self.tenant.organization
    }

    #[must_use]
    pub fn turn_id(&self) -> TurnId {
        self.turn
    }

    /// The number of LLM calls for this turn, including the first one of this claim, which is counted with the claim.
    #[must_use]
    pub fn llm_calls(&self) -> i32 {
        self.llm_calls
    }

    /// Whether the turn is of live mode, which decides the LLM endpoint.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.tenant.livemode
    }

    /// The fencing token, which rises with every claim of the turn.
    #[must_use]
    pub fn epoch(&self) -> i32 {
        self.epoch
    }

    #[must_use]
    pub fn session_id(&self) -> SessionId {
        self.session
    }

    pub(super) fn session_key(&self) -> SessionKey {
        let Tenant { organization, livemode, .. } = self.tenant;
        SessionKey { organization, livemode, session: self.session }
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
        worker: String,
        limit: i32,
        lease: Duration,
        share: i32,
        only_livemode: Option<bool>,
        max_claims: i32,
        max_llm_calls: i32,
        limits: String,
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
        worker: Option<String>,
        running: Vec<Uuid>,
    } -> ReconciledTurn
}

returned_row! {
    pub(crate) struct ReconciledTurn {
        turn_id: TurnId,
        session_id: SessionId,
        status: TurnStatus,
    }
}

/// Claims up to `most` turns that may run now: every organization's first, then every organization's second, and so on.
///
/// `worker` is the name of the worker, for [`reconcile_own`]. `only_live` restricts the claim to live mode (`true`) or test
/// mode (`false`). The first LLM call is counted with the claim, before it is made.
///
/// # Errors
/// When the database cannot be reached.
pub async fn claim(
    db: &Db,
    worker: &str,
    most: usize,
    lease: Duration,
    fairness: Fairness<'_>,
    only_live: Option<bool>,
) -> Result<Vec<Claim>> {
    let call = ClaimTurns {
        worker: worker.to_owned(),
        limit: i32::try_from(most).unwrap_or(i32::MAX),
        lease,
        share: fairness.turns_per_organization,
        only_livemode: only_live,
        max_claims: CLAIMS,
        max_llm_calls: LLM_CALLS,
        limits: fairness.limits.iter().copied().map(ClaimLimit::to_json).collect::<Value>().to_string(),
    };
    Ok(db.call(call).await?.into_iter().map(Claim::from).collect())
}

/// Extends the leases of `claims` in one statement and returns the turns that are still claimed. Any other claim is lost:
/// its turn was cancelled, deleted, or claimed by another worker.
///
/// # Errors
/// When the database cannot be reached; the leases may then run out.
pub async fn renew(db: &Db, claims: &[Claim], lease: Duration) -> Result<HashSet<TurnId>> {
    let call = RenewLeases {
        organizations: claims.iter().map(|claim| claim.tenant.organization.0).collect(),
        turns: claims.iter().map(|claim| claim.turn.0).collect(),
        epochs: claims.iter().map(|claim| claim.epoch).collect(),
        lease,
    };
    Ok(db.call(call).await?.into_iter().map(|held| held.turn_id).collect())
}

/// Requeues turns whose lease has run out, or fails them as `worker_lost` after the third claim. Returns how many turns
/// it changed; 0 while another process reconciles.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reconcile(db: &Db) -> Result<usize> {
    requeue(db, None, Vec::new()).await
}

/// As [`reconcile`], and also for the turns that were claimed under the name of this worker and are not in `running`: nobody
/// else runs them, so their leases need not end first. No claim of this worker may be under way.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reconcile_own(db: &Db, worker: &str, running: &[Claim]) -> Result<usize> {
    let running: Vec<Uuid> = running.iter().map(|claim| claim.turn.0).collect();
    let mut requeued = 0;
    loop {
        let some = requeue(db, Some(worker.to_owned()), running.clone()).await?;
        requeued += some;
        if some < RECONCILE_AT_ONCE {
            return Ok(requeued);
        }
    }
}

async fn requeue(db: &Db, worker: Option<String>, running: Vec<Uuid>) -> Result<usize> {
    let call = ReconcileTurns {
        limit: i32::try_from(RECONCILE_AT_ONCE).unwrap_or(i32::MAX),
        max_claims: CLAIMS,
        max_llm_calls: LLM_CALLS,
        worker,
        running,
    };
    let reconciled = db.call(call).await?;
    for turn in &reconciled {
        db.notifier().notify(Notification::Event(turn.session_id));
        if turn.status == TurnStatus::Failed {
            db.notifier().notify(Notification::TurnFinished(turn.turn_id));
        }
    }
    Ok(reconciled.len())
}
