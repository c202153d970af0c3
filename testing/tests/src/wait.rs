//! Waiting for a condition, with a limit after which the test fails.

use std::time::{Duration, Instant};

/// How long a condition may take to become true. Generous: the machine may be busy with other tests.
const LIMIT: Duration = Duration::from_secs(60);
const INTERVAL: Duration = Duration::from_millis(20);

/// Polls until the condition holds. Panics with its description when it does not hold within a minute.
pub async fn wait_until(condition: &str, mut holds: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !holds().await {
        assert!(begun.elapsed() < LIMIT, "not within {LIMIT:?}: {condition}");
        tokio::time::sleep(INTERVAL).await;
    }
}
