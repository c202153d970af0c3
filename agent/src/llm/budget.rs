//! How many retries a model in trouble is burdened with: about one for five calls.

use std::time::Duration;

use tokio::time::Instant;

use super::window::Window;

const SPAN: Duration = Duration::from_secs(30);
const CALLS_FOR_A_RETRY: u32 = 5;

/// Every call pays in a fifth of a retry, every retry takes out a whole one, and all of it lapses after 30 s.
#[derive(Debug)]
pub(super) struct Budget {
    /// Calls, the retries being marked.
    window: Window,
    /// Allowed beside the share, so that a quiet worker may try again too.
    spare: u32,
}

impl Budget {
    pub fn new(spare: u32) -> Budget {
        Budget { window: Window::new(SPAN), spare }
    }

    pub fn called(&mut self, now: Instant) {
        self.window.add(now, false);
    }

    /// Takes one retry out, if there is one.
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
        let mut budget = Budget::new(3);
        let granted = |budget: &mut Budget, now| (0..1_000).filter(|_| budget.take(now)).count();
        assert_eq!(granted(&mut budget, start), 3);
        for _ in 0..100 {
            budget.called(start);
        }
        assert_eq!(granted(&mut budget, start + Duration::from_secs(1)), 20);
        assert_eq!(granted(&mut budget, start + Duration::from_secs(40)), 3);
    }
}
