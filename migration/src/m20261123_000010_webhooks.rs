//! What leaves the house: deliveries of any kind, and the first kind, webhooks.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000010_webhooks"
    }
}

/// In the order in which they depend on each other.
const PARTS: [&str; 6] = [
    include_str!("webhooks/1_deliveries.sql"),
    include_str!("webhooks/2_endpoints.sql"),
    include_str!("webhooks/3_outbox.sql"),
    include_str!("webhooks/4_claims.sql"),
    include_str!("webhooks/5_upkeep.sql"),
    include_str!("webhooks/6_rights.sql"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
