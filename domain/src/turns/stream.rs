//! Streams pieces of a reply into the session's log, which clients follow.

use super::claim::Claim;
use crate::db::Db;
use crate::error::Result;
use crate::events::{self, NewEvent};
use crate::executor::StoredFunction;
use crate::notifications::Notification;

const APPEND_TURN_EVENTS: StoredFunction = StoredFunction { name: "tell_of_turn", columns: "f" };

/// Appends a piece of the reply to the session's log; `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached; [`super::complete()`] then appends the missing piece.
pub async fn stream(db: &Db, claim: &Claim, text: &str) -> Result<bool> {
    append(db, claim, NewEvent::TextDelta { turn: claim.turn, attempt: claim.epoch, text }).await
}

/// Voids the pieces streamed by this attempt, before another LLM call. `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reset(db: &Db, claim: &Claim) -> Result<bool> {
    append(db, claim, NewEvent::TextReset { turn: claim.turn, attempt: claim.epoch }).await
}

async fn append(db: &Db, claim: &Claim, new_event: NewEvent<'_>) -> Result<bool> {
    let executor = db.autocommit(claim.tenant);
    let events = events::to_json(&[new_event]);
    let arguments = [claim.session.into(), claim.turn.into(), claim.epoch.into(), events.into()];
    let rows = executor.call(&APPEND_TURN_EVENTS, arguments).await?;
    let is_appended = rows.first().map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(false);
    if is_appended {
        executor.notify(Notification::Event(claim.session));
    }
    Ok(is_appended)
}
