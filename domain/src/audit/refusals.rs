//! Refused sign-ins, keys and operations in the audit log.
//!
//! A refusal has no effect whose transaction could carry its entry. Those of strangers are written after the response, so
//! that its time is the same for known and unknown accounts; so is the request of a password reset.

use entity::id::{ApiKeyId, OrganizationId, UserId};
use serde_json::json;

use super::record::{Event, record};
use crate::cross_tenant;
use crate::db::Db;
use crate::error::Result;
use crate::tenant::{Caller, Tenant};

/// In how many organizations of an account a refused sign-in is recorded.
const ORGANIZATIONS: usize = 10;

/// Waits until the refusals that this process has answered are in the audit log, at most a second.
pub async fn wait_for_refusals(db: &Db) {
    db.refusals().written().await;
}

/// Why the proof of a sign-in was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SignInRefusal {
    WrongPassword,
    /// The password was right, and the code of the second factor was wrong or used.
    WrongCode,
    /// There were too many failures before.
    LockedOut,
}

/// Logs a refused proof and records it in the account's oldest organizations. Without `user` there is no such account.
pub(crate) fn sign_in_refused(db: &Db, user: Option<UserId>, why: SignInRefusal) {
    let account = user.map_or_else(|| "unknown".to_owned(), |user| user.to_string());
    let action = match why {
        SignInRefusal::WrongPassword => {
            tracing::info!(account, "password refused: wrong");
            "sign_in.refused"
        }
        SignInRefusal::WrongCode => {
            tracing::warn!(account, "code refused after the right password");
            "sign_in.code_refused"
        }
        SignInRefusal::LockedOut => {
            tracing::warn!(account, "password or code refused: too many failures");
            "sign_in.locked_out"
        }
    };
    if let Some(user) = user {
        record_later(db, user, action);
    }
}

/// Records the request of a password reset in the account's oldest organizations.
pub(crate) fn reset_requested(db: &Db, user: UserId) {
    record_later(db, user, "account.password_reset_requested");
}

fn record_later(db: &Db, user: UserId, action: &'static str) {
    let this = db.clone();
    let write = async move { append_of_account(&this, user, action).await };
    db.refusals().write_later((user.0, action), write);
}

async fn append_of_account(db: &Db, user: UserId, action: &'static str) -> Result<()> {
    for membership in cross_tenant::memberships(db, user).await?.into_iter().take(ORGANIZATIONS) {
        let event = Event::new(action).about("account", user.0).limited();
        append(db, Tenant::system(membership.organization_id, true), event).await?;
    }
    Ok(())
}

/// Records a request with a wrong secret of a known API key, or with a key that has ended.
pub(crate) fn key_refused(
    db: &Db,
    organization: OrganizationId,
    livemode: bool,
    key: ApiKeyId,
    reason: &'static str,
) {
    let (this, action) = (db.clone(), "api_key.refused");
    db.refusals().write_later((key.0, action), async move {
        let event = Event::new(action).about("api_key", key.0);
        let event = event.with_details(json!({ "reason": reason })).limited();
        append(&this, Tenant::system(organization, livemode), event).await
    });
}

/// Records that a caller was not allowed to do this, perhaps because they have to add a second factor first. `code` is that of
/// the problem.
///
/// # Errors
/// When the database cannot be reached, or the caller's credential has ended.
pub async fn refused(db: &Db, caller: &Caller, operation: &str, code: &str) -> Result<()> {
    let details = json!({ "operation": operation, "code": code });
    let event = Event::new("operation.refused").with_details(details).limited();
    append(db, Tenant::from(&caller.enrolling()), event).await
}

async fn append(db: &Db, tenant: Tenant, event: Event) -> Result<()> {
    let tx = db.begin(tenant).await?;
    record(&tx, event).await?;
    tx.commit().await
}
