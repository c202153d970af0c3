//! A person's logins over all of their organizations.

use chrono::{DateTime, Utc};
use entity::id::{LoginId, OrganizationId, UserId};
use entity::login;
use sea_orm::ColumnTrait;

use super::fresh_sign_in::require_fresh_sign_in;
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::page::{Page, Paged};
use crate::single_sign_on::has_whole_reach;
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant::{Caller, Person};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct ListLogins = CrossTenant stable "list_logins" {
        user: UserId,
        only: Option<OrganizationId>,
        before: Option<LoginId>,
        limit: i32,
    } -> StoredLogin
}

returned_row! {
    pub(crate) struct StoredLogin {
        login_id: LoginId,
        organization_id: OrganizationId,
        organization_name: String,
        created_at: DateTime<Utc>,
        last_used_at: DateTime<Utc>,
        user_agent: Option<String>,
        address: Option<String>,
    }
}

stored_function! {
    pub(crate) struct EndLogin = CrossTenant volatile "end_login" {
        user: UserId,
        only: Option<OrganizationId>,
        login: LoginId,
    } -> bool
}

stored_function! {
    pub(crate) struct EndLogins = CrossTenant volatile "end_logins" {
        user: UserId,
        only: Option<OrganizationId>,
        except: Option<LoginId>,
    } -> i32
}

/// A valid login of a person.
#[derive(Clone, Debug)]
pub struct Login {
    pub id: LoginId,
    pub organization_id: OrganizationId,
    pub organization_name: String,
    pub created_at: DateTime<Utc>,
    /// The sign-in or the latest refresh.
    pub last_used_at: DateTime<Utc>,
    pub user_agent: Option<String>,
    /// The IP address of the sign-in.
    pub address: Option<String>,
    /// It is the login of this request.
    pub is_current: bool,
}

impl Login {
    fn of(row: StoredLogin, current: LoginId) -> Self {
        Self {
            id: row.login_id,
            organization_id: row.organization_id,
            organization_name: row.organization_name,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            user_agent: row.user_agent,
            address: row.address,
            is_current: row.login_id == current,
        }
    }
}

/// The caller's valid logins, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list, [`Error::Unauthenticated`] when the login has ended.
pub async fn list(db: &Db, caller: &Caller, page: &Page) -> Result<Paged<Login>> {
    let (person, only) = check(db, caller).await?;
    let call = ListLogins {
        user: person.user,
        only,
        before: page.key()?,
        limit: i32::try_from(page.fetch()).unwrap_or(i32::MAX),
    };
    let mut logins: Vec<Login> =
        db.call(call).await?.into_iter().map(|row| Login::of(row, person.login)).collect();
    logins.sort_by_key(|login| std::cmp::Reverse(login.id));
    logins.truncate(usize::try_from(page.fetch()).unwrap_or(usize::MAX));
    Ok(page.cut(logins, |login| login.id.to_string()))
}

/// Ends one of the caller's logins.
///
/// # Errors
/// [`Error::Forbidden`] `fresh_sign_in_required`; [`Error::NotFound`] when it is not a valid login of the caller.
pub async fn end(db: &Db, caller: &Caller, login: LoginId) -> Result<()> {
    let tx = db.begin(caller).await?;
    require_fresh_sign_in(&tx).await?;
    let (user, only) = (tx.person()?.user, reach(&tx).await?);
    let has_ended = call_in(tx.raw(), EndLogin { user, only, login }).await? == [true];
    tx.commit().await?;
    if has_ended { Ok(()) } else { Err(Error::NotFound("login")) }
}

/// Ends all of the caller's logins, this one too: signs the person out everywhere.
///
/// # Errors
/// [`Error::Forbidden`] `fresh_sign_in_required`; [`Error::Unauthenticated`] when the login has ended.
pub async fn end_all(db: &Db, caller: &Caller) -> Result<()> {
    let tx = db.begin(caller).await?;
    require_fresh_sign_in(&tx).await?;
    let (user, only) = (tx.person()?.user, reach(&tx).await?);
    call_in(tx.raw(), EndLogins { user, only, except: None }).await?;
    tx.commit().await
}

/// The person, if the login is valid, and its reach.
async fn check(db: &Db, caller: &Caller) -> Result<(Person, Option<OrganizationId>)> {
    let tx = db.begin(caller).await?;
    let checked = (tx.person()?, reach(&tx).await?);
    tx.commit().await?;
    Ok(checked)
}

/// The only organization that the login reaches; `None`: all of the person's.
async fn reach(tx: &TenantTx) -> Result<Option<OrganizationId>> {
    Ok((!has_whole_reach(tx).await?).then(|| tx.organization_id()))
}

/// The caller's own login.
///
/// # Errors
/// [`Unauthenticated::RevokedToken`] when it has ended meanwhile.
pub(super) async fn find(tx: &TenantTx, login: LoginId) -> Result<login::Model> {
    let this = tx.find::<login::Entity>().filter(login::Column::Id.eq(login));
    Ok(this.one().await?.ok_or(Unauthenticated::RevokedToken)?)
}
