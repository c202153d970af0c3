//! A refresh token, stored as a hash.

use sea_orm::entity::prelude::*;

use crate::id::{LoginId, OrganizationId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "refresh_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: Vec<u8>,
    pub login_id: LoginId,
    pub created_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
    pub successor_hash: Option<Vec<u8>>,
    pub voided_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
