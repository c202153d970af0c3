//! Waiting for a turn without asking again and again.

use std::time::Duration;

use entity::id::{SessionId, TurnId};
use tokio::time::{Instant, timeout_at};

use super::{Turn, find};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::tenant::{Caller, Tenant};

/// A lost ring is made good by looking this often.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// The turn as it is when it is done, or when `patience` is over.
///
/// The caller had every right when the turn was accepted; a token that expires while they wait does not turn an
/// accepted turn into a refusal.
///
/// # Errors
/// [`Error::NotFound`] when it is deleted meanwhile, [`Error::Unavailable`] when the database cannot be reached.
pub async fn wait(
    db: &Db,
    caller: &Caller,
    session: SessionId,
    id: TurnId,
    patience: Duration,
) -> Result<Turn> {
    let deadline = Instant::now() + patience;
    let tenant = Tenant::system(caller.organization, caller.livemode);
    let expectation = db.doorbell().expect_turn(id);
    loop {
        // Armed before the look, so that a ring in between is not missed.
        let mut ring = std::pin::pin!(expectation.ring());
        ring.as_mut().enable();
        let is_over = Instant::now() >= deadline;
        match look(db, tenant, session, id).await {
            Ok(turn) if turn.status.is_final() || is_over => return Ok(turn),
            Ok(_) => {}
            Err(Error::Unavailable(_)) if !is_over => tokio::time::sleep(Duration::from_millis(200)).await,
            Err(error) => return Err(error),
        }
        let look_again = deadline.min(Instant::now() + LOOK_AGAIN);
        let _ = timeout_at(look_again, ring).await;
    }
}

async fn look(db: &Db, tenant: Tenant, session: SessionId, id: TurnId) -> Result<Turn> {
    let scope = db.scope(tenant).await?;
    let turn = find(&scope, session, id).await?;
    scope.commit().await?;
    Ok(turn)
}
