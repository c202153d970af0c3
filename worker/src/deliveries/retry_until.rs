//! Retries while the database cannot be reached, up to a deadline.

use std::time::Duration;

use domain::{Error, Result};
use tokio::time::{Instant, sleep, timeout_at};

/// The first pause; doubles with each.
const PAUSE: Duration = Duration::from_millis(200);

/// Repeats `work` while the database cannot be reached. `None` at the deadline, also in the middle of a statement: whether
/// that was done is not known then.
pub async fn retry_until<T, F>(deadline: Instant, work: impl Fn() -> F) -> Option<Result<T>>
where
    F: Future<Output = Result<T>>,
{
    let trying = async {
        let mut pause = PAUSE;
        loop {
            match work().await {
                Err(Error::Unavailable(error)) => {
                    tracing::warn!(%error, "the database is away; trying again shortly");
                }
                ended => return ended,
            }
            sleep(pause).await;
            pause *= 2;
        }
    };
    timeout_at(deadline, trying).await.ok()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    fn soon() -> Instant {
        Instant::now() + 3 * PAUSE
    }

    #[tokio::test]
    async fn work_that_hangs_ends_at_the_deadline() {
        let deadline = soon();
        let ended = retry_until(deadline, std::future::pending::<Result<()>>).await;
        assert!(ended.is_none() && Instant::now() >= deadline);
    }

    #[tokio::test]
    async fn an_error_of_a_database_that_is_there_is_not_retried() {
        let attempts = AtomicU32::new(0);
        let ended = retry_until(soon(), async || {
            attempts.fetch_add(1, Ordering::Relaxed);
            Err::<(), _>(Error::Changed)
        });
        assert!(matches!(ended.await, Some(Err(Error::Changed))));
        assert_eq!(attempts.into_inner(), 1);
    }
}
