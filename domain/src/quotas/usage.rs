//! What an organization uses of its quotas.
//!
//! To measure it takes the longer, the more sessions are kept. So a process remembers it for a while that grows with their
//! number, and requests of one tenant measure one after another: however many there are, measuring takes a small part of the time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard};
use tokio::time::Instant;

use super::{QuotaName, TenantKey, limits_of};
use crate::db::Db;
use crate::error::Result;
use crate::executor::Executor;
use crate::organizations;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::{Caller, Tenant};
use crate::tenant_tx::TenantTx;

/// How long what is used is remembered for each session that is kept: a second if there are 20,000.
const AGE: Duration = Duration::from_micros(50);
const LONGEST_AGE: Duration = Duration::from_secs(30);
/// Of how many tenants it is remembered.
const MAX_TENANTS: usize = 10_000;

/// A quota of an organization and what it uses of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    pub name: QuotaName,
    pub limit: i64,
    pub used: i64,
}

stored_function! {
    pub(crate) struct MeasureUsage = Tenant stable "measure_usage" {} -> Measured
}

returned_row! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Measured {
        sessions: i64,
        session_turns: i64,
        session_versions: i64,
        session_bytes: i64,
        session_forks: i64,
        fork_bytes: i64,
        api_keys: i64,
        webhook_endpoints: i64,
    }
}

/// What this process has measured.
#[derive(Default)]
pub(super) struct Measurements(Mutex<HashMap<TenantKey, Arc<AsyncMutex<Remembered>>>>);

/// Until when a measurement is remembered.
type Remembered = Option<(Measured, Instant)>;

/// What is remembered of one tenant. Nobody else measures meanwhile.
struct Locked(OwnedMutexGuard<Remembered>);

impl Measurements {
    async fn lock(&self, tenant: TenantKey) -> Locked {
        Locked(self.of(tenant).lock_owned().await)
    }

    fn of(&self, tenant: TenantKey) -> Arc<AsyncMutex<Remembered>> {
        let mut tenants = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if tenants.len() >= MAX_TENANTS {
            tenants.clear();
        }
        tenants.entry(tenant).or_default().clone()
    }
}

impl Locked {
    fn current(&self) -> Option<Measured> {
        self.0.filter(|(_, until)| Instant::now() < *until).map(|(measured, _)| measured)
    }

    fn remember(&mut self, measured: Measured) {
        *self.0 = Some((measured, Instant::now() + age(measured.sessions)));
    }
}

fn age(sessions: i64) -> Duration {
    AGE.saturating_mul(u32::try_from(sessions).unwrap_or(u32::MAX)).min(LONGEST_AGE)
}

/// The quotas of the caller's organization in this mode, and what it uses of them. `open_streams` is the number of its event
/// streams at this process. What is used is up to 30 seconds old if the organization keeps many sessions.
///
/// # Errors
/// As for [`Db::begin`].
pub async fn list(db: &Db, caller: &Caller, open_streams: usize) -> Result<Vec<Usage>> {
    let (tx, measured) = begin_measured(db, caller.into()).await?;
    let limits = limits_of(&tx, &organizations::own(&tx).await?);
    tx.commit().await?;
    let usage = |name: QuotaName| {
        let used = match name {
            QuotaName::Sessions => measured.sessions,
            QuotaName::SessionTurns => measured.session_turns,
            QuotaName::SessionVersions => measured.session_versions,
            QuotaName::SessionBytes => measured.session_bytes,
            QuotaName::SessionForks => measured.session_forks,
            QuotaName::ForkBytes => measured.fork_bytes,
            QuotaName::ApiKeys => measured.api_keys,
            QuotaName::WebhookEndpoints => measured.webhook_endpoints,
            QuotaName::EventStreams => i64::try_from(open_streams).unwrap_or(i64::MAX),
        };
        Usage { name, limit: limits.of(name), used }
    };
    Ok(QuotaName::ALL.into_iter().map(usage).collect())
}

/// Begins a transaction, and returns what was measured a short while ago, or else in this transaction.
async fn begin_measured(db: &Db, tenant: Tenant) -> Result<(TenantTx, Measured)> {
    // Before the transaction, so that requests that wait for the measurement of another one use no connections.
    let mut locked = db.quota_state().measurements.lock((&tenant).into()).await;
    if let Some(measured) = locked.current() {
        drop(locked);
        return Ok((db.begin(tenant).await?, measured));
    }
    let tx = db.begin(tenant).await?;
    let measured = Executor::from(&tx).call_one(MeasureUsage {}).await?;
    locked.remember(measured);
    Ok((tx, measured))
}

#[cfg(test)]
mod tests {
    use entity::id::OrganizationId;
    use tokio::task::JoinSet;

    use super::*;

    fn tenant() -> TenantKey {
        TenantKey { organization: OrganizationId::new(), livemode: true }
    }

    /// Asks many times at once for a tenant that keeps so many sessions; returns how often was measured.
    async fn measured(measurements: &Arc<Measurements>, tenant: TenantKey, sessions: i64) -> usize {
        let mut asking = JoinSet::new();
        for _ in 0..20 {
            let measurements = measurements.clone();
            asking.spawn(async move {
                let mut locked = measurements.lock(tenant).await;
                if let Some(measured) = locked.current() {
                    assert_eq!(measured.sessions, sessions);
                    return false;
                }
                tokio::task::yield_now().await;
                locked.remember(Measured { sessions, ..Measured::default() });
                true
            });
        }
        asking.join_all().await.into_iter().filter(|has_measured| *has_measured).count()
    }

    #[tokio::test]
    async fn many_sessions_are_counted_once_for_many_requests() {
        let (measurements, one) = (Arc::new(Measurements::default()), tenant());
        assert_eq!(measured(&measurements, one, 1_000_000).await, 1);
        assert_eq!(measured(&measurements, one, 1_000_000).await, 0);
        assert_eq!(measured(&measurements, TenantKey { livemode: false, ..one }, 1_000_000).await, 1);
        assert_eq!(measured(&measurements, tenant(), 0).await, 20, "few are counted each time");
    }

    #[test]
    fn it_is_remembered_longer_the_more_sessions_there_are() {
        let ages = [0, 20_000, 1_000_000, i64::MAX].map(age);
        assert_eq!(ages, [0, 1, 30, 30].map(Duration::from_secs));
    }
}
