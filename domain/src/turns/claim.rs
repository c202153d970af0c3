//! Claims of turns, lease renewal, and requeueing the turns of dead workers.

use std::collections::HashSet;
use std::time::Duration;

use entity::id::{ApiKeyId, OrganizationId, SessionId, TurnId};
use sqlx::Row as _;
use sqlx::postgres::types::PgInterval;
use uuid::Uuid;

use crate::db::Db;
use crate::error::{Error, Result};
use crate::notifications::Notification;
use crate::tenant::Tenant;

/// How many turns of dead workers one call reconciles at most.
const RECONCILE_AT_ONCE: i32 = 500;

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
pub struct Fairness {
    /// How many turns of one mode of an organization may run at once, over all workers; an organization's own limit comes
    /// first.
    pub turns_per_organization: i32,
}

impl Claim {
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
}

/// Claims up to `most` turns that may run now: every organization's first, then every organization's second, and so on.
///
/// `only_live` restricts the claim to live mode (`true`) or test mode (`false`). The first LLM call is counted with the
/// claim, before it is made.
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
    let rows = sqlx::query(
        "select organization_id, livemode, session_id, turn_id, epoch, llm_calls, api_key_id
           from across.claim_turns($1, $2, $3, $4)",
    )
    .bind(i32::try_from(most).unwrap_or(i32::MAX))
    .bind(interval(lease)?)
    .bind(fairness.turns_per_organization)
    .bind(only_live)
    .fetch_all(db.pool())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Claim {
                tenant: Tenant::system(OrganizationId(row.try_get(0)?), row.try_get(1)?)
                    .with_api_key(row.try_get::<Option<Uuid>, _>(6)?.map(ApiKeyId)),
                session: SessionId(row.try_get(2)?),
                turn: TurnId(row.try_get(3)?),
                epoch: row.try_get(4)?,
                llm_calls: row.try_get(5)?,
            })
        })
        .collect()
}

/// Extends the leases of `claims` in one statement and returns the turns that are still claimed. Any other claim is lost:
/// its turn was cancelled, deleted, or claimed by another worker.
///
/// # Errors
/// When the database cannot be reached; the leases may then run out.
pub async fn renew(db: &Db, claims: &[Claim], lease: Duration) -> Result<HashSet<TurnId>> {
    let turns: Vec<Uuid> = claims.iter().map(|claim| claim.turn.0).collect();
    let epochs: Vec<i32> = claims.iter().map(|claim| claim.epoch).collect();
    let renewed: Vec<Uuid> = sqlx::query_scalar("select turn_id from across.renew_leases($1, $2, $3)")
        .bind(turns)
        .bind(epochs)
        .bind(interval(lease)?)
        .fetch_all(db.pool())
        .await?;
    Ok(renewed.into_iter().map(TurnId).collect())
}

/// Requeues turns whose lease has run out, or fails them as `worker_lost` after the third claim. Returns how many turns
/// it changed; 0 while another process reconciles.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reconcile(db: &Db) -> Result<usize> {
    let rows: Vec<(Uuid, Uuid, String)> =
        sqlx::query_as("select turn_id, session_id, status from across.reconcile($1)")
            .bind(RECONCILE_AT_ONCE)
            .fetch_all(db.pool())
            .await?;
    for (turn, session, status) in &rows {
        db.notifier().notify(Notification::Event(SessionId(*session)));
        if status == "failed" {
            db.notifier().notify(Notification::TurnFinished(TurnId(*turn)));
        }
    }
    Ok(rows.len())
}

fn interval(duration: Duration) -> Result<PgInterval> {
    PgInterval::try_from(duration).map_err(Error::internal)
}
