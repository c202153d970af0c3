//! A turn: a user's message and its processing.

use sea_orm::entity::prelude::*;

use crate::id::{ApiKeyId, OrganizationId, SessionId, TurnId, UserId};

/// The status of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum TurnStatus {
    #[sea_orm(string_value = "queued")]
    Queued,
    #[sea_orm(string_value = "running")]
    Running,
    #[sea_orm(string_value = "succeeded")]
    Succeeded,
    #[sea_orm(string_value = "failed")]
    Failed,
    #[sea_orm(string_value = "cancelled")]
    Cancelled,
}

impl TurnStatus {
    /// Whether the turn has ended, so that its status never changes again.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "turn")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TurnId,
    pub livemode: bool,
    pub session_id: SessionId,
    pub user_id: Option<UserId>,
    /// The API key that acted for the user, if any.
    pub api_key_id: Option<ApiKeyId>,
    pub sequence: i32,
    pub status: TurnStatus,
    /// Whether the turn is the head of its session's queue, the only one that can be claimed.
    pub is_head: bool,
    pub retry_of: Option<TurnId>,
    /// The fencing token, which rises with every claim.
    pub epoch: i32,
    /// The number of claims that ended with a lost lease, and the current one.
    pub claims: i32,
    pub llm_calls: i32,
    pub run_after: DateTimeUtc,
    pub lease_until: Option<DateTimeUtc>,
    /// The name of the worker that claimed it last.
    pub worker: Option<String>,
    pub error_code: Option<String>,
    pub trace: Option<Json>,
    pub created_at: DateTimeUtc,
    pub started_at: Option<DateTimeUtc>,
    pub finished_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
