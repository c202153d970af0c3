//! The settings of deliveries.

use std::time::Duration;

use outbound::Response;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);
/// The longest `Retry-After` that is respected.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);
/// A delay is longer or shorter by up to this part of it, so that deliveries that failed together are not retried together.
const JITTER: f64 = 0.1;

#[derive(Clone, Debug)]
pub struct Deliveries {
    /// The request timeout of webhooks.
    pub timeout: Duration,
    /// The request timeout of publications, whose receivers do some work before they respond.
    pub long_timeout: Duration,
    /// The delay before each attempt, from the end of the attempt before. There are as many attempts as delays.
    pub schedule: Vec<Duration>,
    /// A webhook endpoint is disabled when a delivery fails for good and none has succeeded for this long.
    pub give_up_after: Duration,
    /// How many deliveries are sent at once.
    pub at_once: usize,
    /// How many of them to one target, over all workers.
    pub per_target: i32,
    /// How long before a session expires `session.expiring` is emitted.
    pub expiring_ahead: Duration,
    /// The period of the task that emits the webhooks of expiring sessions.
    pub look_for_expiries_every: Duration,
}

impl Default for Deliveries {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(15),
            long_timeout: Duration::from_secs(30),
            // The example of Standard Webhooks: over three days.
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
            // They mostly wait for the receiver and use no connection meanwhile.
            at_once: 256,
            per_target: 8,
            expiring_ahead: HOUR,
            look_for_expiries_every: Duration::from_secs(15),
        }
    }
}

impl Deliveries {
    /// How many attempts a delivery has.
    pub fn attempts(&self) -> i32 {
        i32::try_from(self.schedule.len()).unwrap_or(i32::MAX)
    }

    /// The delay after the given number of failed attempts, at least the receiver's `Retry-After`; `None` after the last.
    pub fn next(&self, attempts: i32, response: Option<&Response>) -> Option<Duration> {
        let usual = self.schedule.get(usize::try_from(attempts).unwrap_or_default())?;
        let jittered = usual.mul_f64(rand::random_range(1.0 - JITTER..=1.0 + JITTER));
        let retry_after = response.and_then(|response| response.retry_after).unwrap_or_default().min(LONGEST);
        Some(jittered.max(retry_after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(retry_after: Option<u64>) -> Response {
        let retry_after = retry_after.map(Duration::from_secs);
        Response { status: 503, headers: Vec::new(), body: Vec::new(), retry_after }
    }

    #[test]
    fn attempts_go_on_for_days_and_then_end() {
        let usual = Deliveries::default();
        let all: Vec<_> = (1..).map_while(|attempts| usual.next(attempts, None)).collect();
        assert_eq!(all.len(), 9);
        let total: Duration = all.iter().sum();
        assert!(total > 67 * HOUR && total < 84 * HOUR, "{total:?}");
        assert!(all[0] >= Duration::from_millis(4_500) && all[0] <= Duration::from_millis(5_500));
    }

    #[test]
    fn a_receiver_may_ask_for_a_delay_of_up_to_a_day() {
        let usual = Deliveries::default();
        assert_eq!(usual.next(1, Some(&response(Some(90)))), Some(Duration::from_secs(90)));
        assert_eq!(usual.next(1, Some(&response(Some(1_000_000)))), Some(LONGEST));
        assert!(usual.next(2, Some(&response(Some(1)))).unwrap() > Duration::from_secs(200));
        assert_eq!(usual.next(10, Some(&response(Some(1)))), None);
    }
}
