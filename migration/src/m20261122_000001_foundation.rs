//! Roles, people, sessions, turns and job posts, behind row-level security from the start.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000001_foundation"
    }
}

/// In the order in which they depend on each other.
const PARTS: [&str; 7] = [
    include_str!("foundation/1_roles.sql"),
    include_str!("foundation/2_clock.sql"),
    include_str!("foundation/3_people.sql"),
    include_str!("foundation/4_conversations.sql"),
    include_str!("foundation/5_tenancy.sql"),
    include_str!("foundation/6_across.sql"),
    include_str!("foundation/7_queue.sql"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
