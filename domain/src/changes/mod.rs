//! The change log of a session: one entry for each turn, edit, undo and restore that changed the draft. The draft is the
//! fold of the log.

mod by_hand;
mod forks;
mod log;

use chrono::{DateTime, Utc};
use entity::draft_change::{Column, Entity, Model};
use entity::id::{ApiKeyId, SessionId, TurnId, UserId};
use job_post::Change;
use sea_orm::ColumnTrait;

pub(crate) use by_hand::{EditDraft, violations};
pub use by_hand::{RestoreTarget, edit, restore, undo};
pub use entity::draft_change::ChangeKind;
pub use forks::fork;
pub(crate) use forks::{CopyConversation, ListTurnsToFork};
pub use log::Earlier;
pub(crate) use log::{Log, ReadLog};

use crate::error::Result;
use crate::page::{Page, Paged};
use crate::sessions;
use crate::tenant_tx::TenantTx;

/// One entry of the log.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The session's version from this entry on; the first is 1.
    pub version: i32,
    pub kind: ChangeKind,
    /// The user who made the change; `None` for an API key that acted for no member.
    pub user_id: Option<UserId>,
    /// The API key that acted, if any.
    pub api_key_id: Option<ApiKeyId>,
    /// The turn that made the change; `None` for a manual change.
    pub turn_id: Option<TurnId>,
    /// The version that an undo or a restore restored.
    pub restored_version: Option<i32>,
    pub changes: Vec<Change>,
    pub created_at: DateTime<Utc>,
}

/// The entries of a session's log, newest first.
///
/// # Errors
/// [`Error::NotFound`] when the caller may not see the session.
pub async fn list(tx: &TenantTx, session: SessionId, page: &Page) -> Result<Paged<Entry>> {
    sessions::find(tx, session).await?;
    let mut rows = tx.find::<Entity>().filter(Column::SessionId.eq(session));
    if let Some(after) = page.key::<i32>()? {
        rows = rows.filter(Column::Version.lt(after));
    }
    let rows = rows.newest_first(Column::Version).limit(page.fetch()).all().await?;
    let entries = rows.into_iter().map(Entry::from_row).collect::<Result<Vec<_>>>()?;
    Ok(page.cut(entries, |entry| entry.version.to_string()))
}

impl Entry {
    fn from_row(row: Model) -> Result<Self> {
        Ok(Self {
            version: row.version,
            kind: row.kind,
            user_id: row.user_id,
            api_key_id: row.api_key_id,
            turn_id: row.turn_id,
            restored_version: row.restored_version,
            changes: serde_json::from_value(row.changes)?,
            created_at: row.created_at,
        })
    }
}
