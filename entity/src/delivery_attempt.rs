//! One attempt of a delivery: the request and the response.

use sea_orm::entity::prelude::*;

use crate::id::{DeliveryId, OrganizationId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery_id: DeliveryId,
    #[sea_orm(primary_key, auto_increment = false)]
    /// The epoch of the claim that made the attempt.
    pub number: i32,
    pub livemode: bool,
    pub started_at: DateTimeUtc,
    pub finished_at: Option<DateTimeUtc>,
    pub duration_ms: Option<i32>,
    pub url: Option<String>,
    #[sea_orm(column_type = "Json", nullable)]
    pub request_headers: Option<Json>,
    pub request_body: Option<String>,
    pub response_status: Option<i32>,
    #[sea_orm(column_type = "Json", nullable)]
    pub response_headers: Option<Json>,
    pub response_body: Option<String>,
    pub error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
