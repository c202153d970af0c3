//! An organization's identity provider.

use sea_orm::entity::prelude::*;

use crate::id::{IdentityProviderId, OrganizationId};
use crate::membership::Role;

#[derive(Clone, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_provider")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: IdentityProviderId,
    pub issuer: String,
    pub client_id: String,
    /// Sealed.
    pub client_secret: Vec<u8>,
    pub redirect_uris: Vec<String>,
    /// Whether people who sign in without an invitation become members.
    pub just_in_time: bool,
    /// The role of members who join by `just_in_time`.
    pub default_role: Role,
    /// Whether members with an address in a verified domain may use no password.
    pub enforced: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

/// Leaves the secret out.
impl std::fmt::Debug for Model {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("identity_provider").field("id", &self.id).finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
