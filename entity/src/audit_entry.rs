//! An entry of the audit log: an action, who did it, and what it changed.

use sea_orm::entity::prelude::*;

use crate::id::{ApiKeyId, AuditEntryId, OrganizationId, UserId};

/// Who acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum ActorKind {
    #[sea_orm(string_value = "person")]
    Person,
    /// An API key, for a member.
    #[sea_orm(string_value = "api_key")]
    ApiKey,
    /// A request whose sender is not known, such as a refused sign-in.
    #[sea_orm(string_value = "anonymous")]
    Anonymous,
    /// Postwright without a request.
    #[sea_orm(string_value = "system")]
    System,
    /// The operator of the service, on its machine.
    #[sea_orm(string_value = "operator")]
    Operator,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditEntryId,
    /// The mode of the actor's request.
    pub livemode: bool,
    pub occurred_at: DateTimeUtc,
    pub action: String,
    pub actor_kind: ActorKind,
    pub actor_user_id: Option<UserId>,
    pub actor_api_key_id: Option<ApiKeyId>,
    pub address: Option<String>,
    pub user_agent: Option<String>,
    pub request_id: Option<Uuid>,
    /// The caller's own `X-Request-Id`.
    pub caller_request_id: Option<String>,
    pub object_type: Option<String>,
    pub object_id: Option<Uuid>,
    #[sea_orm(column_type = "JsonBinary")]
    pub before: Option<Json>,
    #[sea_orm(column_type = "JsonBinary")]
    pub after: Option<Json>,
    #[sea_orm(column_type = "JsonBinary")]
    pub details: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
