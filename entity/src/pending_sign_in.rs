//! A sign-in whose person is at the identity provider.

use sea_orm::entity::prelude::*;

use crate::id::{OrganizationId, PendingSignInId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pending_sign_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PendingSignInId,
    pub token_hash: Vec<u8>,
    /// Sealed.
    pub parameters: Vec<u8>,
    /// Whether the person has to prove anew who they are.
    pub is_fresh: bool,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
