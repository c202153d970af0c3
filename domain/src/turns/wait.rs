//! Waits for the end of a turn by notification, with a slow poll as a fallback.

use std::time::Duration;

use entity::id::{SessionId, TurnId};
use tokio::sync::futures::OwnedNotified;
use tokio::time::{Instant, timeout_at};

use super::{Turn, find};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::notifications::Subscription;
use crate::tenant::{Caller, Tenant};

/// A lost notification delays the wait by at most this.
const POLL_INTERVAL: Duration = Duration::from_secs(2);

/// Pause before the next read when the database is unavailable, or too many other reads wait for it.
const RETRY_PAUSE: Duration = Duration::from_millis(200);

/// A subscription to the end of one turn.
pub struct TurnSubscription {
    db: Db,
    tenant: Tenant,
    session: SessionId,
    turn: TurnId,
    // Declared, and so dropped, before the subscription: that counts the remaining waiters when it is dropped.
    notified: OwnedNotified,
    subscription: Subscription<TurnId>,
}

/// Subscribes to the end of a turn from now on. A subscription made before the turn is accepted cannot miss its end.
#[must_use]
pub fn subscribe(db: &Db, caller: &Caller, session: SessionId, turn: TurnId) -> TurnSubscription {
    let subscription = db.notifier().subscribe_to_turn(turn);
    let (tenant, notified) = (caller.as_system(), subscription.next());
    TurnSubscription { db: db.clone(), tenant, session, turn, notified, subscription }
}

impl TurnSubscription {
    /// Waits until the turn has ended or `timeout` is over, and returns the turn as it is then. The wait survives an
    /// unavailable or busy database.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the turn is deleted, [`Error::Unavailable`] or [`Error::TooMany`] when it cannot be read at the end.
    pub async fn wait(&mut self, timeout: Duration) -> Result<Turn> {
        let deadline = Instant::now() + timeout;
        loop {
            let notified = std::mem::replace(&mut self.notified, self.subscription.next());
            let _ = timeout_at(deadline.min(Instant::now() + POLL_INTERVAL), notified).await;
            let is_over = Instant::now() >= deadline;
            match self.read().await {
                Ok(turn) if turn.status.is_final() || is_over => return Ok(turn),
                Ok(_) => {}
                Err(Error::Unavailable(_) | Error::TooMany { .. }) if !is_over => {
                    tokio::time::sleep(RETRY_PAUSE).await;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// The turn as it is now.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the turn does not exist, [`Error::Unavailable`] when the database cannot be reached,
    /// [`Error::TooMany`] when too many reads of the organization wait for it.
    pub async fn read(&self) -> Result<Turn> {
        find(self.db.autocommit(self.tenant), self.session, self.turn).await
    }
}
