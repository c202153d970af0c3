//! Refused sign-ins, keys and operations in the audit log.
//!
//! A refusal has no effect whose transaction could carry its entry. Those of strangers are written after the response, so
//! that its time is the same for known and unknown accounts; so is the request of a password reset.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use entity::id::{ApiKeyId, OrganizationId, UserId};
use serde_json::json;
use tokio::sync::{Mutex, watch};
use tracing::Instrument as _;

use super::RequestOrigin;
use super::record::{Event, record};
use crate::cross_tenant;
use crate::db::Db;
use crate::error::Result;
use crate::tenant::{Caller, Tenant};

/// How many refusals may wait to be written. More are only logged.
const WAITING: u32 = 256;
/// In how many organizations of an account a refused sign-in is recorded.
const ORGANIZATIONS: usize = 10;
/// Refusals are written together, at most this many milliseconds late. The time is random, so that the work does not show in the
/// time of the responses that follow.
const MAX_DELAY: u64 = 200;
/// How long a reader of the log waits for refusals that are being written.
const WAIT_LIMIT: Duration = Duration::from_secs(1);

/// The refusals that wait to be written, one at a time.
#[derive(Clone)]
pub(crate) struct Refusals {
    waiting: watch::Sender<u32>,
    writing: Arc<Mutex<()>>,
    /// When those that wait are written.
    due: Arc<std::sync::Mutex<Instant>>,
}

impl Default for Refusals {
    fn default() -> Self {
        Self {
            waiting: watch::Sender::new(0),
            writing: Arc::default(),
            due: Arc::new(std::sync::Mutex::new(Instant::now())),
        }
    }
}

impl Refusals {
    fn write_later(&self, write: impl Future<Output = Result<()>> + Send + 'static) {
        let has_room = |waiting: &mut u32| {
            let has_room = *waiting < WAITING;
            *waiting += u32::from(has_room);
            has_room
        };
        if !self.waiting.send_if_modified(has_room) {
            tracing::warn!("too many refusals at once: this one is not in the audit log");
            return;
        }
        let this = self.clone();
        let due = self.due();
        let write = async move {
            // In the order in which they came: the lock is fair.
            let one_at_a_time = this.writing.lock().await;
            tokio::time::sleep_until(due.into()).await;
            if let Err(error) = write.await {
                tracing::error!(%error, "a refusal is not in the audit log");
            }
            drop(one_at_a_time);
            this.waiting.send_modify(|waiting| *waiting -= 1);
        };
        match RequestOrigin::current() {
            Some(origin) => tokio::spawn(origin.scope(write).in_current_span()),
            None => tokio::spawn(write.in_current_span()),
        };
    }

    /// When a refusal of this moment is written: with those that wait, or after a random time.
    fn due(&self) -> Instant {
        let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if *due <= now {
            *due = now + Duration::from_millis(RandomState::new().hash_one(()) % MAX_DELAY);
        }
        *due
    }

    /// Waits until no refusal waits to be written, at most a second.
    pub async fn written(&self) {
        let mut waiting = self.waiting.subscribe();
        // Neither a timeout nor an error matters: the sender lives as long as `self`.
        let _ = tokio::time::timeout(WAIT_LIMIT, waiting.wait_for(|waiting| *waiting == 0)).await;
    }
}

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
    let Some(user) = user else { return };
    let this = db.clone();
    db.refusals().write_later(async move { append_of_account(&this, user, action).await });
}

/// Records the request of a password reset in the account's oldest organizations, if the e-mail address has an account.
pub(crate) fn reset_requested(db: &Db, email: String) {
    let this = db.clone();
    db.refusals().write_later(async move {
        match cross_tenant::find_account(&this, &email).await? {
            Some(account) => {
                append_of_account(&this, account.user_id, "account.password_reset_requested").await
            }
            None => Ok(()),
        }
    });
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
    let this = db.clone();
    db.refusals().write_later(async move {
        let event = Event::new("api_key.refused").about("api_key", key.0);
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
