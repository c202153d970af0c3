//! A session's event log, which streams follow. Each event is a row; notifications are only hints to read.

mod feed;
mod job_data;
mod new_event;

use chrono::{DateTime, Utc};
use entity::id::{SessionId, TurnId};
use serde_json::Value;

pub use feed::{Follower, after, first_of_turn, follow};
pub use job_data::{job_data, member, pointer};
pub(crate) use new_event::{NewEvent, to_json};

use crate::error::{Error, Result};
use crate::executor::{Executor, StoredFunction};
use crate::tenant_tx::TenantTx;

const APPEND_EVENTS: StoredFunction = StoredFunction { name: "tell", columns: "f" };

/// One entry of a session's log.
#[derive(Clone, Debug)]
pub struct Event {
    /// Rises within the session, with gaps where old pieces of replies were deleted.
    pub sequence: i64,
    pub kind: String,
    pub turn_id: Option<TurnId>,
    pub data: Value,
    pub created_at: DateTime<Utc>,
}

/// Appends events to a session's log, and locks the session until the transaction ends.
///
/// # Errors
/// [`Error::NotFound`] when the session was deleted.
pub(crate) async fn append(tx: &TenantTx, session: SessionId, new_events: &[NewEvent<'_>]) -> Result<()> {
    let arguments = [session.into(), to_json(new_events).into()];
    let rows = Executor::from(tx).call(&APPEND_EVENTS, arguments).await?;
    let is_appended = rows.first().map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(false);
    if !is_appended {
        return Err(Error::NotFound("session"));
    }
    tx.notify_event(session);
    Ok(())
}
