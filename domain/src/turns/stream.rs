//! Streams pieces of a reply into the session's log, which clients follow.

use entity::id::{SessionId, TurnId};

use super::claim::Claim;
use super::texts::Text;
use crate::db::Db;
use crate::error::Result;
use crate::events::{self, NewEvent};
use crate::notifications::Notification;
use crate::stored_function::stored_function;

stored_function! {
    pub(crate) struct AppendTurnEvents = Tenant volatile "append_turn_events" {
        session: SessionId,
        turn: TurnId,
        epoch: i32,
        events: String,
    } -> bool
}

/// Appends a piece of the reply to the session's log, with those of other turns; `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached; [`super::complete()`] then appends the missing piece.
pub async fn stream(db: &Db, claim: &Claim, text: &str) -> Result<bool> {
    let event = NewEvent::TextDelta { turn: claim.turn, attempt: claim.epoch, text };
    db.batches().texts.run(Text { claim: *claim, events: events::to_json(&[event]) }, db).await
}

/// Voids the pieces streamed by this attempt, before another LLM call. `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reset(db: &Db, claim: &Claim) -> Result<bool> {
    let event = NewEvent::TextReset { turn: claim.turn, attempt: claim.epoch };
    append(db, claim, events::to_json(&[event])).await
}

/// Appends events, written by [`events::to_json`], in a transaction of their own.
pub(super) async fn append(db: &Db, claim: &Claim, events: String) -> Result<bool> {
    let executor = db.autocommit(claim.tenant);
    let Claim { session, turn, epoch, .. } = *claim;
    let is_appended = executor.call_one(AppendTurnEvents { session, turn, epoch, events }).await?;
    if is_appended {
        executor.notify(Notification::Event(session));
    }
    Ok(is_appended)
}
