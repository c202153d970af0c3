//! Pieces of an answer on their way to whoever follows the session.

use super::claim::Claim;
use crate::db::Db;
use crate::error::Result;
use crate::events::{NewEvent, listed};
use crate::executor::StoredFunction;
use crate::notifications::Notification;

const TELL_OF_TURN: StoredFunction = StoredFunction { name: "tell_of_turn", columns: "f" };

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

async fn write(db: &Db, claim: &Claim, new_event: NewEvent<'_>) -> Result<bool> {
    let executor = db.autocommit(claim.tenant);
    let events = listed(&[new_event]);
    let arguments = [claim.session.into(), claim.turn.into(), claim.epoch.into(), events.into()];
    let told = executor.call(&TELL_OF_TURN, arguments).await?;
    let is_ours = told.first().map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(false);
    if is_ours {
        executor.notify(Notification::Event(claim.session));
    }
    Ok(is_ours)
}
