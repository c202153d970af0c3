//! An entry of the request log: a request that was refused or failed.

use sea_orm::entity::prelude::*;

use crate::id::{ApiKeyId, OrganizationId, UserId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "request_log_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    /// The `X-Request-Id` of the response.
    #[sea_orm(primary_key, auto_increment = false)]
    pub request_id: Uuid,
    pub livemode: bool,
    pub occurred_at: DateTimeUtc,
    pub method: String,
    pub path: String,
    /// `None` when the request timed out or failed inside the server.
    pub operation_id: Option<String>,
    pub status: i32,
    /// The code of the problem.
    pub code: String,
    pub user_id: Option<UserId>,
    pub api_key_id: Option<ApiKeyId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
