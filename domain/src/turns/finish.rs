//! Fails a turn or returns it to the queue, both only while the claim's epoch is current.

use std::time::Duration;

use chrono::TimeDelta;
use entity::turn;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use serde_json::Value;

use super::TurnStatus;
use super::claim::Claim;
use super::queue::promote;
use super::work::still_claimed;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::events::{self, NewEvent};
use crate::tenant_tx::TenantTx;

/// The outcome of writing a turn's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    Committed,
    /// The claim is lost; nothing was written.
    Fenced,
    /// The session changed since [`super::load`]; nothing was written. Load it and decide again.
    Stale,
}

/// Ends a turn without a reply. The user's message is kept and the session stays usable.
///
/// # Errors
/// When the database cannot be reached.
pub async fn fail(db: &Db, claim: &Claim, code: &str, trace: Value) -> Result<Finish> {
    let tx = db.begin(claim.tenant).await?;
    // First, because it locks the session; see `queue.rs` for the order of locks.
    events::append(&tx, claim.session, &[NewEvent::TurnFailed { turn: claim.turn, code }]).await?;
    if !end(&tx, claim, TurnStatus::Failed, Some(code), trace).await? {
        return Ok(Finish::Fenced);
    }
    promote(&tx, claim.session).await?;
    tx.notify_finished(claim.turn);
    tx.commit().await?;
    Ok(Finish::Committed)
}

/// Requeues a turn for another attempt after `delay`, with a wake-up for then.
///
/// The claim is not counted towards `worker_lost`, as the worker is alive. `unused` takes back the LLM call that was
/// counted with the claim, when it was not made.
///
/// # Errors
/// When the database cannot be reached; the turn then runs again when its lease has run out.
pub async fn give_back(db: &Db, claim: &Claim, delay: Duration, unused: bool) -> Result<Finish> {
    let tx = db.begin(claim.tenant).await?;
    let attempt = claim.epoch + 1;
    let reset = NewEvent::TextReset { turn: claim.turn, attempt: claim.epoch };
    let queued = NewEvent::TurnQueued { turn: claim.turn, attempt };
    events::append(&tx, claim.session, &[reset, queued]).await?;
    let run_after = tx.now() + TimeDelta::from_std(delay).map_err(Error::internal)?;
    let requeued = [
        (turn::Column::Status, Expr::value(TurnStatus::Queued)),
        (turn::Column::LeaseUntil, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
        (turn::Column::Claims, Expr::col(turn::Column::Claims).sub(1)),
        (turn::Column::LlmCalls, Expr::col(turn::Column::LlmCalls).sub(i32::from(unused))),
        (turn::Column::RunAfter, Expr::value(run_after)),
    ];
    if tx.update::<turn::Entity>(still_claimed(claim), requeued).await? == 0 {
        return Ok(Finish::Fenced);
    }
    tx.wake_workers(delay).await?;
    tx.commit().await?;
    Ok(Finish::Committed)
}

/// Ends the turn; `Ok(false)` when the claim is lost.
async fn end(
    tx: &TenantTx,
    claim: &Claim,
    status: TurnStatus,
    error: Option<&str>,
    trace: Value,
) -> Result<bool> {
    let set: [(turn::Column, SimpleExpr); 6] = [
        (turn::Column::Status, Expr::value(status)),
        (turn::Column::IsHead, Expr::value(false)),
        (turn::Column::LeaseUntil, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
        (turn::Column::FinishedAt, Expr::cust("app_clock_now()")),
        (turn::Column::ErrorCode, Expr::value(error.map(str::to_owned))),
        (turn::Column::Trace, Expr::value(trace)),
    ];
    Ok(tx.update::<turn::Entity>(still_claimed(claim), set).await? == 1)
}
