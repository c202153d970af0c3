//! The requests that are under way, in all and for each client network: each holds memory, also before its caller is
//! known. Event streams do not count, once they have begun.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::Network;
use poem::http::StatusCode;

use crate::problem::Problem;
use crate::settings::{Settings, at_most};

const RETRY_AFTER: Duration = Duration::from_secs(1);

pub struct InFlight {
    most: usize,
    most_of_network: usize,
    counts: Arc<Mutex<Counts>>,
}

#[derive(Default)]
struct Counts {
    all: usize,
    of_network: HashMap<Network, usize>,
}

/// A request that is under way, until it is dropped.
pub struct SlotGuard {
    network: Option<Network>,
    counts: Arc<Mutex<Counts>>,
}

impl InFlight {
    pub fn new(settings: &Settings) -> Self {
        Self {
            most: settings.requests_at_once,
            // Two addresses at least are needed to take all.
            most_of_network: at_most(
                "POSTWRIGHT_REQUESTS_PER_ADDRESS",
                settings.requests_per_address,
                settings.requests_at_once.div_ceil(2),
            ),
            counts: Arc::default(),
        }
    }

    /// Counts a request. An unknown address has no limit of its own.
    ///
    /// # Errors
    /// 429 when the client's network has as many under way as it may, 503 when the process has.
    pub fn enter(&self, address: Option<IpAddr>) -> Result<SlotGuard, Problem> {
        let network = address.map(Network::from);
        let mut counts = lock(&self.counts);
        if counts.all >= self.most {
            return Err(refusal(StatusCode::SERVICE_UNAVAILABLE));
        }
        if let Some(network) = network {
            let of_network = counts.of_network.entry(network).or_default();
            if *of_network >= self.most_of_network {
                return Err(refusal(StatusCode::TOO_MANY_REQUESTS));
            }
            *of_network += 1;
        }
        counts.all += 1;
        Ok(SlotGuard { network, counts: self.counts.clone() })
    }
}

fn refusal(status: StatusCode) -> Problem {
    Problem::of_status(status).with_retry_after(RETRY_AFTER)
}

fn lock(counts: &Mutex<Counts>) -> MutexGuard<'_, Counts> {
    counts.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for SlotGuard {
    fn drop(&mut self) {
        let mut counts = lock(&self.counts);
        counts.all -= 1;
        if let Some(network) = self.network
            && let Some(of_network) = counts.of_network.get_mut(&network)
        {
            *of_network -= 1;
            if *of_network == 0 {
                counts.of_network.remove(&network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(entered: Result<SlotGuard, Problem>) -> Option<u16> {
        entered.err().map(|problem| problem.status.as_u16())
    }

    #[test]
    fn requests_have_a_limit_for_each_network_and_in_all() {
        let settings = Settings { requests_at_once: 5, requests_per_address: 2, ..Settings::default() };
        let in_flight = InFlight::new(&settings);
        let address = |number| Some(IpAddr::from([192, 0, 2, number]));
        let first = [in_flight.enter(address(1)).unwrap(), in_flight.enter(address(1)).unwrap()];
        assert_eq!(refused(in_flight.enter(address(1))), Some(429));
        let others = [2, 2, 3].map(|number| in_flight.enter(address(number)).unwrap());
        assert_eq!(refused(in_flight.enter(address(4))), Some(503));
        assert_eq!(refused(in_flight.enter(None)), Some(503));
        drop(first);
        assert!(in_flight.enter(None).is_ok() && in_flight.enter(address(1)).is_ok());
        drop(others);
        assert!(lock(&in_flight.counts).of_network.is_empty());
    }
}
