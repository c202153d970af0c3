//! Taking turns to run, keeping them, and giving those of dead workers to others.

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
                    .with_mark(row.try_get::<Option<Uuid>, _>(6)?.map(ApiKeyId)),
                session: SessionId(row.try_get(2)?),
                turn: TurnId(row.try_get(3)?),
                epoch: row.try_get(4)?,
                llm_calls: row.try_get(5)?,
            })
        })
        .collect()
}

/// Extends the leases of all that this process runs, in one statement. A claim that is not in the answer is lost:
/// the turn was cancelled, deleted, or claimed by another.
///
/// # Errors
/// When the database cannot be reached; the leases may then run out.
pub async fn renew(db: &Db, held: &[Claim], lease: Duration) -> Result<HashSet<TurnId>> {
    let turns: Vec<Uuid> = held.iter().map(|claim| claim.turn.0).collect();
    let epochs: Vec<i32> = held.iter().map(|claim| claim.epoch).collect();
    let still: Vec<Uuid> = sqlx::query_scalar("select turn_id from across.renew_leases($1, $2, $3)")
        .bind(turns)
        .bind(epochs)
        .bind(interval(lease)?)
        .fetch_all(db.pool())
        .await?;
    Ok(still.into_iter().map(TurnId).collect())
}

/// Puts right what dead workers left: their turns run again, or fail as `worker_lost` after the third claim. Returns
/// how many turns it touched. Another process at it makes this a no-op.
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
