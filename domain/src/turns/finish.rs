//! Fails a turn or returns it to the queue, both only while the claim's epoch is current.

use std::time::Duration;

use entity::id::{SessionId, TurnId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde_json::Value;

use super::LLM_CALLS;
use super::claim::Claim;
use crate::db::Db;
use crate::error::Result;
use crate::events::{self, NewEvent};
use crate::executor::Executor;
use crate::notifications::Notification;
use crate::queue;
use crate::stored_function::{scalars, sql_enum, stored_function};
use crate::tasks::Task;

/// The outcome of writing a turn's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Finish {
    #[sea_orm(string_value = "committed")]
    Committed,
    /// The claim is lost; nothing was written.
    #[sea_orm(string_value = "fenced")]
    Fenced,
    /// The session changed since [`super::load`]; nothing was written. Load it and decide again.
    #[sea_orm(string_value = "stale")]
    Stale,
    /// [`give_back`] failed the turn, which has no LLM call left.
    #[sea_orm(string_value = "failed")]
    Failed,
}
sql_enum! { Finish = "finish_outcome" }
scalars! { Finish }

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
        max_llm_calls: i32,
        events: String,
        queue: &'static str,
        task: String,
    } -> Finish
}

/// Ends a turn without a reply. The user's message is kept and the session stays usable.
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
        notify_end(&executor, claim);
    }
    Ok(finish)
}

fn notify_end(executor: &Executor<'_>, claim: &Claim) {
    executor.notify(Notification::Event(claim.session));
    executor.notify(Notification::TurnFinished(claim.turn));
}

/// Requeues a turn for another attempt after `delay`, with a wake-up for then.
///
/// The claim is not counted towards `worker_lost`, as the worker is alive. `unused` takes back the LLM call that was
/// counted with the claim, when it was not made. A turn without an LLM call left fails as `worker_lost` instead.
///
/// # Errors
/// When the database cannot be reached; the turn then runs again when its lease has run out.
pub async fn give_back(db: &Db, claim: &Claim, delay: Duration, unused: bool) -> Result<Finish> {
    let executor = db.autocommit(claim.tenant);
    let requeue = GiveBackTurn {
        session: claim.session,
        turn: claim.turn,
        epoch: claim.epoch,
        delay_seconds: delay.as_secs_f64(),
        call_unused: unused,
        max_llm_calls: LLM_CALLS,
        events: events::to_json(&[NewEvent::TextReset { turn: claim.turn, attempt: claim.epoch }]),
        queue: Task::RunTurns.queue(),
        task: queue::payload(Task::RunTurns)?,
    };
    let finish = executor.call_one(requeue).await?;
    match finish {
        Finish::Committed => {
            executor.notify(Notification::Event(claim.session));
            if delay.is_zero() {
                executor.notify(Notification::Claimable);
            }
        }
        Finish::Failed => notify_end(&executor, claim),
        Finish::Fenced | Finish::Stale => {}
    }
    Ok(finish)
}
