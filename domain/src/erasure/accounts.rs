//! Erasure of accounts: on demand, or when a person has belonged to no organization for a while.
//!
//! It goes on after a crash: the memberships end one after the other, and every step may run twice.

use entity::id::{OrganizationId, UserId};
use job_post::Language;
use uuid::Uuid;

use crate::accounts::require_fresh_sign_in;
use crate::api_keys::KeysOfCreator;
use crate::audit;
use crate::cross_tenant::{Membership, memberships};
use crate::db::Db;
use crate::emails::{self, Email, EmailKind};
use crate::error::{Error, Result};
use crate::members;
use crate::retention::repeat_batches;
use crate::single_sign_on::require_whole_reach;
use crate::stored_function::{call_in, returned_row, stored_function};
use crate::tenant::{Caller, Tenant};

/// How many accounts one run erases at most.
const AT_ONCE: i32 = 500;
/// How many sessions are deleted at once. Each may have hundreds of messages.
const SESSIONS: i32 = 50;

stored_function! {
    pub(crate) struct RequestAccountErasure = CrossTenant volatile "request_account_erasure" {
        user: UserId,
        revoke_keys: bool,
    } -> ()
}

stored_function! {
    pub(crate) struct CancelAccountErasure = CrossTenant volatile "cancel_account_erasure" {
        user: UserId,
        requested: bool,
    } -> ()
}

stored_function! {
    pub(crate) struct ListDueAccounts = CrossTenant stable "list_due_accounts" {
        limit: i32,
    } -> DueAccount
}

returned_row! {
    pub(crate) struct DueAccount {
        user_id: UserId,
    }
}

stored_function! {
    pub(crate) struct FindAccountErasure = CrossTenant stable "find_account_erasure" {
        user: UserId,
    } -> AccountErasure
}

returned_row! {
    pub(crate) struct AccountErasure {
        is_requested: bool,
        revokes_keys: bool,
        organizations: Vec<Uuid>,
    }
}

stored_function! {
    pub(crate) struct EraseAccount = CrossTenant volatile "erase_account" {
        user: UserId,
        cleaned: Vec<Uuid>,
    } -> ErasedAccount
}

returned_row! {
    /// What is needed to write to the person.
    pub(crate) struct ErasedAccount {
        email: String,
        language: Option<String>,
    }
}

stored_function! {
    pub(crate) struct EraseTraces = CrossTenant volatile "erase_traces" {
        organization: OrganizationId,
        user: UserId,
    } -> ()
}

stored_function! {
    pub(crate) struct DeleteSessionsOf = Tenant volatile "delete_sessions_of" {
        user: UserId,
        limit: i32,
    } -> i32
}

/// Erases the caller's account: ends their memberships, deletes the sessions in which they wrote, and removes name, e-mail
/// address and password. Job posts stay with their organizations, and API keys as `keys` says. If the process dies meanwhile,
/// the worker continues.
///
/// # Errors
/// [`Error::Forbidden`] as for [`require_fresh_sign_in`], and `password_sign_in_required`; [`Error::OwnsApiKeys`] without a choice, when the person has
/// created keys that are active; [`Error::Conflict`] `last_owner` when an organization would have no owner. If that happens
/// while the memberships end, those that ended before stay so and the account remains.
pub async fn erase_own(db: &Db, caller: &Caller, keys: Option<KeysOfCreator>) -> Result<()> {
    let tx = db.begin(caller).await?;
    require_whole_reach(&tx).await?;
    require_fresh_sign_in(&tx).await?;
    let user = tx.person()?.user;
    tx.commit().await?;
    check_may_leave_all(db, user, keys).await?;
    // In the organization of the login: the others do not learn from where the request came.
    let tx = db.begin(caller).await?;
    let revoke_keys = keys == Some(KeysOfCreator::Revoke);
    call_in(tx.raw(), RequestAccountErasure { user, revoke_keys }).await?;
    audit::record_of_account(tx.raw(), user, "account.deletion_requested", None).await?;
    tx.commit().await?;
    erase(db, user).await?;
    Ok(())
}

/// # Errors
/// [`Error::Conflict`] `last_owner` with all organizations that need the person, else [`Error::OwnsApiKeys`] with all keys.
async fn check_may_leave_all(db: &Db, user: UserId, keys: Option<KeysOfCreator>) -> Result<()> {
    let (mut needed_by, mut owned_keys) = (Vec::new(), Vec::new());
    for membership in memberships(db, user).await? {
        let tx = db.begin(Tenant::system(membership.organization_id, true)).await?;
        // Only tried: the transaction is dropped.
        match members::end_membership(&tx, user, keys).await {
            Ok(()) | Err(Error::NotFound(_)) => {}
            Err(Error::Conflict { .. }) => needed_by.push(membership.organization_name),
            Err(Error::OwnsApiKeys(keys)) => owned_keys.extend(keys),
            Err(error) => return Err(error),
        }
    }
    match (needed_by.is_empty(), owned_keys.is_empty()) {
        (true, true) => Ok(()),
        (false, _) => Err(last_owner(&needed_by)),
        (true, false) => Err(Error::OwnsApiKeys(owned_keys)),
    }
}

/// Erases the accounts whose erasure is due; returns how many. One that cannot be erased now does not hold up the others.
pub(super) async fn erase_due(db: &Db) -> Result<u64> {
    let mut erased = 0;
    for due in db.call(ListDueAccounts { limit: AT_ONCE }).await? {
        let user = due.user_id;
        match erase(db, user).await {
            Ok(done) => erased += u64::from(done),
            Err(error) => {
                tracing::error!(%user, %error, "could not erase an account; the next run continues");
            }
        }
    }
    Ok(erased)
}

/// Erases an account whose erasure is due; whether it did. An account that only lost an organization stays while it has
/// another one.
async fn erase(db: &Db, user: UserId) -> Result<bool> {
    let Some(due) = find(db, user).await? else { return Ok(false) };
    let memberships = memberships(db, user).await?;
    if !due.is_requested && !memberships.is_empty() {
        db.call(CancelAccountErasure { user, requested: false }).await?;
        return Ok(false);
    }
    let keys = if due.revokes_keys { KeysOfCreator::Revoke } else { KeysOfCreator::Keep };
    for membership in memberships {
        end(db, user, membership, keys).await?;
    }
    let Some(AccountErasure { organizations, .. }) = find(db, user).await? else { return Ok(false) };
    for organization in &organizations {
        let organization = OrganizationId(*organization);
        // Sessions of a person who only left stay with the organization.
        if due.is_requested {
            delete_sessions(db, user, organization).await?;
        }
        db.call(EraseTraces { organization, user }).await?;
    }
    finish(db, user, organizations).await
}

async fn find(db: &Db, user: UserId) -> Result<Option<AccountErasure>> {
    Ok(db.call(FindAccountErasure { user }).await?.pop())
}

/// Ends a membership. If that would leave the organization without an owner, the erasure is cancelled.
async fn end(db: &Db, user: UserId, membership: Membership, keys: KeysOfCreator) -> Result<()> {
    let tx = db.begin(Tenant::system(membership.organization_id, true).on_behalf_of(user)).await?;
    match members::end_membership(&tx, user, Some(keys)).await {
        Ok(()) | Err(Error::NotFound(_)) => tx.commit().await,
        Err(Error::Conflict { .. }) => {
            drop(tx);
            db.call(CancelAccountErasure { user, requested: true }).await?;
            Err(last_owner(&[membership.organization_name]))
        }
        Err(error) => Err(error),
    }
}

/// Empties the account's row, and tells the person.
async fn finish(db: &Db, user: UserId, cleaned: Vec<Uuid>) -> Result<bool> {
    let transaction = db.begin_plain().await?;
    let Some(erased) = call_in(transaction.raw(), EraseAccount { user, cleaned }).await?.pop() else {
        return Ok(false);
    };
    let language = erased.language.as_deref().and_then(Language::from_locale);
    let notice = Email { to: erased.email, language, kind: EmailKind::AccountDeleted };
    emails::enqueue_in(db, transaction.raw(), None, notice).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Deletes the sessions of an organization in which the person wrote.
async fn delete_sessions(db: &Db, user: UserId, organization: OrganizationId) -> Result<()> {
    for livemode in [true, false] {
        let tenant = Tenant::system(organization, livemode);
        let batch = async || db.autocommit(tenant).call_one(DeleteSessionsOf { user, limit: SESSIONS }).await;
        repeat_batches(SESSIONS, batch).await?;
    }
    Ok(())
}

fn last_owner(organizations: &[String]) -> Error {
    let detail = format!(
        "You are the last owner of {}. Make somebody else an owner or delete the organization, then delete your account.",
        organizations.join(", ")
    );
    Error::conflict("last_owner", detail)
}
