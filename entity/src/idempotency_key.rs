//! An idempotency key of a request, with the stored response.

use sea_orm::entity::prelude::*;

use crate::id::{ApiKeyId, OrganizationId, SessionId, TurnId, UserId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub livemode: bool,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub operation: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// The nil UUID for people.
    #[sea_orm(primary_key, auto_increment = false)]
    pub api_key_id: ApiKeyId,
    /// Hash of the request's target and body.
    pub fingerprint: Vec<u8>,
    /// The request's applied preferences (`Preference-Applied`).
    pub preference: Option<String>,
    pub session_id: Option<SessionId>,
    pub turn_id: Option<TurnId>,
    pub status: Option<i32>,
    #[sea_orm(column_type = "Json", nullable)]
    pub headers: Option<Json>,
    pub body: Option<String>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
