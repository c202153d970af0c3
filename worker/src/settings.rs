//! How a worker works; the defaults suit one process beside an API.

use std::time::Duration;

use crate::deliveries::Deliveries;

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
            reconcile_every: Duration::from_secs(2),
            poll_every: Duration::from_secs(1),
            retry_after: Duration::from_secs(2),
            grace: Duration::from_secs(20),
            deliveries: Deliveries::default(),
        }
    }
}

impl Settings {
    /// How long a claimed delivery is its worker's, since nobody renews it: the longest time that an answer may take and that
    /// the record of it may take, and some to spare for making it ready. So who is slow is not sent to twice.
    pub(crate) fn delivery_lease(&self) -> Duration {
        let sending = self.deliveries.timeout.max(self.deliveries.long_timeout);
        sending + self.delivery_record() + self.lease / 2
    }

    /// How long it is tried to write down what came of a delivery.
    pub(crate) fn delivery_record(&self) -> Duration {
        self.lease / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_is_its_workers_until_what_came_of_it_is_written_down() {
        let mut settings = Settings::default();
        for (lease, timeout, long_timeout) in [(30, 15, 30), (30, 60, 30), (2, 1, 1), (600, 15, 30)] {
            settings.lease = Duration::from_secs(lease);
            settings.deliveries.timeout = Duration::from_secs(timeout);
            settings.deliveries.long_timeout = Duration::from_secs(long_timeout);
            for sending in [timeout, long_timeout] {
                let taken = Duration::from_secs(sending) + settings.delivery_record();
                assert!(taken + settings.lease / 2 <= settings.delivery_lease(), "{settings:?}");
            }
        }
        // A wait for a connection, ten seconds at most, may come on top.
        let usual = Settings::default();
        let spare = usual.delivery_lease() - usual.deliveries.long_timeout - usual.delivery_record();
        assert!(spare >= Duration::from_secs(15));
    }
}
