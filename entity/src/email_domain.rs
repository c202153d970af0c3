//! An e-mail domain of an organization.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::id::{EmailDomainId, OrganizationId};

/// The local part of the address of a domain's administrator: the constructed addresses of the CA/Browser Forum's Baseline
/// Requirements, section 3.2.2.4.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Recipient {
    #[sea_orm(string_value = "admin")]
    Admin,
    #[sea_orm(string_value = "administrator")]
    Administrator,
    #[sea_orm(string_value = "hostmaster")]
    Hostmaster,
    #[sea_orm(string_value = "postmaster")]
    Postmaster,
    #[sea_orm(string_value = "webmaster")]
    Webmaster,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "email_domain")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EmailDomainId,
    pub domain: String,
    pub recipient: Recipient,
    /// That of the latest link; `None` when it was used.
    pub token_hash: Option<Vec<u8>>,
    pub sent_at: DateTimeUtc,
    /// When the latest link expires.
    pub expires_at: DateTimeUtc,
    pub verified_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
