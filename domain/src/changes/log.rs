//! What a draft was at any version, and which version an undo goes back to.

use chrono::{DateTime, Utc};
use entity::draft_change::{ChangeKind, Column, Entity};
use job_post::Draft;
use sea_orm::ColumnTrait;

use super::Entry;
use crate::error::Result;
use crate::sessions::Session;
use crate::tenant_tx::TenantTx;

/// The whole log of a session up to its version, oldest first.
pub(crate) struct Log(Vec<Entry>);

/// A draft of before.
#[derive(Clone, Debug)]
pub struct Earlier {
    pub version: i32,
    pub draft: Draft,
}

impl Log {
    pub async fn read(tx: &TenantTx, session: &Session) -> Result<Self> {
        let own = tx.find::<Entity>().filter(Column::SessionId.eq(session.id));
        let until_now = own.filter(Column::Version.lte(session.version));
        let rows = until_now.oldest_first(Column::Version).all().await?;
        rows.into_iter().map(Entry::from_row).collect::<Result<_>>().map(Self)
    }

    /// The draft as it was at a version: the fold of the entries up to it; 0 is the empty one.
    pub fn draft_at(&self, version: i32) -> Draft {
        Draft::fold(self.up_to(version).flat_map(|entry| &entry.changes))
    }

    /// The version at a moment.
    pub fn version_at(&self, moment: DateTime<Utc>) -> i32 {
        self.0.iter().rfind(|entry| entry.created_at <= moment).map_or(0, |entry| entry.version)
    }

    /// What an undo goes back to: the state before the last change that stands. Several in a row walk on from there, each
    /// to a draft that differs. None at the beginning; what a fork began with is one.
    pub fn before_last(&self) -> Option<Earlier> {
        let last = self.0.last()?.version;
        let now = self.draft_at(last);
        let mut version = self.standing(last);
        while version > self.beginning() {
            version = self.standing(version - 1);
            let draft = self.draft_at(version);
            if draft != now {
                return Some(Earlier { version, draft });
            }
        }
        None
    }

    /// Whether the last change was made by hand, later than this.
    pub fn ends_by_hand_after(&self, moment: DateTime<Utc>) -> bool {
        self.0.last().is_some_and(|last| last.turn_id.is_none() && last.created_at > moment)
    }

    /// The version whose change a version stands for: that which an undo brought back, else itself.
    fn standing(&self, version: i32) -> i32 {
        let undo = self.entry(version).filter(|entry| entry.kind == ChangeKind::Undo);
        undo.and_then(|entry| entry.restored_version).unwrap_or(version)
    }

    fn beginning(&self) -> i32 {
        let is_fork = self.0.first().is_some_and(|entry| entry.kind == ChangeKind::Fork);
        i32::from(is_fork)
    }

    fn entry(&self, version: i32) -> Option<&Entry> {
        self.0.iter().find(|entry| entry.version == version)
    }

    fn up_to(&self, version: i32) -> impl Iterator<Item = &Entry> {
        self.0.iter().take_while(move |entry| entry.version <= version)
    }
}
