//! A finalized job post. It never changes, and is kept after its session is deleted.

use sea_orm::entity::prelude::*;

use crate::id::{ApiKeyId, JobPostId, OrganizationId, SessionId, UserId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "job_post")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobPostId,
    pub livemode: bool,
    pub session_id: SessionId,
    pub user_id: Option<UserId>,
    /// The API key that acted for the user, if any.
    pub api_key_id: Option<ApiKeyId>,
    pub revision: i32,
    pub company_name: String,
    pub content: Json,
    pub content_hash: String,
    pub version: Option<i32>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
