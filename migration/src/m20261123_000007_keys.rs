//! API keys, what was done with them, and turns of test mode beside those of live mode.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000007_keys"
    }
}

/// In the order in which they depend on each other.
const PARTS: [&str; 3] =
    [include_str!("keys/1_keys.sql"), include_str!("keys/2_traces.sql"), include_str!("keys/3_across.sql")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
