//! How a worker works; the defaults suit one process beside an API.

use std::time::Duration;

use crate::deliveries::Deliveries;

/// A dead worker's turns run again within its lease and 2 s: half of that is for the claim and a busy machine.
const RECONCILE_EVERY: Duration = Duration::from_secs(1);

#[derive(Clone, Debug)]
pub struct Settings {
    /// How many turns run at once. They mostly wait for the model and hold no connection meanwhile.
    pub turns_at_once: usize,
    /// How many turns of one organization may run at once, over all workers, unless the organization has its own share.
    pub turns_per_organization: i32,
    /// How long one attempt at a turn may ask the model, repair included.
    pub turn_time: Duration,
    /// How long a claim holds without being renewed; a dead worker's turns are run again after it.
    pub lease: Duration,
    /// How often turns of dead workers are looked for.
    pub reconcile_every: Duration,
    /// How often turns are looked for though nothing rang.
    pub poll_every: Duration,
    /// Delay before the second attempt at a model that failed; doubles with each, full jitter.
    pub retry_after: Duration,
    /// How long running turns may take to finish at shutdown.
    pub grace: Duration,
    pub deliveries: Deliveries,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            turns_at_once: 2_048,
            turns_per_organization: 400,
            turn_time: Duration::from_secs(120),
            lease: Duration::from_secs(30),
            reconcile_every: RECONCILE_EVERY,
            poll_every: Duration::from_secs(1),
            retry_after: Duration::from_secs(2),
            grace: Duration::from_secs(20),
            deliveries: Deliveries::default(),
        }
    }
}

impl Settings {
    /// How long a claimed delivery is its worker's, since nobody renews it: as long as making it ready may take, then the
    /// longest answer, then its record. Who is slow is not sent to twice.
    pub(crate) fn delivery_lease(&self) -> Duration {
        let sending = self.deliveries.timeout.max(self.deliveries.long_timeout);
        self.delivery_ready() + sending + self.lease / 2
    }

    /// How long after its claim a delivery may begin to be sent. What is not ready by then is not sent by this claim: the
    /// answer or its record might come after the lease.
    pub(crate) fn delivery_ready(&self) -> Duration {
        self.lease / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lease, time-outs; what the lease of a delivery is then, in seconds.
    const CASES: [(u64, u64, u64, u64); 4] =
        [(30, 15, 30, 60), (30, 60, 30, 90), (2, 1, 1, 3), (600, 15, 30, 630)];

    #[test]
    fn who_begins_at_the_last_moment_has_time_for_the_longest_answer_and_its_record() {
        let mut settings = Settings::default();
        for (lease, timeout, long_timeout, expected) in CASES {
            settings.lease = Duration::from_secs(lease);
            settings.deliveries.timeout = Duration::from_secs(timeout);
            settings.deliveries.long_timeout = Duration::from_secs(long_timeout);
            assert_eq!(settings.delivery_lease(), Duration::from_secs(expected));
            let left = settings.delivery_lease() - settings.delivery_ready();
            for sending in [timeout, long_timeout] {
                assert!(left >= Duration::from_secs(sending + lease / 2), "{settings:?}");
            }
        }
        // A wait for a connection, ten seconds at most, is no reason not to send it.
        assert!(Settings::default().delivery_ready() >= Duration::from_secs(15));
    }
}
