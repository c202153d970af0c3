//! The time by which everything that happens is put in order: the machine's, which is the database's too.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

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
