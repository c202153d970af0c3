//! How things are delivered.

use std::time::Duration;

use outbound::Answer;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
/// The most that a receiver may ask for with `Retry-After`.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);
/// A delay is longer or shorter by up to this part of it, so that what failed together does not come again together.
const JITTER: f64 = 0.1;

#[derive(Clone, Debug)]
pub struct Deliveries {
    /// How long a receiver of webhooks may take to answer.
    pub timeout: Duration,
    /// How long a system may take that is asked to do some work.
    pub long_timeout: Duration,
    /// How long to wait before each try, from the end of the one before; their number is that of the tries.
    pub schedule: Vec<Duration>,
    /// A target to which nothing got through for so long is given up.
    pub give_up_after: Duration,
    /// How many are under way at once.
    pub at_once: usize,
    /// How many of them to one target, over all workers.
    pub per_target: i32,
    /// How long before its end a session is told of.
    pub expiring_ahead: Duration,
    /// How often it is looked for sessions that end.
    pub look_for_expiries_every: Duration,
}

impl Default for Deliveries {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(15),
            long_timeout: Duration::from_secs(30),
            // Those that Standard Webhooks gives as an example: over three days.
            schedule: vec![
                Duration::ZERO,
                Duration::from_secs(5),
                5 * MINUTE,
                30 * MINUTE,
                2 * HOUR,
                5 * HOUR,
                10 * HOUR,
                14 * HOUR,
                20 * HOUR,
                24 * HOUR,
            ],
            give_up_after: 5 * 24 * HOUR,
            // They wait, and hold no connection meanwhile.
            at_once: 256,
            per_target: 8,
            expiring_ahead: HOUR,
            look_for_expiries_every: Duration::from_secs(15),
        }
    }
}

impl Deliveries {
    /// How often a delivery is tried.
    pub fn tries(&self) -> i32 {
        i32::try_from(self.schedule.len()).unwrap_or(i32::MAX)
    }

    /// How long to wait after so many tries that failed, the receiver's wish being the least; none when that was the last.
    pub fn next(&self, tries: i32, answer: Option<&Answer>) -> Option<Duration> {
        let usual = self.schedule.get(usize::try_from(tries).unwrap_or_default())?;
        let jittered = usual.mul_f64(rand::random_range(1.0 - JITTER..=1.0 + JITTER));
        let wish = answer.and_then(|answer| answer.retry_after).unwrap_or_default().min(LONGEST);
        Some(jittered.max(wish))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(retry_after: Option<u64>) -> Answer {
        let retry_after = retry_after.map(Duration::from_secs);
        Answer { status: 503, headers: Vec::new(), body: Vec::new(), retry_after }
    }

    #[test]
    fn tries_go_on_for_days_and_then_end() {
        let usual = Deliveries::default();
        let all: Vec<_> = (1..).map_while(|tries| usual.next(tries, None)).collect();
        assert_eq!(all.len(), 9);
        let total: Duration = all.iter().sum();
        assert!(total > 67 * HOUR && total < 84 * HOUR, "{total:?}");
        assert!(all[0] >= Duration::from_millis(4_500) && all[0] <= Duration::from_millis(5_500));
    }

    #[test]
    fn what_a_receiver_asks_for_is_the_least_within_a_day() {
        let usual = Deliveries::default();
        assert_eq!(usual.next(1, Some(&answer(Some(90)))), Some(Duration::from_secs(90)));
        assert_eq!(usual.next(1, Some(&answer(Some(1_000_000)))), Some(LONGEST));
        assert!(usual.next(2, Some(&answer(Some(1)))).unwrap() > Duration::from_secs(200));
        assert_eq!(usual.next(10, Some(&answer(Some(1)))), None);
    }
}
