//! What an operator of the service does on its machine: with organizations and people, never with their content. Nothing of
//! it is reachable over HTTP. Run it within [`RequestOrigin::of_operator`](crate::audit::RequestOrigin::of_operator), so that
//! the audit log names the operator.

use chrono::{DateTime, Utc};
use entity::id::{OrganizationId, UserId};
use job_post::Language;
use serde_json::Value;
use uuid::Uuid;

use crate::accounts::logins::EndLogins;
use crate::accounts::{EmailAddress, check_name};
use crate::cross_tenant;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::invitations;
use crate::members::{self, Member};
use crate::quotas::{Limits, QuotaName};
use crate::sealing::ListOrganizationIds;
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// What e-mails call the operator.
pub(crate) const NAME_IN_EMAILS: &str = "Postwright";

/// How many organizations are listed at a time.
const BATCH: i32 = 100;

stored_function! {
    pub(crate) struct SummarizeOrganization = CrossTenant stable "summarize_organization" {
        organization: OrganizationId,
    } -> Numbers
}

returned_row! {
    /// An organization in numbers.
    #[derive(Clone, Debug)]
    pub struct Numbers {
        name: String,
        created_at: DateTime<Utc>,
        suspended_at: Option<DateTime<Utc>>,
        members: i64,
        /// Keys that are not revoked.
        api_keys: i64,
        sessions: i64,
        job_posts: i64,
    }
}

stored_function! {
    pub(crate) struct CreateOrganization = CrossTenant volatile "create_organization" {
        organization: OrganizationId,
        name: String,
    } -> ()
}

stored_function! {
    pub(crate) struct SuspendOrganization = CrossTenant volatile "suspend_organization" {
        organization: OrganizationId,
        is_suspended: bool,
    } -> ()
}

stored_function! {
    pub(crate) struct SetQuota = CrossTenant volatile "set_quota" {
        organization: OrganizationId,
        name: &'static str,
        limit: Option<i32>,
    } -> Value
}

/// All organizations, oldest first, in numbers.
///
/// # Errors
/// When the database cannot be reached.
pub async fn list(db: &Db) -> Result<Vec<(OrganizationId, Numbers)>> {
    let (mut all, mut after) = (Vec::new(), OrganizationId(Uuid::nil()));
    loop {
        let ids = db.call(ListOrganizationIds { after, limit: BATCH }).await?;
        for id in &ids {
            let organization = id.organization_id;
            // An organization that is deleted meanwhile has no row.
            let numbers = db.call(SummarizeOrganization { organization }).await?.pop();
            all.extend(numbers.map(|numbers| (organization, numbers)));
        }
        match ids.last() {
            Some(last) => after = last.organization_id,
            None => return Ok(all),
        }
    }
}

/// The members of an organization.
///
/// # Errors
/// [`Error::NotFound`] when there is no such organization.
pub async fn members(db: &Db, organization: OrganizationId) -> Result<Vec<Member>> {
    let tx = begin(db, organization).await?;
    let all = members::all(&tx).await?;
    tx.commit().await?;
    Ok(all)
}

/// Creates an organization and invites its owner.
///
/// # Errors
/// [`Error::Invalid`] for an invalid name or address.
pub async fn create(db: &Db, name: &str, owner: &str, language: Option<Language>) -> Result<OrganizationId> {
    let (name, owner) = (check_name("/name", name)?, EmailAddress::parse(owner)?);
    let organization = OrganizationId::new();
    let tx = db.begin(Tenant::system(organization, true)).await?;
    call_in(tx.raw(), CreateOrganization { organization, name }).await?;
    invitations::invite_owner(&tx, owner.to_string(), language).await?;
    tx.commit().await?;
    Ok(organization)
}

/// Suspends an organization, or ends its suspension. A suspended one refuses every caller from the next request on, and
/// workers claim none of its turns; turns that are running end.
///
/// # Errors
/// [`Error::NotFound`] when there is no such organization.
pub async fn suspend(db: &Db, organization: OrganizationId, is_suspended: bool) -> Result<()> {
    let tx = begin(db, organization).await?;
    call_in(tx.raw(), SuspendOrganization { organization, is_suspended }).await?;
    tx.commit().await
}

/// Gives an organization a limit of its own for a quota; without `limit` it has that of the API's settings again. The next
/// request is checked by it; what the organization has already stays. Returns the limits of its own that it has then.
///
/// # Errors
/// [`Error::NotFound`] when there is no such organization; [`Error::Invalid`] for a quota that cannot be adjusted and for a
/// limit that is too large.
pub async fn set_quota(
    db: &Db,
    organization: OrganizationId,
    name: QuotaName,
    limit: Option<u32>,
) -> Result<Vec<(QuotaName, u64)>> {
    let wrong = |detail: &str| Error::invalid("/quota", detail);
    if !name.is_adjustable() {
        return Err(wrong("is the same for all organizations: each process of the API counts for itself"));
    }
    let too_large = |_| wrong("must have a limit of 2147483647 at most");
    let limit = limit.map(|limit| i32::try_from(limit).map_err(too_large)).transpose()?;
    let tx = begin(db, organization).await?;
    let own = call_in(tx.raw(), SetQuota { organization, name: name.as_str(), limit }).await?;
    tx.commit().await?;
    Ok(Limits::own(own.first().unwrap_or(&Value::Null)).collect())
}

/// Ends all logins of a person; returns how many.
///
/// # Errors
/// [`Error::NotFound`] when the address has no account.
pub async fn end_logins(db: &Db, email: &str) -> Result<i32> {
    let user = user_of(db, email).await?;
    let transaction = db.begin_plain().await?;
    let ended = call_in(transaction.raw(), EndLogins { user, only: None, except: None }).await?;
    transaction.commit().await?;
    Ok(ended.into_iter().sum())
}

/// Makes a member an owner.
///
/// # Errors
/// [`Error::NotFound`] when there is no such organization, or the person is none of its members.
pub async fn promote(db: &Db, organization: OrganizationId, email: &str) -> Result<Member> {
    let user = user_of(db, email).await?;
    let tx = begin(db, organization).await?;
    let member = members::promote(&tx, user).await?;
    tx.commit().await?;
    Ok(member)
}

/// Begins a transaction of an organization that exists, and locks the organization.
async fn begin(db: &Db, organization: OrganizationId) -> Result<TenantTx> {
    let tx = db.begin(Tenant::system(organization, true)).await?;
    tx.lock_organization().await?;
    Ok(tx)
}

async fn user_of(db: &Db, email: &str) -> Result<UserId> {
    let email = EmailAddress::parse(email)?.to_string();
    let account = cross_tenant::find_account(db, &email).await?;
    Ok(account.ok_or(Error::NotFound("account"))?.user_id)
}
