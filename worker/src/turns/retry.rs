//! Repeats what a turn asks of the database while that cannot be reached.

use std::time::Duration;

use domain::{Error, Result};
use tokio::time::{Instant, sleep};

/// The first and the longest pause between attempts, as parts of a lease: 100 ms and 2 s of the usual one.
const FIRST_PAUSE: u32 = 300;
const LONGEST_PAUSE: u32 = 15;

/// Repeats `attempt` while the database cannot be reached, for the time of a lease: an LLM call is paid for, so its result is
/// worth that. After the lease another worker may run the turn.
///
/// Only for what the epoch fences, so that repeating a write whose response was lost does no harm.
pub async fn while_unreachable<T, F>(lease: Duration, mut attempt: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<T>>,
{
    let end = Instant::now() + lease;
    let mut pause = lease / FIRST_PAUSE;
    loop {
        // Boxed: a turn makes several such calls, and waits for the LLM most of the time.
        match Box::pin(attempt()).await {
            Err(Error::Unavailable(_)) if Instant::now() + pause < end => sleep(pause).await,
            ended => return ended,
        }
        pause = (2 * pause).min(lease / LONGEST_PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    const LEASE: Duration = Duration::from_millis(600);

    /// The database is away for this long. Returns the outcome and after what time it came.
    async fn away_for(outage: Duration) -> (Result<()>, Duration) {
        let begun = Instant::now();
        let attempt = async || {
            if begun.elapsed() < outage { Err(Error::Unavailable("away".to_owned())) } else { Ok(()) }
        };
        (while_unreachable(LEASE, attempt).await, begun.elapsed())
    }

    #[tokio::test]
    async fn the_result_is_kept_until_the_database_is_back() {
        for part in [0, 1, 6, 12] {
            let outage = part * LEASE / 15;
            let (result, took) = away_for(outage).await;
            assert!(result.is_ok(), "away for {outage:?}");
            assert!(took >= outage, "away for {outage:?}: {took:?}");
        }
    }

    #[tokio::test]
    async fn it_is_given_up_when_the_lease_has_ended() {
        let (result, took) = away_for(2 * LEASE).await;
        assert!(matches!(result, Err(Error::Unavailable(_))));
        assert!(took >= LEASE / 2, "{took:?}");
    }

    #[tokio::test]
    async fn other_errors_end_it_at_once() {
        let attempts = Cell::new(0);
        let attempt = async || {
            attempts.set(attempts.get() + 1);
            Err::<(), _>(Error::NotFound("turn"))
        };
        assert!(while_unreachable(LEASE, attempt).await.is_err());
        assert_eq!(attempts.get(), 1);
    }
}
