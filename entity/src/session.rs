//! A conversation and the job post that grows in it.

use sea_orm::entity::prelude::*;

use crate::id::{ApiKeyId, OrganizationId, SessionId, UserId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub livemode: bool,
    pub user_id: UserId,
    /// The key that acted for them, if one did.
    pub api_key_id: Option<ApiKeyId>,
    pub company_name: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub draft: Json,
    pub version: i32,
    pub is_complete: bool,
    pub shown_hash: Option<String>,
    pub next_sequence: i32,
    pub message_count: i32,
    pub next_event: i64,
    pub locale: Option<String>,
    pub forked_from: Option<SessionId>,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
