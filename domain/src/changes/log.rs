//! The change log as history: the draft at each version, and the version that an undo restores.
//!
//! Some entries have a snapshot of the draft, so only the entries from the latest snapshot on are read: what a read takes
//! depends on the size of the draft, not on the length of the log.

use chrono::{DateTime, Utc};
use entity::draft_change::{ChangeKind, Column, Entity};
use entity::id::{SessionId, TurnId};
use job_post::{Change, Draft};
use sea_orm::ColumnTrait;
use serde_json::Value;

use crate::error::Result;
use crate::executor::Executor;
use crate::sessions::Session;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct ReadLog = Tenant stable "read_log" {
        session: SessionId,
        version: i32,
    } -> LoggedChange
}

returned_row! {
    pub(crate) struct LoggedChange {
        version: i32,
        kind: ChangeKind,
        turn_id: Option<TurnId>,
        restored_version: Option<i32>,
        created_at: DateTime<Utc>,
        /// The draft after the change.
        snapshot: Option<Value>,
        /// None if there is a snapshot.
        changes: Option<Value>,
    }
}

/// The change log of a session up to its current version.
pub(crate) struct Log<'a> {
    tx: &'a TenantTx,
    session: &'a Session,
    /// What was read last.
    part: Part,
}

/// Consecutive entries, oldest first.
#[derive(Default)]
struct Part(Vec<Logged>);

struct Logged {
    version: i32,
    kind: ChangeKind,
    turn_id: Option<TurnId>,
    restored_version: Option<i32>,
    created_at: DateTime<Utc>,
    content: LoggedContent,
}

enum LoggedContent {
    Snapshot(Box<Draft>),
    Changes(Vec<Change>),
}

/// An earlier state of the draft.
#[derive(Clone, Debug)]
pub struct Earlier {
    pub version: i32,
    pub draft: Draft,
}

impl<'a> Log<'a> {
    pub fn of(tx: &'a TenantTx, session: &'a Session) -> Self {
        Self { tx, session, part: Part::default() }
    }

    /// The draft at a version: the fold of all entries up to it. Version 0 is the empty draft.
    pub async fn draft_at(&mut self, version: i32) -> Result<Draft> {
        if version == self.session.version {
            return Ok(self.session.draft.clone());
        }
        self.read_to(version).await?;
        Ok(self.part.draft_at(version))
    }

    /// The version that was current at a time.
    pub async fn version_at(&self, moment: DateTime<Utc>) -> Result<i32> {
        let own = self.tx.find::<Entity>().filter(Column::SessionId.eq(self.session.id));
        let until_now = own.filter(Column::Version.lte(self.session.version));
        let until_then = until_now.filter(Column::CreatedAt.lte(moment));
        let latest = until_then.newest_first(Column::Version).one().await?;
        Ok(latest.map_or(0, |entry| entry.version))
    }

    /// The state that an undo restores: the draft before the last change that is in effect. Consecutive undos go further
    /// back, each to a different draft. `None` at the first state, which for a fork or a copy is
    /// its initial draft.
    pub async fn before_last(&mut self) -> Result<Option<Earlier>> {
        let mut version = self.effective(self.session.version).await?;
        while !self.is_first(version).await? {
            version = self.effective(version - 1).await?;
            let draft = self.draft_at(version).await?;
            if draft != self.session.draft {
                return Ok(Some(Earlier { version, draft }));
            }
        }
        Ok(None)
    }

    /// Whether the last change is a manual one made after `moment`.
    pub async fn ends_by_hand_after(&mut self, moment: DateTime<Utc>) -> Result<bool> {
        let last = self.entry(self.session.version).await?;
        Ok(last.is_some_and(|last| last.turn_id.is_none() && last.created_at > moment))
    }

    /// The version that an undo restored; any other version itself.
    async fn effective(&mut self, version: i32) -> Result<i32> {
        let undo = self.entry(version).await?.filter(|entry| entry.kind == ChangeKind::Undo);
        Ok(undo.and_then(|entry| entry.restored_version).unwrap_or(version))
    }

    /// Whether no undo goes below this version.
    async fn is_first(&mut self, version: i32) -> Result<bool> {
        if version > 1 {
            return Ok(false);
        }
        let entry = self.entry(version).await?;
        Ok(entry.is_none_or(|entry| matches!(entry.kind, ChangeKind::Fork | ChangeKind::Copy)))
    }

    /// `None` for version 0.
    async fn entry(&mut self, version: i32) -> Result<Option<&Logged>> {
        self.read_to(version).await?;
        Ok(self.part.entry(version))
    }

    /// Reads the part of the log that makes up a version, unless it is there.
    async fn read_to(&mut self, version: i32) -> Result<()> {
        if version > 0 && self.part.entry(version).is_none() {
            let call = ReadLog { session: self.session.id, version };
            let rows = Executor::from(self.tx).call(call).await?;
            self.part = Part(rows.into_iter().map(Logged::from_row).collect::<Result<_>>()?);
        }
        Ok(())
    }
}

impl Part {
    /// The draft at a version of this part; the empty one at version 0.
    fn draft_at(&self, version: i32) -> Draft {
        let mut draft = Draft::default();
        for entry in self.0.iter().take_while(|entry| entry.version <= version) {
            match &entry.content {
                LoggedContent::Snapshot(snapshot) => draft.clone_from(snapshot),
                LoggedContent::Changes(changes) => changes.iter().for_each(|change| draft.apply(change)),
            }
        }
        draft
    }

    fn entry(&self, version: i32) -> Option<&Logged> {
        self.0.iter().find(|entry| entry.version == version)
    }
}

impl Logged {
    fn from_row(row: LoggedChange) -> Result<Self> {
        let content = match row.snapshot {
            Some(snapshot) => LoggedContent::Snapshot(serde_json::from_value(snapshot)?),
            None => LoggedContent::Changes(serde_json::from_value(row.changes.unwrap_or_default())?),
        };
        Ok(Self {
            version: row.version,
            kind: row.kind,
            turn_id: row.turn_id,
            restored_version: row.restored_version,
            created_at: row.created_at,
            content,
        })
    }
}
