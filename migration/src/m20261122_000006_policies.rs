//! What an organization demands of its job posts.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000006_policies"
    }
}

const PARTS: [&str; 2] = [include_str!("policies/1_settings.sql"), include_str!("policies/2_read.sql")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
