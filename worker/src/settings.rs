//! The worker's settings. The defaults suit one process beside an API.

use std::time::Duration;

use uuid::Uuid;

use crate::deliveries::Deliveries;

/// A dead worker's turns run again within the lease and 2 s: the second half is for the queue, the claim and a busy machine.
const RECONCILE_EVERY: Duration = Duration::from_secs(1);

#[derive(Clone, Debug)]
pub struct Settings {
    /// No other worker has this name at the same time. Turns that a worker of this name has left running are requeued when
    /// it starts.
    pub name: String,
    /// How many turns run at once. They mostly wait for the LLM and use no connection meanwhile.
    pub turns_at_once: usize,
    /// How many turns of one organization may run at once, over all workers, unless the organization has its own limit.
    pub turns_per_organization: i32,
    /// The time limit for the LLM calls of one claim, including the second call after an unusable answer.
    pub turn_time: Duration,
    /// How long a claim holds without renewal. A dead worker's turns are requeued after it.
    pub lease: Duration,
    /// The period of the reconcile task.
    pub reconcile_every: Duration,
    /// How often the claim loops and the task queues look for work without a wake-up.
    pub poll_every: Duration,
    /// The bound of the backoff before the second LLM call; doubles with each call.
    pub retry_after: Duration,
    /// How long running turns and deliveries may take to end at shutdown.
    pub grace: Duration,
    pub deliveries: Deliveries,
    /// How long one attempt to send an e-mail may take.
    pub email_timeout: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: Uuid::now_v7().to_string(),
            turns_at_once: 2_048,
            turns_per_organization: 400,
            turn_time: Duration::from_secs(120),
            lease: Duration::from_secs(30),
            reconcile_every: RECONCILE_EVERY,
            poll_every: Duration::from_secs(1),
            retry_after: Duration::from_secs(2),
            grace: Duration::from_secs(20),
            deliveries: Deliveries::default(),
            email_timeout: Duration::from_secs(60),
        }
    }
}

impl Settings {
    /// The lease of a delivery, which is not renewed: it covers the preparation, the longest request timeout, and the time to
    /// record the result. So a slow receiver is not sent to twice.
    pub(crate) fn delivery_lease(&self) -> Duration {
        let sending = self.deliveries.timeout.max(self.deliveries.long_timeout);
        self.delivery_ready() + sending + self.lease / 2
    }

    /// The lease of an e-mail: an attempt, and as long to record its result. So a slow mail server gets no e-mail twice.
    pub(crate) fn email_lease(&self) -> Duration {
        2 * self.email_timeout
    }

    /// How long after its claim a delivery may be prepared. What takes longer is not sent under this claim, because the
    /// response or its record could come after the lease.
    pub(crate) fn delivery_ready(&self) -> Duration {
        self.lease / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lease, the two timeouts, and the resulting lease of a delivery, in seconds.
    const CASES: [(u64, u64, u64, u64); 4] =
        [(30, 15, 30, 60), (30, 60, 30, 90), (2, 1, 1, 3), (600, 15, 30, 630)];

    #[test]
    fn a_request_that_begins_at_the_last_moment_ends_within_the_lease() {
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
        // The wait for a connection takes up to ten seconds and must not use that up.
        assert!(Settings::default().delivery_ready() >= Duration::from_secs(15));
    }
}
