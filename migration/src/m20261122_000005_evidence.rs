//! Evidence for each value of a draft.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000005_evidence"
    }
}

const PARTS: [&str; 1] = [include_str!("evidence/1_drafts.sql")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
