//! One entry of a session's change log: the accepted changes of a turn, or a manual change.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::id::{ApiKeyId, OrganizationId, SessionId, TurnId, UserId};

/// The origin of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum ChangeKind {
    #[sea_orm(string_value = "turn")]
    Turn,
    #[sea_orm(string_value = "edit")]
    Edit,
    #[sea_orm(string_value = "undo")]
    Undo,
    #[sea_orm(string_value = "restore")]
    Restore,
    /// The initial draft of a fork.
    #[sea_orm(string_value = "fork")]
    Fork,
    /// The initial draft of a session that begins with an earlier job post or with standing benefits.
    #[sea_orm(string_value = "copy")]
    Copy,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: SessionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub livemode: bool,
    pub kind: ChangeKind,
    pub user_id: Option<UserId>,
    /// The API key that acted for the user, if any.
    pub api_key_id: Option<ApiKeyId>,
    pub turn_id: Option<TurnId>,
    /// The version that an undo or a restore restored.
    pub restored_version: Option<i32>,
    pub changes: Json,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
