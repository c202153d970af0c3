//! How many connections are open, in all and for each client network. Under pressure idle ones are closed, the oldest
//! first; if there are none, the new one is refused.

use std::collections::HashMap;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Instant;

use domain::Network;
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

use super::refusals::Refusals;
use crate::settings::{Settings, at_most};
use crate::trusted_proxies::TrustedProxies;

/// How many idle connections are closed for one that is too many, so that the search is worth it.
const CLOSED_AT_ONCE: usize = 32;
const BUSY: u64 = 0;

/// The open connections of this process. Cheap to clone.
#[derive(Clone)]
pub struct ConnectionLimits(Arc<Inner>);

struct Inner {
    most: usize,
    most_of_network: usize,
    most_idle_of_network: usize,
    proxies: TrustedProxies,
    begin: Instant,
    open: Mutex<Open>,
    refusals: Refusals,
}

#[derive(Default)]
struct Open {
    count: usize,
    next: u64,
    networks: HashMap<Network, HashMap<u64, Arc<Activity>>>,
}

/// What the limits know of a connection.
struct Activity {
    /// Since when there is no request, in milliseconds, or [`BUSY`].
    idle_since: AtomicU64,
    close: CancellationToken,
}

/// An open connection, until it is dropped.
pub struct SlotGuard {
    limits: ConnectionLimits,
    network: Network,
    id: u64,
    activity: Arc<Activity>,
    closed: Pin<Box<WaitForCancellationFutureOwned>>,
}

impl ConnectionLimits {
    pub fn new(settings: &Settings) -> Self {
        let most = settings.connections;
        Self(Arc::new(Inner {
            most,
            // One client never takes all of few.
            most_of_network: at_most(
                "POSTWRIGHT_CONNECTIONS_PER_ADDRESS",
                settings.connections_per_address,
                most.div_ceil(2),
            ),
            most_idle_of_network: at_most(
                "POSTWRIGHT_IDLE_CONNECTIONS_PER_ADDRESS",
                settings.idle_connections_per_address,
                most.div_ceil(4),
            ),
            proxies: settings.trusted_proxies.clone(),
            begin: Instant::now(),
            open: Mutex::default(),
            refusals: Refusals::default(),
        }))
    }

    /// Counts a new connection, for which idle ones may be closed; `None` if it is too many and all are in use. A proxy's
    /// connections are those of many clients, so only the limit of all applies to it.
    pub fn admit(&self, address: IpAddr) -> Option<SlotGuard> {
        let (inner, network) = (&self.0, Network::from(address));
        let mut open = inner.lock();
        if !inner.proxies.contains(address) {
            let of_network = open.networks.get(&network).map(HashMap::len).unwrap_or_default();
            if of_network >= inner.most_idle_of_network {
                open.close_idle(&[network], inner.most_idle_of_network);
            }
            if of_network >= inner.most_of_network && !open.has_fewer(network, inner.most_of_network) {
                drop(open);
                inner.refusals.log("its address has as many connections open as it may");
                return None;
            }
        }
        if open.count >= inner.most && !open.close_idle_of_largest() {
            drop(open);
            inner.refusals.log("as many connections are open as may be");
            return None;
        }
        Some(self.add(&mut open, network))
    }

    fn add(&self, open: &mut Open, network: Network) -> SlotGuard {
        let activity =
            Arc::new(Activity { idle_since: self.0.now().into(), close: CancellationToken::new() });
        open.count += 1;
        open.next += 1;
        let id = open.next;
        open.networks.entry(network).or_default().insert(id, activity.clone());
        let closed = Box::pin(activity.close.clone().cancelled_owned());
        SlotGuard { limits: self.clone(), network, id, activity, closed }
    }

    /// Closes idle connections; returns whether there were any.
    pub fn close_idle(&self) -> bool {
        self.0.lock().close_idle_of_largest()
    }

    /// Logs a refused connection.
    pub fn refused(&self, reason: &str) {
        self.0.refusals.log(reason);
    }
}

impl Inner {
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Milliseconds since the begin, never [`BUSY`].
    fn now(&self) -> u64 {
        u64::try_from(self.begin.elapsed().as_millis()).unwrap_or(u64::MAX - 1) + 1
    }
}

impl Open {
    /// Closes idle connections of the network; returns whether it has fewer than `most` then.
    fn has_fewer(&mut self, network: Network, most: usize) -> bool {
        self.close_idle(&[network], 0);
        self.networks.get(&network).is_none_or(|connections| connections.len() < most)
    }

    /// Closes idle connections of the network that has the most, or else of all. Returns whether there were any.
    fn close_idle_of_largest(&mut self) -> bool {
        let largest = self.networks.iter().max_by_key(|(_, connections)| connections.len());
        let Some((largest, _)) = largest else { return false };
        if self.close_idle(&[*largest], 0) > 0 {
            return true;
        }
        let all: Vec<Network> = self.networks.keys().copied().collect();
        self.close_idle(&all, 0) > 0
    }

    /// Closes the oldest idle connections of these networks, unless there are no more than `kept`. Returns how many.
    fn close_idle(&mut self, networks: &[Network], kept: usize) -> usize {
        let mut idle = Vec::new();
        for network in networks {
            for (id, activity) in self.networks.get(network).into_iter().flatten() {
                let since = activity.idle_since.load(Ordering::Relaxed);
                if since != BUSY {
                    idle.push((since, *network, *id));
                }
            }
        }
        if idle.len() <= kept {
            return 0;
        }
        let closed = idle.len().min(CLOSED_AT_ONCE);
        if closed < idle.len() {
            idle.select_nth_unstable_by_key(closed, |(since, _, id)| (*since, *id));
        }
        for (_, network, id) in idle.into_iter().take(closed) {
            if let Some(activity) = self.remove(network, id) {
                activity.close.cancel();
            }
        }
        closed
    }

    fn remove(&mut self, network: Network, id: u64) -> Option<Arc<Activity>> {
        let connections = self.networks.get_mut(&network)?;
        let removed = connections.remove(&id)?;
        if connections.is_empty() {
            self.networks.remove(&network);
        }
        self.count -= 1;
        Some(removed)
    }
}

impl SlotGuard {
    pub fn set_idle(&self, is_idle: bool) {
        let since = &self.activity.idle_since;
        if is_idle != (since.load(Ordering::Relaxed) != BUSY) {
            since.store(if is_idle { self.limits.0.now() } else { BUSY }, Ordering::Relaxed);
        }
    }

    #[cfg(test)]
    pub fn is_closed(&self) -> bool {
        self.activity.close.is_cancelled()
    }

    /// Ready when the connection has to be closed for another one. One that has got a request meanwhile goes on.
    pub fn poll_closed(&mut self, context: &mut Context<'_>) -> Poll<()> {
        // Polled in any case: hyper does not read again when the response ends, if it has read in vain before.
        let is_closed = self.closed.as_mut().poll(context).is_ready();
        let is_idle = self.activity.idle_since.load(Ordering::Relaxed) != BUSY;
        if is_closed && is_idle { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl Drop for SlotGuard {
    fn drop(&mut self) {
        self.limits.0.lock().remove(self.network, self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(most: usize, most_of_network: usize, most_idle_of_network: usize) -> ConnectionLimits {
        ConnectionLimits::new(&Settings {
            connections: most,
            connections_per_address: most_of_network,
            idle_connections_per_address: most_idle_of_network,
            trusted_proxies: "10.0.0.1".parse().unwrap(),
            ..Settings::default()
        })
    }

    fn address(number: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, number])
    }

    /// Opens this many connections that have a request.
    fn busy(limits: &ConnectionLimits, of: u8, count: usize) -> Vec<SlotGuard> {
        let admitted = std::iter::from_fn(|| limits.admit(address(of))).take(count);
        admitted.inspect(|place| place.set_idle(false)).collect()
    }

    fn closed(places: &[SlotGuard]) -> usize {
        places.iter().filter(|place| place.is_closed()).count()
    }

    #[test]
    fn an_address_that_uses_all_its_connections_keeps_no_others_out() {
        let limits = limits(100, 10, 10);
        let places = busy(&limits, 1, 1_000);
        assert_eq!(places.len(), 10);
        assert!(limits.admit(address(2)).is_some());
        drop(places);
        assert!(limits.admit(address(1)).is_some());
    }

    #[test]
    fn a_proxy_has_only_the_limit_of_all() {
        let limits = limits(100, 10, 10);
        let proxy = IpAddr::from([10, 0, 0, 1]);
        let places: Vec<_> = std::iter::from_fn(|| limits.admit(proxy))
            .take(1_000)
            .inspect(|place| place.set_idle(false))
            .collect();
        assert_eq!(places.len(), 100);
    }

    #[test]
    fn idle_connections_of_an_address_have_a_limit() {
        let limits = limits(10_000, 10_000, 100);
        let places: Vec<_> = (0..1_000).map(|_| limits.admit(address(1)).unwrap()).collect();
        let open = places.len() - closed(&places);
        assert!((100 - CLOSED_AT_ONCE..=101).contains(&open), "{open}");
        assert!(places.iter().rev().take(60).all(|place| !place.is_closed()), "the oldest go");
    }

    #[test]
    fn under_pressure_idle_connections_go_and_busy_ones_stay() {
        let limits = limits(100, 100, 100);
        let calm: Vec<_> = (0..10).map(|_| limits.admit(address(1)).unwrap()).collect();
        let working = busy(&limits, 2, 10);
        let greedy: Vec<_> = (0..200).map(|_| limits.admit(address(3)).unwrap()).collect();
        assert!(limits.0.lock().count <= 100);
        assert_eq!((closed(&calm), closed(&working)), (0, 0), "the address that has the most pays");
        assert!(closed(&greedy) >= 120);
        drop(greedy);
        let half = busy(&limits, 4, 1_000);
        assert_eq!((half.len(), closed(&calm)), (50, 0), "one address has at most half");
        let rest = busy(&limits, 5, 1_000);
        assert_eq!((rest.len(), closed(&calm), closed(&working)), (40, 10, 0), "then all that are idle");
        assert!(limits.admit(address(6)).is_none());
        drop((half, rest, calm, working));
        let open = limits.0.lock();
        assert_eq!((open.count, open.networks.len()), (0, 0));
    }

    #[tokio::test]
    async fn a_connection_that_gets_a_request_is_not_closed() {
        let limits = limits(1, 1, 1);
        let mut place = limits.admit(address(1)).unwrap();
        let _other = limits.admit(address(1)).unwrap();
        place.set_idle(false);
        let polled =
            |place: &mut SlotGuard| place.poll_closed(&mut Context::from_waker(std::task::Waker::noop()));
        assert!(polled(&mut place).is_pending());
        place.set_idle(true);
        assert!(polled(&mut place).is_ready());
    }
}
