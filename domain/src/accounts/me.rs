//! The caller's own account and memberships.

use entity::id::{ApiKeyId, OrganizationId, UserId};
use job_post::Language;
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::names::check_name;
use crate::audit;
use crate::cross_tenant::{self, Membership};
use crate::db::Db;
use crate::emails::{self, Email, EmailKind};
use crate::error::{Error, Result};
use crate::organizations;
use crate::scopes::Scopes;
use crate::single_sign_on::{has_whole_reach, require_whole_reach};
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant::{Caller, Role};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct ReadAccount = CrossTenant stable "read_account" {
        user: UserId,
    } -> OwnAccount
}

returned_row! {
    /// A person's own account.
    pub(crate) struct OwnAccount {
        email: String,
        name: String,
        language: Option<String>,
        password_hash: String,
    }
}

stored_function! {
    pub(crate) struct UpdateAccount = CrossTenant volatile "update_account" {
        user: UserId,
        name: Option<String>,
        language: Option<String>,
    } -> ChangedAccount
}

returned_row! {
    /// What of the account is not as it was before.
    pub(crate) struct ChangedAccount {
        name_changed: bool,
        language_changed: bool,
    }
}

impl OwnAccount {
    pub fn language(&self) -> Option<Language> {
        self.language.as_deref().and_then(Language::from_locale)
    }
}

impl Profile {
    fn of(user_id: UserId, account: OwnAccount) -> Self {
        Self { user_id, language: account.language(), email: account.email, name: account.name }
    }
}

/// A change of the caller's account; absent members stay.
#[derive(Clone, Debug)]
pub struct AccountChange {
    pub name: Option<String>,
    /// The language of e-mails to the person.
    pub language: Option<Language>,
}

/// What a person says of themselves.
#[derive(Clone, Debug)]
pub struct Profile {
    pub user_id: UserId,
    pub email: String,
    pub name: String,
    /// The language of e-mails to the person.
    pub language: Option<Language>,
}

/// The caller's account, organization and memberships.
#[derive(Debug)]
pub struct Me {
    /// The person, or the member that an API key acts for; `None` for an API key that acts for no member.
    pub profile: Option<Profile>,
    /// The organization of this login or API key.
    pub organization_id: OrganizationId,
    pub role: Role,
    pub livemode: bool,
    /// The API key that acts, if any, and its scopes.
    pub api_key: Option<(ApiKeyId, Scopes)>,
    /// All organizations that the person belongs to; for an API key and a login by single sign-on only this one.
    pub organizations: Vec<Membership>,
}

/// Reads the caller's account, organization and memberships.
///
/// # Errors
/// [`Error::Unauthenticated`] when the login has ended.
pub async fn me(db: &Db, caller: &Caller) -> Result<Me> {
    let tx = db.begin(caller).await?;
    let profile = match tx.user() {
        Some(user) => Some(Profile::of(user, own_account_in(tx.raw(), user).await?)),
        None => None,
    };
    let organization_name = organizations::own(&tx).await?.name;
    let sees_all = caller.api_key_id().is_none() && has_whole_reach(&tx).await?;
    tx.commit().await?;
    let organizations = match caller.user_id() {
        Some(user) if sees_all => cross_tenant::memberships(db, user).await?,
        _ => vec![Membership {
            organization_id: caller.organization_id(),
            organization_name,
            role: caller.role(),
            suspended_at: None,
        }],
    };
    Ok(Me {
        profile,
        organization_id: caller.organization_id(),
        role: caller.role(),
        livemode: caller.is_live(),
        api_key: caller.api_key_id().zip(caller.scopes()),
        organizations,
    })
}

/// Changes the caller's name or language.
///
/// # Errors
/// [`Error::Invalid`] for an invalid name, [`Error::Forbidden`] `password_sign_in_required`, [`Error::Unauthenticated`] when the
/// login has ended.
pub async fn update_me(db: &Db, caller: &Caller, change: AccountChange) -> Result<Me> {
    let name = change.name.map(|name| check_name("/name", &name)).transpose()?;
    let language = change.language.map(|language| language.code().to_owned());
    let tx = db.begin(caller).await?;
    require_whole_reach(&tx).await?;
    let user = tx.person()?.user;
    let changed = call_in(tx.raw(), UpdateAccount { user, name, language }).await?.pop();
    record_change(&tx, user, changed.ok_or(Error::NotFound("user"))?).await?;
    tx.commit().await?;
    me(db, caller).await
}

async fn record_change(tx: &TenantTx, user: UserId, changed: ChangedAccount) -> Result<()> {
    let ChangedAccount { name_changed: name, language_changed: language } = changed;
    if !name && !language {
        return Ok(());
    }
    let details = json!({ "changed": { "name": name, "language": language } });
    audit::record_of_account(tx.raw(), user, "account.updated", Some(details)).await
}

/// Enqueues an e-mail about a person's account to its address. It is sent after the commit.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn email_person(
    db: &Db,
    transaction: &impl ConnectionTrait,
    user: UserId,
    kind: EmailKind,
) -> Result<()> {
    let to = own_account_in(transaction, user).await?.email;
    emails::enqueue_in(db, transaction, None, Email { to, language: None, kind }).await
}

/// The account of a person who is known by a token or a login.
pub(super) async fn own_account(db: &Db, user: UserId) -> Result<OwnAccount> {
    let _permit = db.enter_without_tenant().await?;
    own_account_in(db.orm(), user).await
}

pub(super) async fn own_account_in(connection: &impl ConnectionTrait, user: UserId) -> Result<OwnAccount> {
    call_in(connection, ReadAccount { user }).await?.pop().ok_or(Error::NotFound("user"))
}
