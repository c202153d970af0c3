//! A webhook event, as receivers get it.

use sea_orm::entity::prelude::*;

use crate::id::{OrganizationId, WebhookEventId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookEventId,
    pub livemode: bool,
    #[sea_orm(column_name = "type")]
    pub kind: String,
    #[sea_orm(column_type = "Json")]
    pub data: Json,
    pub occurred_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
