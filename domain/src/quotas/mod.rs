//! Quotas: how much an organization may keep, and how many event streams it may have open. The API's settings have a limit for
//! each; an operator can give an organization limits of its own.
//!
//! A quota of a session is checked under the lock of its row, in the statement that writes: `accept_turn` and `edit_draft`
//! return the quota that is used up. Those of the organization are checked under the lock of its row; see [`allowances`] for
//! sessions.

mod allowances;
mod limits;
mod usage;

use std::sync::Arc;

use entity::id::{OrganizationId, SessionId};
use entity::session;
use sea_orm::ColumnTrait;
use tokio::time::Instant;

use self::allowances::{Admission, SessionAllowances};
pub use self::limits::{Limits, QuotaName, UnknownQuota};
pub(crate) use self::usage::MeasureUsage;
use self::usage::Measurements;
pub use self::usage::{Usage, list};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::organizations::{self, Organization};
use crate::replaceable::Replaceable;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// What organizations get, unless they have limits of their own.
#[derive(Clone, Debug, Default)]
pub struct Quotas {
    pub limits: Limits,
    /// Whom an organization asks for more, such as the operator's address; `None`: its own admins, who know their contract.
    pub contact: Option<String>,
}

/// The tenant whose sessions are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct TenantKey {
    organization: OrganizationId,
    livemode: bool,
}

impl From<&Tenant> for TenantKey {
    fn from(tenant: &Tenant) -> Self {
        Self { organization: tenant.organization, livemode: tenant.livemode }
    }
}

/// What a process knows of quotas.
#[derive(Default)]
pub(crate) struct QuotaState {
    of_all: Replaceable<Quotas>,
    sessions: SessionAllowances,
    measurements: Measurements,
}

impl Db {
    /// Sets what organizations get, unless they have limits of their own.
    pub fn set_quotas(&self, quotas: Quotas) {
        self.quota_state().of_all.replace(quotas);
    }

    /// What organizations get, unless they have limits of their own.
    #[must_use]
    pub fn quotas(&self) -> Arc<Quotas> {
        self.quota_state().of_all.current()
    }
}

/// A quota that is used up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exceeded {
    pub name: QuotaName,
    pub limit: i64,
    pub used: i64,
    /// As [`Quotas::contact`].
    pub contact: Option<String>,
}

stored_function! {
    pub(crate) struct CountSessions = Tenant stable "count_sessions" {} -> i64
}

stored_function! {
    pub(crate) struct CountForkBytes = Tenant stable "count_fork_bytes" {} -> i64
}

returned_row! {
    /// A quota that a stored function found used up.
    #[derive(Clone, Debug)]
    pub(crate) struct ExceededRow {
        name: String,
        limit: i64,
        used: i64,
    }
}

impl Quotas {
    /// The refusal of what would go beyond a quota.
    #[must_use]
    pub fn exceeded(&self, name: QuotaName, limit: i64, used: i64) -> Error {
        Error::QuotaExceeded(Box::new(Exceeded { name, limit, used, contact: self.contact.clone() }))
    }

    /// The refusal that a stored function has decided about.
    pub(crate) fn exceeded_by(&self, row: &ExceededRow) -> Error {
        match row.name.parse::<QuotaName>() {
            Ok(name) => self.exceeded(name, row.limit, row.used),
            Err(UnknownQuota) => Error::internal(format!("a stored function named the quota {}", row.name)),
        }
    }
}

impl Exceeded {
    /// What is used up, how much of it is allowed and used, and what helps, for people.
    #[must_use]
    pub fn detail(&self) -> String {
        let Self { name, limit, used, contact } = self;
        let (what, remedy) = name.texts();
        let whom = contact.as_deref().unwrap_or("an admin of your organization");
        format!("{what}: {used} of {limit} are used. {remedy}, or ask {whom} for more.")
    }
}

/// Checks that the organization may have one more of what it has `used` of. The caller has locked what they belong to.
///
/// # Errors
/// [`Error::QuotaExceeded`].
pub(crate) async fn require(tx: &TenantTx, name: QuotaName, used: u64) -> Result<()> {
    let limit = limits_of(tx, &organizations::own(tx).await?).of(name);
    check(tx, name, limit, i64::try_from(used).unwrap_or(i64::MAX))
}

/// Checks that the organization may have one more session. Call it before anything is locked: it may lock the organization.
///
/// # Errors
/// [`Error::QuotaExceeded`]; those of [`TenantTx::lock_organization`].
pub(crate) async fn require_session(tx: &TenantTx, organization: &Organization) -> Result<()> {
    let limit = limits_of(tx, organization).of(QuotaName::Sessions);
    let tenant: TenantKey = tx.tenant().into();
    let allowances = &tx.db().quota_state().sessions;
    let known = || match allowances.take(tenant, limit, Instant::now()) {
        Admission::Granted => Some(Ok(())),
        Admission::Refused { used } => Some(check(tx, QuotaName::Sessions, limit, used)),
        Admission::Unknown => None,
    };
    if let Some(known) = known() {
        return known;
    }
    tx.lock_organization().await?;
    // Another request may have counted while this one waited.
    if let Some(known) = known() {
        return known;
    }
    let used = Executor::from(tx).call_one(CountSessions {}).await?;
    allowances.counted(tenant, limit, used, Instant::now());
    check(tx, QuotaName::Sessions, limit, used)
}

/// Checks that a session, which is locked, may have one more fork.
///
/// # Errors
/// [`Error::QuotaExceeded`].
pub(crate) async fn require_fork(tx: &TenantTx, original: SessionId) -> Result<()> {
    let forks = tx.find::<session::Entity>().filter(session::Column::ForkedFrom.eq(original));
    require(tx, QuotaName::SessionForks, forks.count().await?).await
}

/// Checks that the organization, which is locked, may have one more fork, which copies so many bytes.
///
/// # Errors
/// [`Error::QuotaExceeded`].
pub(crate) async fn require_fork_bytes(tx: &TenantTx, bytes: i64) -> Result<()> {
    let limit = limits_of(tx, &organizations::own(tx).await?).of(QuotaName::ForkBytes);
    let used = Executor::from(tx).call_one(CountForkBytes {}).await?;
    let exceeded = || tx.db().quotas().exceeded(QuotaName::ForkBytes, limit, used);
    if used.saturating_add(bytes) <= limit { Ok(()) } else { Err(exceeded()) }
}

fn check(tx: &TenantTx, name: QuotaName, limit: i64, used: i64) -> Result<()> {
    if used < limit { Ok(()) } else { Err(tx.db().quotas().exceeded(name, limit, used)) }
}

fn limits_of(tx: &TenantTx, organization: &Organization) -> Limits {
    tx.db().quotas().limits.with(&organization.quotas)
}
