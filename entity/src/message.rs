//! A message of a session, by the user or the agent.

use sea_orm::entity::prelude::*;

use crate::id::{MessageId, OrganizationId, SessionId, TurnId};

/// The author of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Speaker {
    #[sea_orm(string_value = "user")]
    User,
    #[sea_orm(string_value = "assistant")]
    Assistant,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub livemode: bool,
    pub session_id: SessionId,
    /// `None` for the greeting.
    pub turn_id: Option<TurnId>,
    pub sequence: i32,
    pub role: Speaker,
    pub text: String,
    /// Whether prompts leave the message out, because its turn was cancelled or has been retried.
    pub is_hidden: bool,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
