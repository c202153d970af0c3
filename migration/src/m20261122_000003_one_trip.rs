//! The busiest paths as functions, a round trip each: what a turn costs is statements, not what they do.

use sea_orm_migration::prelude::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_000003_one_trip"
    }
}

/// In the order in which they depend on each other.
const PARTS: [&str; 6] = [
    include_str!("one_trip/1_ground.sql"),
    include_str!("one_trip/2_shared.sql"),
    include_str!("one_trip/3_accept.sql"),
    include_str!("one_trip/4_read.sql"),
    include_str!("one_trip/5_finish.sql"),
    include_str!("one_trip/6_across.sql"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run_parts(manager, &PARTS).await
    }
}
