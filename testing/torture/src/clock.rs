//! The time by which everything that happens is put in order: the machine's, which is the database's too.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sqlx::{Connection, PgConnection};

use crate::Result;

const BEAT: Duration = Duration::from_millis(100);
/// About a third: so often leases are renewed.
const STALL_SHARE_OF_LEASE: f64 = 0.35;

/// Seconds since 1970, as `extract(epoch from …)` gives them.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "kills are timed while there is no database to ask")]
pub fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

/// Sleeps until that moment; not at all when it is over.
pub async fn sleep_until(moment: f64) {
    tokio::time::sleep(Duration::from_secs_f64((moment - now()).max(0.0))).await;
}

/// How long the machine may stand still without endangering leases of so many seconds.
#[must_use]
pub fn stall_seconds(lease: u32) -> f64 {
    f64::from(lease) * STALL_SHARE_OF_LEASE
}

/// From one moment to another.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub from: f64,
    pub to: f64,
}

impl Span {
    #[must_use]
    pub fn meets(self, other: Span) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    #[must_use]
    pub fn seconds(self) -> f64 {
        self.to - self.from
    }
}

/// Commits something small in the database again and again, and writes down when that took long: then the machine or the
/// database stood still, whoever had leases to renew could not. Goes on until it is aborted.
///
/// # Errors
/// There are none: while the database is away it tries again.
pub async fn feel_the_pulse(superuser: String, lease: u32, stalls: Arc<Mutex<Vec<Span>>>) -> Result<()> {
    let most = stall_seconds(lease);
    loop {
        if let Ok(mut connection) = PgConnection::connect(&superuser).await {
            let mut from = now();
            // A transaction that has a number is written to the disk when it commits.
            while sqlx::raw_sql("select pg_current_xact_id()").execute(&mut connection).await.is_ok() {
                tokio::time::sleep(BEAT).await;
                let beat = Span { from, to: now() };
                if beat.seconds() > most {
                    stalls.lock().unwrap_or_else(PoisonError::into_inner).push(beat);
                }
                from = beat.to;
            }
        }
        tokio::time::sleep(BEAT).await;
    }
}
