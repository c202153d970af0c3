//! Following a session's log from any point, on any process.

use std::time::Duration;

use entity::event::{Column, Entity};
use entity::id::{SessionId, TurnId, UserId};
use sea_orm::ColumnTrait;

use super::Event;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::notifications::Subscription;
use crate::sessions;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Caller;
use crate::tenant_tx::TenantTx;

/// A lost ring is made good by looking this often.
const LOOK_AGAIN: Duration = Duration::from_secs(10);

stored_function! {
    pub(crate) struct ReadEvents = Tenant stable "read_events" {
        user: Option<UserId>,
        sees_all: bool,
        session: SessionId,
        after: i64,
        limit: i32,
    } -> EventRow
}

returned_row! {
    pub(crate) struct EventRow {}
    nested {
        /// None: the session has no event after that number.
        event: Option<Event> = "",
    }
}

/// Up to `most` events after the one numbered `after`, oldest first.
///
/// # Errors
/// [`Error::NotFound`] for a session that is not the caller's to see.
pub async fn after(
    executor: impl Into<Executor<'_>>,
    session: SessionId,
    after: i64,
    most: i32,
) -> Result<Vec<Event>> {
    let executor = executor.into();
    let (user, sees_all) = executor.viewer();
    let rows = executor.call(ReadEvents { user, sees_all, session, after, limit: most }).await?;
    if rows.is_empty() {
        return Err(Error::NotFound("session"));
    }
    Ok(rows.into_iter().filter_map(|row| row.event).collect())
}

/// The number of a turn's first event: that it was queued.
///
/// # Errors
/// [`Error::NotFound`] for a session that is not the caller's to see, and a turn that is none of it.
pub async fn first_of_turn(tx: &TenantTx, session: SessionId, turn: TurnId) -> Result<i64> {
    sessions::find(tx, session).await?;
    let rows = tx.find::<Entity>().filter(Column::SessionId.eq(session)).filter(Column::TurnId.eq(turn));
    let first = rows.oldest_first(Column::Sequence).limit(1).one().await?;
    Ok(first.ok_or(Error::NotFound("turn"))?.sequence)
}

/// Somebody's place in a session's log.
pub struct Follower {
    db: Db,
    caller: Caller,
    session: SessionId,
    seen: i64,
    subscription: Subscription<SessionId>,
}

/// Follows a session from behind the event numbered `after`; 0 begins at its first.
#[must_use]
pub fn follow(db: &Db, caller: &Caller, session: SessionId, after: i64) -> Follower {
    let subscription = db.notifier().expect_event(session);
    Follower { db: db.clone(), caller: *caller, session, seen: after, subscription }
}

impl Follower {
    /// The next events, at most `most`; waits up to `patience` for one, then gives none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the session is gone, [`Error::Unauthenticated`] when the login has ended.
    pub async fn next(&mut self, most: i32, patience: Duration) -> Result<Vec<Event>> {
        let deadline = tokio::time::Instant::now() + patience;
        loop {
            // Armed before the look, so that a ring in between is not missed.
            let mut ring = std::pin::pin!(self.subscription.ring());
            ring.as_mut().enable();
            let events = after(self.db.autocommit(&self.caller), self.session, self.seen, most).await?;
            if let Some(last) = events.last() {
                self.seen = last.sequence;
                return Ok(events);
            }
            if tokio::time::Instant::now() >= deadline {
                return Ok(events);
            }
            let look_again = deadline.min(tokio::time::Instant::now() + LOOK_AGAIN);
            let _ = tokio::time::timeout_at(look_again, ring).await;
        }
    }
}
