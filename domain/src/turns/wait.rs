//! Waiting for a turn without asking again and again.

use std::time::Duration;

use entity::id::{SessionId, TurnId};
use tokio::time::{Instant, timeout_at};

use super::{Turn, find};
use crate::db::Db;
use crate::error::Result;
use crate::tenant::Caller;

/// A lost ring is made good by looking this often.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// The turn as it is when it is done, or when `patience` is over.
///
/// # Errors
/// [`crate::Error::NotFound`] when it is not the caller's to see, or is deleted meanwhile.
pub async fn wait(
    db: &Db,
    caller: &Caller,
    session: SessionId,
    id: TurnId,
    patience: Duration,
) -> Result<Turn> {
    let deadline = Instant::now() + patience;
    let expectation = db.doorbell().expect_turn(id);
    loop {
        // Armed before the look, so that a ring in between is not missed.
        let mut ring = std::pin::pin!(expectation.ring());
        ring.as_mut().enable();
        let turn = look(db, caller, session, id).await?;
        if turn.status.is_final() || Instant::now() >= deadline {
            return Ok(turn);
        }
        let look_again = deadline.min(Instant::now() + LOOK_AGAIN);
        let _ = timeout_at(look_again, ring).await;
    }
}

async fn look(db: &Db, caller: &Caller, session: SessionId, id: TurnId) -> Result<Turn> {
    let scope = db.scope(caller).await?;
    let turn = find(&scope, session, id).await?;
    scope.commit().await?;
    Ok(turn)
}
