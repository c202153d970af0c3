//! An API key: the credential of a program.

use sea_orm::entity::prelude::*;

use crate::id::{ApiKeyId, OrganizationId, UserId};

/// Why a key was revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum RevokeReason {
    /// An admin revoked it.
    #[sea_orm(string_value = "revoked")]
    Revoked,
    /// Who created it left the organization.
    #[sea_orm(string_value = "creator_left")]
    CreatorLeft,
    /// Who created it ceased to be an admin.
    #[sea_orm(string_value = "creator_demoted")]
    CreatorDemoted,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "api_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApiKeyId,
    /// The mode of the requests made with the key. Admins see the keys of both modes.
    pub livemode: bool,
    pub name: String,
    pub secret_hash: Vec<u8>,
    pub scopes: Vec<String>,
    pub created_by: UserId,
    pub created_at: DateTimeUtc,
    pub expires_at: Option<DateTimeUtc>,
    pub last_used_at: Option<DateTimeUtc>,
    pub revoked_at: Option<DateTimeUtc>,
    pub revoke_reason: Option<RevokeReason>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
