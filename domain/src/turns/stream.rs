//! Pieces of an answer on their way to whoever follows the session.

use entity::id::{SessionId, TurnId};

use super::claim::Claim;
use crate::db::Db;
use crate::error::Result;
use crate::events::{NewEvent, listed};
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

/// Writes a piece of the answer into the session's log; `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached; the piece then comes with the whole answer.
pub async fn stream(db: &Db, claim: &Claim, text: &str) -> Result<bool> {
    write(db, claim, NewEvent::TextDelta { turn: claim.turn, attempt: claim.epoch, text }).await
}

/// Voids the pieces of this attempt: the model is asked again. `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reset(db: &Db, claim: &Claim) -> Result<bool> {
    write(db, claim, NewEvent::TextReset { turn: claim.turn, attempt: claim.epoch }).await
}

async fn write(db: &Db, claim: &Claim, event: NewEvent<'_>) -> Result<bool> {
    let executor = db.autocommit(claim.tenant);
    let Claim { session, turn, epoch, .. } = *claim;
    let is_claimed =
        executor.call_one(AppendTurnEvents { session, turn, epoch, events: listed(&[event]) }).await?;
    if is_claimed {
        executor.notify(Notification::Event(session));
    }
    Ok(is_claimed)
}
