//! The engine's promises: an event log, idempotency keys, heads of queues, fair claims.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000002_engine"
    }
}

/// In the order in which they depend on each other.
const PARTS: [&str; 4] = [
    include_str!("engine/1_events.sql"),
    include_str!("engine/2_idempotency.sql"),
    include_str!("engine/3_turns.sql"),
    include_str!("engine/4_across.sql"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
