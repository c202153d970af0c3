//! How a turn ends: what happens together commits together, and only for who still holds the claim.

use std::time::Duration;

use entity::draft_change::ChangeKind;
use entity::id::{JobPostId, MessageId, SessionId, TurnId};
use job_post::Outcome;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::Serialize;
use serde_json::Value;

use super::claim::Claim;
use super::work::Work;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::events::{NewEvent, listed};
use crate::notifications::Notification;
use crate::queue;
use crate::stored_function::{scalars, sql_enum, stored_function};
use crate::tasks::Task;

/// How an attempt to end a turn went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Finish {
    #[sea_orm(string_value = "committed")]
    Committed,
    /// The claim was lost meanwhile: nothing was written.
    #[sea_orm(string_value = "fenced")]
    Fenced,
    /// The session changed since the work was loaded: load it again, decide again.
    #[sea_orm(string_value = "stale")]
    Stale,
}
sql_enum! { Finish = "finish_outcome" }
scalars! { Finish }

stored_function! {
    pub(crate) struct CompleteTurn = Tenant volatile "complete_turn" {
        session: SessionId,
        turn: TurnId,
        epoch: i32,
        loaded_version: i32,
        loaded_complete: bool,
        draft: String,
        version: i32,
        is_complete: bool,
        shown_hash: Option<String>,
        kind: ChangeKind,
        restored_version: Option<i32>,
        changes: Option<String>,
        message: MessageId,
        reply: String,
        trace: String,
        job_post: Option<JobPostId>,
        content: Option<String>,
        content_hash: Option<String>,
        events: String,
    } -> Finish
}

stored_function! {
    pub(crate) struct FailTurn = Tenant volatile "fail_turn" {
        session: SessionId,
        turn: TurnId,
        epoch: i32,
        error_code: String,
        trace: String,
    } -> Finish
}

stored_function! {
    pub(crate) struct GiveBackTurn = Tenant volatile "give_back_turn" {
        session: SessionId,
        turn: TurnId,
        epoch: i32,
        delay_seconds: f64,
        call_unused: bool,
        events: String,
        queue: &'static str,
        task: String,
    } -> Finish
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
    let finish = executor.call_one(completion(claim, work, outcome, streamed, trace)?).await?;
    if finish == Finish::Committed {
        executor.notify(Notification::Event(claim.session));
        executor.notify(Notification::TurnFinished(claim.turn));
    }
    Ok(finish)
}

fn completion(
    claim: &Claim,
    work: &Work,
    outcome: &Outcome,
    streamed: Option<&str>,
    trace: Value,
) -> Result<CompleteTurn> {
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
    Ok(CompleteTurn {
        session: claim.session,
        turn: claim.turn,
        epoch: claim.epoch,
        loaded_version: session.version,
        loaded_complete: session.is_complete,
        draft: text(draft)?,
        version,
        is_complete: *complete,
        shown_hash: shown_hash.clone(),
        kind,
        restored_version: restored,
        changes: (!changes.is_empty()).then(|| text(changes)).transpose()?,
        message,
        reply: reply.clone(),
        trace: trace.to_string(),
        job_post: post.as_ref().map(|(id, _)| *id),
        content: post.as_ref().map(|(_, content)| text(content)).transpose()?,
        content_hash: post
            .as_ref()
            .map(|(_, content)| job_post::content_hash(content, &session.company_name)),
        events: listed(&new_events),
    })
}

fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

/// Ends a turn without a reply. The user's message stays, the session stays usable.
///
/// # Errors
/// When the database cannot be reached.
pub async fn fail(db: &Db, claim: &Claim, code: &str, trace: Value) -> Result<Finish> {
    let executor = db.autocommit(claim.tenant);
    let failure = FailTurn {
        session: claim.session,
        turn: claim.turn,
        epoch: claim.epoch,
        error_code: code.to_owned(),
        trace: trace.to_string(),
    };
    let finish = executor.call_one(failure).await?;
    if finish == Finish::Committed {
        executor.notify(Notification::Event(claim.session));
        executor.notify(Notification::TurnFinished(claim.turn));
    }
    Ok(finish)
}

/// Requeues a turn for another attempt after `delay`, with a wake-up for then.
///
/// The claim does not count as one whose worker died: the worker is well, the LLM was not. With `unused`, the call that was
/// counted with the claim was not made either.
///
/// # Errors
/// When the database cannot be reached; the lease then expires and the turn runs again all the same.
pub async fn give_back(db: &Db, claim: &Claim, delay: Duration, unused: bool) -> Result<Finish> {
    let executor = db.autocommit(claim.tenant);
    let requeue = GiveBackTurn {
        session: claim.session,
        turn: claim.turn,
        epoch: claim.epoch,
        delay_seconds: delay.as_secs_f64(),
        call_unused: unused,
        events: listed(&[NewEvent::TextReset { turn: claim.turn, attempt: claim.epoch }]),
        queue: Task::RunTurns.queue(),
        task: queue::payload(&Task::RunTurns)?,
    };
    let finish = executor.call_one(requeue).await?;
    if finish == Finish::Committed {
        executor.notify(Notification::Event(claim.session));
        if delay.is_zero() {
            executor.notify(Notification::Claimable);
        }
    }
    Ok(finish)
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
