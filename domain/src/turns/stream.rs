//! Pieces of an answer on their way to whoever follows the session.

use entity::turn;

use super::claim::Claim;
use super::queue::take_events;
use super::work::held;
use crate::db::Db;
use crate::error::Result;
use crate::events::{self, Happening};

/// Writes a piece of the answer into the session's log; `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached; the piece then comes with the whole answer.
pub async fn stream(db: &Db, claim: &Claim, text: &str) -> Result<bool> {
    write(db, claim, Happening::TextDelta { turn: claim.turn, attempt: claim.epoch, text }).await
}

/// Voids the pieces of this attempt: the model is asked again. `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reset(db: &Db, claim: &Claim) -> Result<bool> {
    write(db, claim, Happening::TextReset { turn: claim.turn, attempt: claim.epoch }).await
}

async fn write(db: &Db, claim: &Claim, happening: Happening<'_>) -> Result<bool> {
    let scope = db.scope(claim.tenant).await?;
    let happenings = [happening];
    let first = take_events(&scope, claim.session, &happenings).await?;
    if scope.find::<turn::Entity>().filter(held(claim)).one().await?.is_none() {
        return Ok(false);
    }
    events::write(&scope, claim.session, first, &happenings).await?;
    scope.commit().await?;
    Ok(true)
}
