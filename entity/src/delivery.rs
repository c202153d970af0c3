//! Something that is to reach an organization's own system.

use sea_orm::entity::prelude::*;

use crate::id::{DeliveryId, OrganizationId};

/// What kind of thing it is; says what target and subject are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum DeliveryKind {
    /// A webhook event, to a webhook endpoint.
    #[sea_orm(string_value = "webhook")]
    Webhook,
    /// A publication, to a publication target.
    #[sea_orm(string_value = "publication")]
    Publication,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum DeliveryStatus {
    #[sea_orm(string_value = "pending")]
    Pending,
    #[sea_orm(string_value = "delivered")]
    Delivered,
    #[sea_orm(string_value = "failed")]
    Failed,
    /// Its target did not want it any more.
    #[sea_orm(string_value = "cancelled")]
    Cancelled,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeliveryId,
    pub livemode: bool,
    pub kind: DeliveryKind,
    pub target_id: Uuid,
    pub subject_id: Uuid,
    /// Deliveries to one target with the same key are sent one after the other.
    pub ordering_key: Option<Uuid>,
    pub status: DeliveryStatus,
    pub attempts: i32,
    pub epoch: i32,
    pub next_attempt_at: DateTimeUtc,
    pub lease_until: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub finished_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
