//! The retry budget of an organization, or of all together: about one retry for five calls, so that retries do not overload
//! a failing model.

use std::time::Duration;

use tokio::time::Instant;

use super::sliding_window::SlidingWindow;

const SPAN: Duration = Duration::from_secs(30);
const CALLS_FOR_A_RETRY: u32 = 5;

/// Each call adds a fifth of a retry, each retry takes a whole one. Both expire after 30 s.
#[derive(Debug)]
pub(super) struct RetryBudget {
    /// Calls, of which the retries are marked.
    window: SlidingWindow,
    /// Retries beyond the share, so that a worker with few calls may retry too.
    spare: u32,
}

impl RetryBudget {
    pub fn new(spare: u32) -> RetryBudget {
        RetryBudget { window: SlidingWindow::new(SPAN), spare }
    }

    pub fn called(&mut self, now: Instant) {
        self.window.add(now, false);
    }

    /// Takes one retry. Returns false if none is left.
    pub fn take(&mut self, now: Instant) -> bool {
        let counts = self.window.counts(now);
        let calls = counts.all - counts.marked;
        let granted = counts.marked < self.spare + calls / CALLS_FOR_A_RETRY;
        if granted {
            self.window.add(now, true);
        }
        granted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retries_are_a_fifth_of_the_calls_and_a_few() {
        let start = Instant::now();
        let mut budget = RetryBudget::new(3);
        let granted = |budget: &mut RetryBudget, now| (0..1_000).filter(|_| budget.take(now)).count();
        assert_eq!(granted(&mut budget, start), 3);
        for _ in 0..100 {
            budget.called(start);
        }
        assert_eq!(granted(&mut budget, start + Duration::from_secs(1)), 20);
        assert_eq!(granted(&mut budget, start + Duration::from_secs(40)), 3);
    }
}
