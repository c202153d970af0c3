//! How a turn ends: what happens together commits together, and only for who still holds the claim.

use std::time::Duration;

use chrono::TimeDelta;
use entity::id::MessageId;
use entity::message::Speaker;
use entity::{draft_change, message, session, turn};
use job_post::Outcome;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, Set};
use serde_json::Value;

use super::TurnStatus;
use super::claim::Claim;
use super::queue::{promote, take_events};
use super::work::{Work, held};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::events::{self, Happening};
use crate::job_posts;
use crate::scope::Scope;
use crate::tasks::Task;

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
    let scope = db.scope(claim.tenant).await?;
    if !fold(&scope, claim, work, outcome).await? {
        // Gone, expired or changed; whether the turn is still ours shows whether it is worth another look.
        let still = scope.find::<turn::Entity>().filter(held(claim)).one().await?;
        return Ok(if still.is_some() { Finish::Stale } else { Finish::Fenced });
    }
    if !end(&scope, claim, TurnStatus::Succeeded, None, trace).await? {
        return Ok(Finish::Fenced);
    }
    let message = insert_answer(&scope, claim, work, &outcome.reply).await?;
    let mut happenings = answer_happenings(claim, &outcome.reply, streamed, message);
    let after = outcome.draft.content.clone();
    if !outcome.changes.is_empty() {
        let (version, before) = (work.session.version + 1, Some(&work.session.draft.content));
        happenings.push(Happening::JobData { version, before, after: &after });
    }
    if outcome.publish {
        let finalized = job_posts::publish(&scope, &work.session, &outcome.draft).await?;
        happenings.extend(finalized.happening());
    }
    happenings.push(Happening::TurnSucceeded { turn: claim.turn });
    close(&scope, claim, &happenings).await?;
    scope.commit().await?;
    Ok(Finish::Committed)
}

/// Ends a turn without an answer. The user's message stays, the session stays usable.
///
/// # Errors
/// When the database cannot be reached.
pub async fn fail(db: &Db, claim: &Claim, code: &str, trace: Value) -> Result<Finish> {
    let scope = db.scope(claim.tenant).await?;
    let happenings = [Happening::TurnFailed { turn: claim.turn, code }];
    // First, as it locks the session; see `queue`.
    let first = take_events(&scope, claim.session, &happenings).await?;
    if !end(&scope, claim, TurnStatus::Failed, Some(code), trace).await? {
        return Ok(Finish::Fenced);
    }
    events::write(&scope, claim.session, first, &happenings).await?;
    promote(&scope, claim.session).await?;
    scope.announce_finished(claim.turn);
    scope.commit().await?;
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
    let scope = db.scope(claim.tenant).await?;
    let attempt = claim.epoch + 1;
    let void = Happening::TextReset { turn: claim.turn, attempt: claim.epoch };
    let queued = Happening::TurnQueued { turn: claim.turn, attempt };
    let happenings = [void, queued];
    let first = take_events(&scope, claim.session, &happenings).await?;
    let run_after = scope.now() + TimeDelta::from_std(delay).map_err(Error::internal)?;
    let back = [
        (turn::Column::Status, Expr::value(TurnStatus::Queued)),
        (turn::Column::LeaseUntil, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
        (turn::Column::Claims, Expr::col(turn::Column::Claims).sub(1)),
        (turn::Column::LlmCalls, Expr::col(turn::Column::LlmCalls).sub(i32::from(unused))),
        (turn::Column::RunAfter, Expr::value(run_after)),
    ];
    if scope.update::<turn::Entity>(held(claim), back).await? == 0 {
        return Ok(Finish::Fenced);
    }
    events::write(&scope, claim.session, first, &happenings).await?;
    scope.enqueue(&Task::RunTurn { turn_id: claim.turn, attempt }, delay).await?;
    scope.commit().await?;
    Ok(Finish::Committed)
}

/// The fence: only who holds the turn's epoch ends it.
async fn end(
    scope: &Scope,
    claim: &Claim,
    status: TurnStatus,
    error: Option<&str>,
    trace: Value,
) -> Result<bool> {
    let set: [(turn::Column, SimpleExpr); 6] = [
        (turn::Column::Status, Expr::value(status)),
        (turn::Column::IsHead, Expr::value(false)),
        (turn::Column::LeaseUntil, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
        (turn::Column::FinishedAt, Expr::value(scope.now())),
        (turn::Column::ErrorCode, Expr::value(error.map(str::to_owned))),
        (turn::Column::Trace, Expr::value(trace)),
    ];
    Ok(scope.update::<turn::Entity>(held(claim), set).await? == 1)
}

/// Writes what happened, lets the session's next turn be claimed, and rings.
async fn close(scope: &Scope, claim: &Claim, happenings: &[Happening<'_>]) -> Result<()> {
    let first = take_events(scope, claim.session, happenings).await?;
    events::write(scope, claim.session, first, happenings).await?;
    promote(scope, claim.session).await?;
    scope.announce_finished(claim.turn);
    Ok(())
}

/// Writes the new draft if the session is still as the work was loaded; says whether it was. Locks the session.
async fn fold(scope: &Scope, claim: &Claim, work: &Work, outcome: &Outcome) -> Result<bool> {
    let version = work.session.version + i32::from(!outcome.changes.is_empty());
    let unchanged = Condition::all()
        .add(session::Column::Id.eq(claim.session))
        .add(session::Column::ExpiresAt.gt(scope.now()))
        .add(session::Column::Version.eq(work.session.version))
        .add(session::Column::IsComplete.eq(work.session.is_complete));
    let draft = serde_json::to_value(&outcome.draft).map_err(Error::internal)?;
    let set = [
        (session::Column::Draft, Expr::value(draft)),
        (session::Column::Version, Expr::value(version)),
        (session::Column::IsComplete, Expr::value(outcome.complete)),
        (session::Column::ShownHash, Expr::value(outcome.shown_hash.clone())),
        (session::Column::MessageCount, Expr::col(session::Column::MessageCount).add(1)),
        (session::Column::UpdatedAt, Expr::value(scope.now())),
    ];
    if scope.update::<session::Entity>(unchanged, set).await? == 0 {
        return Ok(false);
    }
    if !outcome.changes.is_empty() {
        scope
            .insert(draft_change::ActiveModel {
                session_id: Set(claim.session),
                version: Set(version),
                turn_id: Set(Some(claim.turn)),
                changes: Set(serde_json::to_value(&outcome.changes).map_err(Error::internal)?),
                created_at: Set(scope.now()),
                ..Default::default()
            })
            .await?;
    }
    Ok(true)
}

async fn insert_answer(scope: &Scope, claim: &Claim, work: &Work, reply: &str) -> Result<MessageId> {
    let id = MessageId::new();
    scope
        .insert(message::ActiveModel {
            id: Set(id),
            session_id: Set(claim.session),
            turn_id: Set(Some(claim.turn)),
            sequence: Set(work.sequence),
            role: Set(Speaker::Assistant),
            text: Set(reply.to_owned()),
            created_at: Set(scope.now()),
            ..Default::default()
        })
        .await?;
    Ok(id)
}

/// The rest of the pieces, so that all of them together are the message; or all anew when a guard took some back.
fn answer_happenings<'a>(
    claim: &Claim,
    reply: &'a str,
    streamed: Option<&str>,
    message: MessageId,
) -> Vec<Happening<'a>> {
    let (turn, attempt) = (claim.turn, claim.epoch);
    let rest = match streamed.and_then(|streamed| reply.strip_prefix(streamed)) {
        Some("") => Vec::new(),
        Some(rest) => vec![Happening::TextDelta { turn, attempt, text: rest }],
        None => {
            vec![Happening::TextReset { turn, attempt }, Happening::TextDelta { turn, attempt, text: reply }]
        }
    };
    rest.into_iter().chain([Happening::Message { turn, message, text: reply }]).collect()
}
