//! Edits by hand, undo, restore and fork: further kinds of entries in the one change log.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000004_edits"
    }
}

/// In the order in which they depend on each other.
const PARTS: [&str; 4] = [
    include_str!("edits/1_log.sql"),
    include_str!("edits/2_revisions.sql"),
    include_str!("edits/3_finish.sql"),
    include_str!("edits/4_forks.sql"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
