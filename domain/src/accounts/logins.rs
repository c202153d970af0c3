//! A person's logins over all of their organizations.

use chrono::{DateTime, Utc};
use entity::id::{LoginId, OrganizationId, UserId};
use uuid::Uuid;

use super::fresh_sign_in::require_fresh_sign_in;
use crate::cross_tenant::{self, Membership};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::single_sign_on::has_whole_reach;
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant::{Caller, Person};

stored_function! {
    /// Reads one organization at a time, hence the list.
    pub(crate) struct ListLogins = CrossTenant stable "list_logins" {
        user: UserId,
        organizations: Vec<Uuid>,
    } -> StoredLogin
}

returned_row! {
    pub(crate) struct StoredLogin {
        login_id: LoginId,
        organization_id: OrganizationId,
        created_at: DateTime<Utc>,
        last_used_at: DateTime<Utc>,
        user_agent: Option<String>,
        address: Option<String>,
    }
}

stored_function! {
    pub(crate) struct EndLogin = CrossTenant volatile "end_login" {
        user: UserId,
        organizations: Vec<Uuid>,
        login: LoginId,
    } -> bool
}

stored_function! {
    pub(crate) struct EndLogins = CrossTenant volatile "end_logins" {
        user: UserId,
        organizations: Vec<Uuid>,
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

/// The caller's valid logins, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list, [`Error::Unauthenticated`] when the login has ended.
pub async fn list(db: &Db, caller: &Caller, page: &Page) -> Result<Paged<Login>> {
    let (person, reached) = check(db, caller).await?;
    let memberships = memberships(db, person.user, reached).await?;
    let rows = db.call(ListLogins { user: person.user, organizations: ids(&memberships) }).await?;
    let name_of = |organization: OrganizationId| {
        let membership = memberships.iter().find(|membership| membership.organization_id == organization);
        membership.map(|membership| membership.organization_name.clone()).unwrap_or_default()
    };
    let mut logins: Vec<Login> = rows
        .into_iter()
        .map(|row| Login {
            id: row.login_id,
            organization_id: row.organization_id,
            organization_name: name_of(row.organization_id),
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            user_agent: row.user_agent,
            address: row.address,
            is_current: row.login_id == person.login,
        })
        .collect();
    logins.sort_by_key(|login| std::cmp::Reverse(login.id));
    if let Some(after) = page.key::<LoginId>()? {
        logins.retain(|login| login.id < after);
    }
    logins.truncate(usize::try_from(page.fetch()).unwrap_or(usize::MAX));
    Ok(page.cut(logins, |login| login.id.to_string()))
}

/// Ends one of the caller's logins.
///
/// # Errors
/// [`Error::Forbidden`] `fresh_sign_in_required`; [`Error::NotFound`] when it is not a valid login of the caller.
pub async fn end(db: &Db, caller: &Caller, login: LoginId) -> Result<()> {
    let (Person { user, .. }, reached) = check(db, caller).await?;
    let organizations = ids(&memberships(db, user, reached).await?);
    let tx = db.begin(caller).await?;
    require_fresh_sign_in(&tx).await?;
    let has_ended = call_in(tx.raw(), EndLogin { user, organizations, login }).await? == [true];
    tx.commit().await?;
    if has_ended { Ok(()) } else { Err(Error::NotFound("login")) }
}

/// Ends all of the caller's logins, this one too: signs the person out everywhere.
///
/// # Errors
/// [`Error::Forbidden`] `fresh_sign_in_required`; [`Error::Unauthenticated`] when the login has ended.
pub async fn end_all(db: &Db, caller: &Caller) -> Result<()> {
    let (Person { user, .. }, reached) = check(db, caller).await?;
    let organizations = ids(&memberships(db, user, reached).await?);
    let tx = db.begin(caller).await?;
    require_fresh_sign_in(&tx).await?;
    call_in(tx.raw(), EndLogins { user, organizations, except: None }).await?;
    tx.commit().await
}

/// The person, if the login is valid, and the only organization that it reaches; `None`: all.
async fn check(db: &Db, caller: &Caller) -> Result<(Person, Option<OrganizationId>)> {
    let tx = db.begin(caller).await?;
    let person = tx.person()?;
    let only = (!has_whole_reach(&tx).await?).then(|| tx.organization_id());
    tx.commit().await?;
    Ok((person, only))
}

/// The memberships that a login reaches.
async fn memberships(db: &Db, user: UserId, only: Option<OrganizationId>) -> Result<Vec<Membership>> {
    let mut memberships = cross_tenant::memberships(db, user).await?;
    memberships.retain(|membership| only.is_none_or(|only| membership.organization_id == only));
    Ok(memberships)
}

/// The ids of the person's organizations.
pub(crate) async fn organizations(db: &Db, user: UserId) -> Result<Vec<Uuid>> {
    Ok(ids(&cross_tenant::memberships(db, user).await?))
}

fn ids(memberships: &[Membership]) -> Vec<Uuid> {
    memberships.iter().map(|membership| membership.organization_id.0).collect()
}
