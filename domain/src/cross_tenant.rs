//! Accounts, memberships and refresh tokens, which are looked up before an organization is known or beyond one.

use chrono::{DateTime, Utc};
use entity::id::{LoginId, OrganizationId, UserId};
use uuid::Uuid;

use crate::db::Db;
use crate::error::Result;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Role;

/// The index that refuses a second account of an e-mail address.
pub(crate) const ONE_ACCOUNT_PER_EMAIL: &str = "one_account_per_email";

stored_function! {
    pub(crate) struct FindAccount = CrossTenant stable "find_account" {
        email: String,
    } -> Account
}

returned_row! {
    /// An account, as needed to check a password.
    pub(crate) struct Account {
        user_id: UserId,
        password_hash: String,
    }
}

stored_function! {
    pub(crate) struct CreateOwner = CrossTenant volatile "create_owner" {
        user: UserId,
        email: String,
        name: String,
        password_hash: String,
        language: Option<String>,
        organization: OrganizationId,
        organization_name: String,
    } -> ()
}

stored_function! {
    #[derive(Clone)]
    pub(crate) struct CreateAccount = CrossTenant volatile "create_account" {
        user: UserId,
        email: String,
        name: String,
        password_hash: String,
        language: Option<String>,
    } -> ()
}

stored_function! {
    /// Returns the members of the transaction's organization only.
    pub(crate) struct ListAccounts = CrossTenant stable "list_accounts" {
        users: Vec<Uuid>,
    } -> PublicAccount
}

returned_row! {
    /// A person as their organization sees them.
    pub(crate) struct PublicAccount {
        user_id: UserId,
        email: String,
        name: String,
    }
}

stored_function! {
    pub(crate) struct ReplacePasswordHash = CrossTenant volatile "replace_password_hash" {
        user: UserId,
        old_hash: String,
        new_hash: String,
    } -> bool
}

stored_function! {
    pub(crate) struct ListMemberships = CrossTenant stable "list_memberships" {
        user: UserId,
    } -> Membership
}

returned_row! {
    /// A user's membership of an organization.
    #[derive(Clone, Debug)]
    pub struct Membership {
        organization_id: OrganizationId,
        organization_name: String,
        role: Role,
        suspended_at: Option<DateTime<Utc>>,
    }
}

stored_function! {
    pub(crate) struct FindRefreshToken = CrossTenant stable "find_refresh_token" {
        organization: OrganizationId,
        token_hash: Vec<u8>,
    } -> TokenLogin
}

returned_row! {
    /// The login that a refresh token belongs to.
    pub(crate) struct TokenLogin {
        login_id: LoginId,
        user_id: UserId,
    }
}

pub(crate) async fn find_account(db: &Db, email: &str) -> Result<Option<Account>> {
    Ok(db.call(FindAccount { email: email.to_owned() }).await?.pop())
}

/// The user's organizations, oldest membership first.
pub(crate) async fn memberships(db: &Db, user: UserId) -> Result<Vec<Membership>> {
    db.call(ListMemberships { user }).await
}
