//! A session: a conversation and its draft of a job post.

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
    pub user_id: Option<UserId>,
    /// The API key that acted for the user, if any.
    pub api_key_id: Option<ApiKeyId>,
    pub company_name: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub draft: Json,
    /// The number of the draft's changes.
    pub version: i32,
    pub is_complete: bool,
    /// Hash of the content that the last shown summary was about.
    pub shown_hash: Option<String>,
    /// The sequence number of the next turn.
    pub next_sequence: i32,
    pub message_count: i32,
    /// The sequence number of the next event.
    pub next_event: i64,
    pub locale: Option<String>,
    pub forked_from: Option<SessionId>,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    /// Whether the worker has noticed that it expired.
    pub expiry_noticed: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
