//! How long to wait before another attempt.

use std::time::Duration;

const LONGEST: Duration = Duration::from_secs(60);

/// Full jitter: anything up to a bound that doubles with each attempt, the first being number 1. What the other side
/// asked for is the least.
pub fn delay(base: Duration, attempt: i32, asked_for: Option<Duration>) -> Duration {
    let doublings = u32::try_from(attempt.saturating_sub(1)).unwrap_or_default().min(16);
    let bound = base.saturating_mul(1 << doublings).min(LONGEST);
    let jittered = bound.mul_f64(rand::random_range(0.0..=1.0));
    asked_for.unwrap_or_default().min(LONGEST) + jittered
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
        let asked_for = Duration::from_secs(7);
        assert!(delay(base, 1, Some(asked_for)) >= asked_for);
    }
}
