//! The change log as history: the draft at each version, and the version that an undo restores.

use chrono::{DateTime, Utc};
use entity::draft_change::{ChangeKind, Column, Entity};
use job_post::Draft;
use sea_orm::ColumnTrait;

use super::Entry;
use crate::error::Result;
use crate::sessions::Session;
use crate::tenant_tx::TenantTx;

/// The change log of a session up to its current version, oldest entry first.
pub(crate) struct Log(Vec<Entry>);

/// An earlier state of the draft.
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

    /// The draft at a version: the fold of all entries up to it. Version 0 is the empty draft.
    pub fn draft_at(&self, version: i32) -> Draft {
        Draft::fold(self.up_to(version).flat_map(|entry| &entry.changes))
    }

    /// The version that was current at a time.
    pub fn version_at(&self, moment: DateTime<Utc>) -> i32 {
        self.0.iter().rfind(|entry| entry.created_at <= moment).map_or(0, |entry| entry.version)
    }

    /// The state that an undo restores: the draft before the last change that is in effect. Consecutive undos go further
    /// back, each to a different draft. `None` at the first state, which for a fork or a copy is
    /// its initial draft.
    pub fn before_last(&self) -> Option<Earlier> {
        let last = self.0.last()?.version;
        let now = self.draft_at(last);
        let mut version = self.effective(last);
        while version > self.first() {
            version = self.effective(version - 1);
            let draft = self.draft_at(version);
            if draft != now {
                return Some(Earlier { version, draft });
            }
        }
        None
    }

    /// Whether the last change is a manual one made after `moment`.
    pub fn ends_by_hand_after(&self, moment: DateTime<Utc>) -> bool {
        self.0.last().is_some_and(|last| last.turn_id.is_none() && last.created_at > moment)
    }

    /// The version that an undo restored; any other version itself.
    fn effective(&self, version: i32) -> i32 {
        let undo = self.entry(version).filter(|entry| entry.kind == ChangeKind::Undo);
        undo.and_then(|entry| entry.restored_version).unwrap_or(version)
    }

    /// The version that no undo goes below.
    fn first(&self) -> i32 {
        let is_initial = |entry: &Entry| matches!(entry.kind, ChangeKind::Fork | ChangeKind::Copy);
        i32::from(self.0.first().is_some_and(is_initial))
    }

    fn entry(&self, version: i32) -> Option<&Entry> {
        self.0.iter().find(|entry| entry.version == version)
    }

    fn up_to(&self, version: i32) -> impl Iterator<Item = &Entry> {
        self.0.iter().take_while(move |entry| entry.version <= version)
    }
}
