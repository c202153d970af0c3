//! Publications: what is finished is delivered to the organization's own system.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000011_publications"
    }
}

const PARTS: [&str; 2] =
    [include_str!("publications/1_targets.sql"), include_str!("publications/2_revisions.sql")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
