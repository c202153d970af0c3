//! The threads that compute answers, and the limits of what waits for them.

use std::{num::NonZero, sync::Arc, thread::available_parallelism, time::Duration};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::spawn_blocking,
    time::timeout,
};

/// Requests at once, those that wait for `!slow` among them: what the turns of one worker need.
const REQUESTS: usize = 2_048;
/// How long an answer may wait for a thread and be computed. A worker does not wait longer either.
const DEADLINE: Duration = Duration::from_secs(40);

/// How many answers are computed at once: at most half of the processors', so that others get on.
pub(super) fn computers() -> usize {
    available_parallelism().map_or(1, NonZero::get).div_ceil(2)
}

pub(super) struct Computing {
    places: Arc<Semaphore>,
    threads: Arc<Semaphore>,
    deadline: Duration,
}

impl Default for Computing {
    fn default() -> Computing {
        Computing::new(REQUESTS, computers(), DEADLINE)
    }
}

impl Computing {
    pub fn new(requests: usize, threads: usize, deadline: Duration) -> Computing {
        let semaphore = |permits| Arc::new(Semaphore::new(permits));
        Computing { places: semaphore(requests), threads: semaphore(threads), deadline }
    }

    /// A place for one more request; `None` if all are taken.
    pub fn enter(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.places).try_acquire_owned().ok()
    }

    /// Computes on a thread of the pool; `None` after the deadline or a panic. What has not begun when the caller leaves does
    /// not begin any more.
    pub async fn run<T: Send + 'static>(&self, compute: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let computed = async {
            let thread = Arc::clone(&self.threads).acquire_owned().await.ok()?;
            let computing = spawn_blocking(move || {
                let computed = compute();
                drop(thread);
                computed
            });
            computing.await.ok()
        };
        timeout(self.deadline, computed).await.ok().flatten()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicUsize, Ordering},
        thread::sleep,
    };

    use super::*;

    const WHILE: Duration = Duration::from_millis(100);

    #[tokio::test]
    async fn requests_beyond_the_places_are_refused() {
        let computing = Computing::new(2, 1, WHILE);
        let places = [computing.enter(), computing.enter()];
        assert!(places.iter().all(Option::is_some) && computing.enter().is_none());
        drop(places);
        assert!(computing.enter().is_some());
    }

    #[tokio::test]
    async fn what_nobody_waits_for_is_not_computed() {
        let computing = Computing::new(9, 1, Duration::from_secs(20));
        let computed = Arc::new(AtomicUsize::new(0));
        let compute = || {
            let computed = Arc::clone(&computed);
            move || {
                sleep(WHILE);
                computed.fetch_add(1, Ordering::Relaxed)
            }
        };
        let abandoned = (0..40).map(|_| timeout(WHILE / 2, computing.run(compute())));
        let ended = futures_util::future::join_all(abandoned).await;
        assert!(ended.iter().all(Result::is_err));
        assert_eq!(computing.run(compute()).await, Some(1), "one had begun, and the other 39 never do");
    }

    #[tokio::test]
    async fn after_the_deadline_there_is_no_answer_and_the_thread_stays_taken() {
        let computing = Computing::new(9, 1, WHILE);
        assert_eq!(computing.run(|| sleep(3 * WHILE)).await, None);
        assert_eq!(computing.run(|| 1).await, None);
        sleep(2 * WHILE);
        assert_eq!(computing.run(|| 1).await, Some(1));
    }

    #[tokio::test]
    async fn a_panic_gives_its_thread_back() {
        let computing = Computing::new(9, 1, Duration::from_secs(20));
        assert_eq!(
            computing
                .run(|| if computers() > 0 {
                    panic!("as the test wants")
                })
                .await,
            None
        );
        assert_eq!(computing.run(|| 1).await, Some(1));
    }
}
