//! One event of a session's log, which streams follow.

use sea_orm::entity::prelude::*;

use crate::id::{OrganizationId, SessionId, TurnId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: SessionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    pub livemode: bool,
    pub turn_id: Option<TurnId>,
    #[sea_orm(column_name = "type")]
    pub kind: String,
    #[sea_orm(column_type = "Json")]
    pub data: Json,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
