//! Reads and follows a session's log from any point, in any process.

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

/// A lost notification delays a follower by at most this.
const POLL_INTERVAL: Duration = Duration::from_secs(10);

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
/// [`Error::NotFound`] when the caller may not see the session.
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

/// The sequence number of a turn's first event, `turn.queued`.
///
/// # Errors
/// [`Error::NotFound`] when the caller may not see the session or it has no such turn.
pub async fn first_of_turn(tx: &TenantTx, session: SessionId, turn: TurnId) -> Result<i64> {
    sessions::find(tx, session).await?;
    let rows = tx.find::<Entity>().filter(Column::SessionId.eq(session)).filter(Column::TurnId.eq(turn));
    let first = rows.oldest_first(Column::Sequence).limit(1).one().await?;
    Ok(first.ok_or(Error::NotFound("turn"))?.sequence)
}

/// A reader of a session's log, with its position.
pub struct Follower {
    db: Db,
    caller: Caller,
    session: SessionId,
    last_seen: i64,
    subscription: Subscription<SessionId>,
}

/// Follows a session's log, beginning after the event numbered `after`; 0 begins with the first event.
#[must_use]
pub fn follow(db: &Db, caller: &Caller, session: SessionId, after: i64) -> Follower {
    let subscription = db.notifier().subscribe_to_session(session);
    Follower { db: db.clone(), caller: *caller, session, last_seen: after, subscription }
}

impl Follower {
    /// The next events, at most `most`. Waits up to `timeout` for the first one, then returns none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the session was deleted or is not retained any more, [`Error::Unauthenticated`] when the login
    /// has ended.
    pub async fn next(&mut self, most: i32, timeout: Duration) -> Result<Vec<Event>> {
        let deadline = tokio::time::Instant::now() + timeout;
        loop {
            // Enabled before the read, so that a notification in between is not missed.
            let mut notified = std::pin::pin!(self.subscription.notified());
            notified.as_mut().enable();
            let events = after(self.db.autocommit(&self.caller), self.session, self.last_seen, most).await?;
            if let Some(last) = events.last() {
                self.last_seen = last.sequence;
                return Ok(events);
            }
            if tokio::time::Instant::now() >= deadline {
                return Ok(events);
            }
            let next_poll = deadline.min(tokio::time::Instant::now() + POLL_INTERVAL);
            let _ = tokio::time::timeout_at(next_poll, notified).await;
        }
    }
}
