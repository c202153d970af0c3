//! How a turn ends: what happens together commits together, and only for who still holds the claim.

use std::time::Duration;

use chrono::TimeDelta;
use entity::draft_change::ChangeKind;
use entity::id::{JobPostId, MessageId};
use entity::turn;
use job_post::Outcome;
use sea_orm::ActiveEnum;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use serde::Serialize;
use serde_json::Value;

use super::TurnStatus;
use super::claim::Claim;
use super::queue::promote;
use super::work::{Work, held};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::events::{self, NewEvent, listed};
use crate::executor::StoredFunction;
use crate::notifications::Notification;
use crate::tenant_tx::TenantTx;

const COMPLETE_TURN: StoredFunction = StoredFunction { name: "complete_turn", columns: "f" };

/// What became of an attempt to end a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    Committed,
    /// The claim was lost meanwhile: nothing was written.
    Fenced,
    /// The session changed since the work was loaded: load it again, decide again.
    Stale,
}

/// Commits the result of a turn: its answer, the changes of the draft, and the job post if there was a yes.
///
/// `streamed` is what of the answer is in the log already, see [`super::stream`], as far as that is known; `trace` is what the model
/// said and what became of it.
///
/// # Errors
/// When the database cannot be reached; whether it is committed is then unknown, and doing it again is safe.
pub async fn complete(
    db: &Db,
    claim: &Claim,
    work: &Work,
    outcome: &Outcome,
    streamed: Option<&str>,
    trace: Value,
) -> Result<Finish> {
    let executor = db.autocommit(claim.tenant);
    let rows = executor.call(&COMPLETE_TURN, arguments(claim, work, outcome, streamed, trace)?).await?;
    let row = rows.first().ok_or_else(|| Error::internal("complete_turn gave no row"))?;
    match row.try_get_by_index::<String>(0)?.as_str() {
        "committed" => {
            executor.notify(Notification::Event(claim.session));
            executor.notify(Notification::TurnFinished(claim.turn));
            Ok(Finish::Committed)
        }
        "stale" => Ok(Finish::Stale),
        _ => Ok(Finish::Fenced),
    }
}

fn arguments(
    claim: &Claim,
    work: &Work,
    outcome: &Outcome,
    streamed: Option<&str>,
    trace: Value,
) -> Result<Vec<sea_orm::Value>> {
    let Outcome { draft, changes, reply, complete, shown_hash, publish, .. } = outcome;
    let (session, message) = (&work.session, MessageId::new());
    let version = session.version + i32::from(!changes.is_empty());
    let restored = work.previous.as_ref().filter(|_| outcome.undone).map(|earlier| earlier.version);
    let kind = if restored.is_some() { ChangeKind::Undo } else { ChangeKind::Turn };
    let post = publish.then(|| (JobPostId::new(), draft.publishable()));
    let mut new_events = reply_events(claim, reply, streamed, message);
    if !changes.is_empty() {
        let (before, after) = (Some(&session.draft), draft);
        new_events.push(NewEvent::JobData { version, before, after });
    }
    new_events.push(NewEvent::TurnSucceeded { turn: claim.turn });
    Ok(vec![
        claim.session.into(),
        claim.turn.into(),
        claim.epoch.into(),
        session.version.into(),
        session.is_complete.into(),
        text(draft)?.into(),
        version.into(),
        (*complete).into(),
        shown_hash.clone().into(),
        kind.to_value().into(),
        restored.into(),
        (!changes.is_empty()).then(|| text(changes)).transpose()?.into(),
        message.into(),
        reply.as_str().into(),
        trace.to_string().into(),
        post.as_ref().map(|(id, _)| *id).into(),
        post.as_ref().map(|(_, content)| text(content)).transpose()?.into(),
        post.as_ref().map(|(_, content)| job_post::content_hash(content, &session.company_name)).into(),
        listed(&new_events).into(),
    ])
}

fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// Ends a turn without an answer. The user's message stays, the session stays usable.
///
/// # Errors
/// When the database cannot be reached.
pub async fn fail(db: &Db, claim: &Claim, code: &str, trace: Value) -> Result<Finish> {
    let tx = db.begin(claim.tenant).await?;
    // First, as it locks the session; see `queue`.
    events::write(&tx, claim.session, &[NewEvent::TurnFailed { turn: claim.turn, code }]).await?;
    if !end(&tx, claim, TurnStatus::Failed, Some(code), trace).await? {
        return Ok(Finish::Fenced);
    }
    promote(&tx, claim.session).await?;
    tx.notify_finished(claim.turn);
    tx.commit().await?;
    Ok(Finish::Committed)
}

/// Puts a turn back into the queue for another attempt after `delay`, with a later ticket.
///
/// The claim does not count as one that died: the worker is well, the model was not. With `unused`, the call that was
/// counted with the claim was not made either.
///
/// # Errors
/// When the database cannot be reached; the lease then runs out and the turn runs again all the same.
pub async fn give_back(db: &Db, claim: &Claim, delay: Duration, unused: bool) -> Result<Finish> {
    let tx = db.begin(claim.tenant).await?;
    let attempt = claim.epoch + 1;
    let void = NewEvent::TextReset { turn: claim.turn, attempt: claim.epoch };
    let queued = NewEvent::TurnQueued { turn: claim.turn, attempt };
    events::write(&tx, claim.session, &[void, queued]).await?;
    let run_after = tx.now() + TimeDelta::from_std(delay).map_err(Error::internal)?;
    let back = [
        (turn::Column::Status, Expr::value(TurnStatus::Queued)),
        (turn::Column::LeaseUntil, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
        (turn::Column::Claims, Expr::col(turn::Column::Claims).sub(1)),
        (turn::Column::LlmCalls, Expr::col(turn::Column::LlmCalls).sub(i32::from(unused))),
        (turn::Column::RunAfter, Expr::value(run_after)),
    ];
    if tx.update::<turn::Entity>(held(claim), back).await? == 0 {
        return Ok(Finish::Fenced);
    }
    tx.wake_workers(delay).await?;
    tx.commit().await?;
    Ok(Finish::Committed)
}

/// The fence: only who holds the turn's epoch ends it.
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
    Ok(tx.update::<turn::Entity>(held(claim), set).await? == 1)
}

/// The rest of the pieces, so that all of them together are the message; or all anew when a guard took some back.
fn reply_events<'a>(
    claim: &Claim,
    reply: &'a str,
    streamed: Option<&str>,
    message: MessageId,
) -> Vec<NewEvent<'a>> {
    let (turn, attempt) = (claim.turn, claim.epoch);
    let rest = match streamed.and_then(|streamed| reply.strip_prefix(streamed)) {
        Some("") => Vec::new(),
        Some(rest) => vec![NewEvent::TextDelta { turn, attempt, text: rest }],
        None => {
            vec![NewEvent::TextReset { turn, attempt }, NewEvent::TextDelta { turn, attempt, text: reply }]
        }
    };
    rest.into_iter().chain([NewEvent::Message { turn, message, text: reply }]).collect()
}
