//! A login of a person in one organization.

use sea_orm::entity::prelude::*;

use crate::id::{LoginId, OrganizationId, UserId};

/// How a person proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum AuthenticationMethod {
    /// The password of the account, and its second factor if it has one.
    #[sea_orm(string_value = "password")]
    Password,
    /// The organization's identity provider.
    #[sea_orm(string_value = "single_sign_on")]
    SingleSignOn,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "login")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: OrganizationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LoginId,
    pub user_id: UserId,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub revoked_at: Option<DateTimeUtc>,
    pub last_used_at: DateTimeUtc,
    pub user_agent: Option<String>,
    pub address: Option<String>,
    /// When the person last proved who they are.
    pub authenticated_at: DateTimeUtc,
    pub authenticated_by: AuthenticationMethod,
    /// Whether the login may only add a second factor.
    pub enrolment_required: bool,
    /// Where the login goes on that continues this one.
    pub moved_to_organization_id: Option<OrganizationId>,
    pub moved_to_login_id: Option<LoginId>,
    /// Hash of the secret in the cookie, if a browser holds the login.
    pub browser_hash: Option<Vec<u8>>,
    /// How many refresh tokens have followed its first one.
    pub refreshes: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
