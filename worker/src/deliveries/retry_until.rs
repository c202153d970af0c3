//! Going on while the database is away.

use std::time::Duration;

use domain::{Error, Result};
use tokio::time::{Instant, sleep, timeout_at};

/// The first pause; doubles with each.
const PAUSE: Duration = Duration::from_millis(200);

/// Does it again while the database is away, until then. None when that moment came first, even if it was waiting for an answer
/// of the database: whether it was done is not known then.
pub async fn persist<T, F>(until: Instant, work: impl Fn() -> F) -> Option<Result<T>>
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
    timeout_at(until, trying).await.ok()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    fn soon() -> Instant {
        Instant::now() + 3 * PAUSE
    }

    #[tokio::test]
    async fn work_that_hangs_ends_with_its_time() {
        let until = soon();
        let ended = persist(until, std::future::pending::<Result<()>>).await;
        assert!(ended.is_none() && Instant::now() >= until);
    }

    #[tokio::test]
    async fn what_the_database_says_is_not_asked_for_again() {
        let asked = AtomicU32::new(0);
        let ended = persist(soon(), async || {
            asked.fetch_add(1, Ordering::Relaxed);
            Err::<(), _>(Error::Changed)
        });
        assert!(matches!(ended.await, Some(Err(Error::Changed))));
        assert_eq!(asked.into_inner(), 1);
    }
}
