//! The clock of a run: that of the machine, which PostgreSQL uses too.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sqlx::{Connection, PgConnection};

use crate::Result;

const INTERVAL: Duration = Duration::from_millis(100);
/// About a third, because leases are renewed three times in their length.
const STALL_SHARE_OF_LEASE: f64 = 0.35;

/// Seconds since 1970, as `extract(epoch from …)` gives them.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "kills are timed while there is no database")]
pub fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

/// Sleeps until that moment; returns at once when it is past.
pub async fn sleep_until(moment: f64) {
    tokio::time::sleep(Duration::from_secs_f64((moment - now()).max(0.0))).await;
}

/// How long the machine may stall without endangering leases of this many seconds.
#[must_use]
pub fn stall_seconds(lease: u32) -> f64 {
    f64::from(lease) * STALL_SHARE_OF_LEASE
}

/// A span of time.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub from: f64,
    pub to: f64,
}

impl Span {
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    #[must_use]
    pub fn seconds(self) -> f64 {
        self.to - self.from
    }
}

/// Commits a small transaction again and again, and records when that took long: then the machine or the database had
/// stalled, and leases could not be renewed. Runs until it is aborted.
///
/// # Errors
/// None: while the database is down it retries.
pub async fn watch_for_stalls(superuser: String, lease: u32, stalls: Arc<Mutex<Vec<Span>>>) -> Result<()> {
    let most = stall_seconds(lease);
    loop {
        if let Ok(mut connection) = PgConnection::connect(&superuser).await {
            let mut from = now();
            // A transaction with an id is written to disk when it commits.
            while sqlx::raw_sql("select pg_current_xact_id()").execute(&mut connection).await.is_ok() {
                tokio::time::sleep(INTERVAL).await;
                let span = Span { from, to: now() };
                if span.seconds() > most {
                    stalls.lock().unwrap_or_else(PoisonError::into_inner).push(span);
                }
                from = span.to;
            }
        }
        tokio::time::sleep(INTERVAL).await;
    }
}
