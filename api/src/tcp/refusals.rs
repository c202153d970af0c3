//! The log of refused connections: a line a second at most, however many there are.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const INTERVAL: Duration = Duration::from_secs(1);

#[derive(Default)]
pub struct Refusals(Mutex<State>);

#[derive(Default)]
struct State {
    logged_at: Option<Instant>,
    /// Since the last line.
    count: u64,
}

impl Refusals {
    pub fn log(&self, reason: &str) {
        if let Some(refused) = self.count(Instant::now()) {
            tracing::warn!(refused, reason, "connections are refused");
        }
    }

    /// How many were refused since the last line, if it is time for another.
    fn count(&self, now: Instant) -> Option<u64> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.count += 1;
        if state.logged_at.is_some_and(|at| now.duration_since(at) < INTERVAL) {
            return None;
        }
        state.logged_at = Some(now);
        Some(std::mem::take(&mut state.count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_has_one_line_that_counts_those_before() {
        let (refusals, now) = (Refusals::default(), Instant::now());
        assert_eq!(refusals.count(now), Some(1));
        assert!((1..1_000).all(|ms| refusals.count(now + Duration::from_millis(ms)).is_none()));
        assert_eq!(refusals.count(now + INTERVAL), Some(1_000));
    }
}
