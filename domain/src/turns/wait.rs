//! Waiting for a turn without asking again and again.

use std::time::Duration;

use entity::id::{SessionId, TurnId};
use tokio::sync::futures::OwnedNotified;
use tokio::time::{Instant, timeout_at};

use super::{Turn, find};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::notifications::Subscription;
use crate::tenant::{Caller, Tenant};

/// A lost ring is made good by looking this often.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// Before the next look when the database did not answer.
const DATABASE_PAUSE: Duration = Duration::from_millis(200);

/// Somebody's wait for the end of a turn.
pub struct TurnSubscription {
    db: Db,
    tenant: Tenant,
    session: SessionId,
    turn: TurnId,
    // Before the subscription, which counts who waits when it goes.
    ring: OwnedNotified,
    subscription: Subscription<TurnId>,
}

/// Listens for the end of a turn from now on. Whoever does so before the turn is accepted misses nothing, and need not
/// look first.
#[must_use]
pub fn subscribe(db: &Db, caller: &Caller, session: SessionId, turn: TurnId) -> TurnSubscription {
    let subscription = db.notifier().expect_turn(turn);
    let (tenant, ring) = (caller.as_system(), subscription.next_ring());
    TurnSubscription { db: db.clone(), tenant, session, turn, ring, subscription }
}

impl TurnSubscription {
    /// The turn as it is when it is done, or when `patience` is over; by its next ring, or by a look every 2 s.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is deleted meanwhile, [`Error::Unavailable`] when the database cannot be reached.
    pub async fn end(&mut self, patience: Duration) -> Result<Turn> {
        let deadline = Instant::now() + patience;
        loop {
            let ring = std::mem::replace(&mut self.ring, self.subscription.next_ring());
            let _ = timeout_at(deadline.min(Instant::now() + LOOK_AGAIN), ring).await;
            let is_over = Instant::now() >= deadline;
            match self.look().await {
                Ok(turn) if turn.status.is_final() || is_over => return Ok(turn),
                Ok(_) => {}
                Err(Error::Unavailable(_)) if !is_over => tokio::time::sleep(DATABASE_PAUSE).await,
                Err(error) => return Err(error),
            }
        }
    }

    /// The turn as it is now.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, [`Error::Unavailable`] when the database cannot be reached.
    pub async fn look(&self) -> Result<Turn> {
        find(self.db.autocommit(self.tenant), self.session, self.turn).await
    }
}
