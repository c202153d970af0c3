//! An invitation to an organization.

use sea_orm::entity::prelude::*;

use crate::id::{InvitationId, OrganizationId, UserId};
use crate::membership::Role;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    pub email: String,
    pub role: Role,
    pub language: Option<String>,
    /// That of the latest e-mail.
    pub token_hash: Vec<u8>,
    /// Who sent the latest e-mail; `None` is the operator of the service.
    pub invited_by: Option<UserId>,
    pub emails_sent: i32,
    pub created_at: DateTimeUtc,
    pub sent_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub accepted_at: Option<DateTimeUtc>,
    pub accepted_by: Option<UserId>,
    pub revoked_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
