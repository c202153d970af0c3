//! The deletion of an organization. The row outlives it, with numbers only.

use sea_orm::entity::prelude::*;

use crate::id::OrganizationId;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_deletion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganizationId,
    pub requested_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    /// From then on it cannot be cancelled.
    pub started_at: Option<DateTimeUtc>,
    pub finished_at: Option<DateTimeUtc>,
    /// How many rows of each table were deleted.
    pub deleted_rows: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
