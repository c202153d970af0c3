//! What follows a session's expiry: the worker notices it, and an admin may reopen the session.

use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::id::SessionId;

use super::{Session, lock_retained};
use crate::audit::{self, Event};
use crate::db::Db;
use crate::error::Result;
use crate::executor::Executor;
use crate::notifications::Notification;
use crate::retention::{BATCH, repeat_batches};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct NoteExpiries = CrossTenant volatile "note_expiries" {
        ahead: Duration,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct ReopenSession = Tenant volatile "reopen_session" {
        session: SessionId,
    } -> ReopenedSession
}

returned_row! {
    pub(crate) struct ReopenedSession {
        updated_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    }
}

/// Notices sessions that have expired, and emits the webhooks of these and of those that expire within `ahead`, once per
/// expiry. Returns the number of sessions. Several processes share the work.
///
/// # Errors
/// When the database cannot be reached.
pub async fn note_expiries(db: &Db, ahead: Duration) -> Result<u64> {
    let noted = repeat_batches(BATCH, || db.call_one(NoteExpiries { ahead, limit: BATCH })).await?;
    if noted > 0 {
        db.notifier().notify(Notification::Deliverable);
    }
    Ok(noted)
}

/// Lets an expired session live as long as a new one from now on. One that has not expired stays as it is.
///
/// # Errors
/// [`crate::Error::NotFound`] as for [`super::find`].
pub async fn reopen(tx: &TenantTx, id: SessionId) -> Result<Session> {
    let session = lock_retained(tx, id, None).await?;
    if !session.is_expired {
        return Ok(session);
    }
    let ReopenedSession { updated_at, expires_at } =
        Executor::from(tx).call_one(ReopenSession { session: id }).await?;
    audit::record(tx, Event::new("session.reopened").about("session", id.0)).await?;
    Ok(Session { updated_at, expires_at, is_expired: false, ..session })
}
