//! A delivery: one subject on its way to one target (transactional outbox).

use sea_orm::entity::prelude::*;

use crate::id::{DeliveryId, OrganizationId};

/// The kind of a delivery, which says what its target and its subject are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum DeliveryKind {
    /// Subject: a webhook event. Target: a webhook endpoint.
    #[sea_orm(string_value = "webhook")]
    Webhook,
    /// Subject: a publication. Target: a publication target.
    #[sea_orm(string_value = "publication")]
    Publication,
}

/// The status of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum DeliveryStatus {
    #[sea_orm(string_value = "pending")]
    Pending,
    #[sea_orm(string_value = "delivered")]
    Delivered,
    #[sea_orm(string_value = "failed")]
    Failed,
    /// The target was disabled or removed before it received the delivery.
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
    /// Deliveries to one target with the same key are sent one after another.
    pub ordering_key: Option<Uuid>,
    pub status: DeliveryStatus,
    /// The number of attempts since the delivery was created or last resent.
    pub attempts: i32,
    /// The fencing token, which rises with every claim.
    pub epoch: i32,
    pub next_attempt_at: DateTimeUtc,
    pub lease_until: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub finished_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
