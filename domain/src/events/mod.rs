//! A session's event log, which streams follow. Each event is a row; notifications are only hints to read.

mod feed;
mod job_data;
mod new_event;

use chrono::{DateTime, Utc};
use entity::id::{SessionId, TurnId};
use serde_json::Value;

pub(crate) use feed::ReadEvents;
pub use feed::{Follower, after, first_of_turn, follow};
pub use job_data::{job_data, member, pointer};
pub(crate) use new_event::{NewEvent, to_json};

use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    /// False when there is no such session.
    pub(crate) struct AppendEvents = Tenant volatile "append_events" {
        session: SessionId,
        events: String,
    } -> bool
}

returned_row! {
    /// One entry of a session's log.
    #[derive(Clone, Debug)]
    pub struct Event {
        /// Rises within the session, with gaps where old pieces of replies were deleted.
        sequence: i64,
        kind: String,
        turn_id: Option<TurnId>,
        data: Value,
        created_at: DateTime<Utc>,
    }
}

/// Appends events to a session's log, and locks the session until the transaction ends.
///
/// # Errors
/// [`Error::NotFound`] when the session was deleted.
pub(crate) async fn append(tx: &TenantTx, session: SessionId, new_events: &[NewEvent<'_>]) -> Result<()> {
    let call = AppendEvents { session, events: to_json(new_events) };
    if !Executor::from(tx).call_one(call).await? {
        return Err(Error::NotFound("session"));
    }
    tx.notify_event(session);
    Ok(())
}
