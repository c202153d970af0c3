//! Backoff with full jitter between attempts at an LLM call.

use std::time::Duration;

const LONGEST: Duration = Duration::from_secs(60);

/// A random delay up to a bound that starts at `base` and doubles with each attempt, counted from 1. The endpoint's
/// `Retry-After` is added to it.
pub fn delay(base: Duration, attempt: i32, retry_after: Option<Duration>) -> Duration {
    let doublings = u32::try_from(attempt.saturating_sub(1)).unwrap_or_default().min(16);
    let bound = base.saturating_mul(1 << doublings).min(LONGEST);
    let jittered = bound.mul_f64(rand::random_range(0.0..=1.0));
    retry_after.unwrap_or_default().min(LONGEST) + jittered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_stay_within_their_bounds() {
        let base = Duration::from_millis(500);
        for attempt in 1..40 {
            assert!(delay(base, attempt, None) <= LONGEST);
        }
        assert!(delay(base, 1, None) <= base);
        let retry_after = Duration::from_secs(7);
        assert!(delay(base, 1, Some(retry_after)) >= retry_after);
    }
}
