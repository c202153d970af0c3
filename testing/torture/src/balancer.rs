//! A load balancer: each request goes to a random API that was ready at the last health check.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::future::join_all;
use rand::seq::IndexedRandom as _;

use crate::Result;

/// A stopping API stays for twice as long after it has become unready.
const HEALTH_CHECK_INTERVAL: Duration = Duration::from_secs(1);

pub struct Balancer {
    apis: Vec<Api>,
}

struct Api {
    address: SocketAddr,
    is_unready: AtomicBool,
}

impl Balancer {
    /// Balances over these APIs. All count as ready until the first health check.
    #[must_use]
    pub fn over(addresses: &[SocketAddr]) -> Self {
        let api = |address: &SocketAddr| Api { address: *address, is_unready: AtomicBool::new(false) };
        Self { apis: addresses.iter().map(api).collect() }
    }

    /// The base URLs of the APIs, in the order of their numbers.
    pub fn base_urls(&self) -> impl Iterator<Item = String> {
        self.apis.iter().map(|api| format!("http://{}", api.address))
    }

    /// The number of a ready API; 0 when none is ready.
    #[must_use]
    pub fn pick(&self) -> usize {
        let is_ready = |number: &usize| !self.apis[*number].is_unready.load(Ordering::Relaxed);
        let ready: Vec<usize> = (0..self.apis.len()).filter(is_ready).collect();
        ready.choose(&mut rand::rng()).copied().unwrap_or_default()
    }

    /// Waits until a health check has found this API ready.
    pub async fn wait_for(&self, number: usize) {
        // The present result may be from before the API was started.
        tokio::time::sleep(HEALTH_CHECK_INTERVAL).await;
        while self.apis[number].is_unready.load(Ordering::Relaxed) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Checks all APIs at an interval. Runs until it is aborted.
    ///
    /// # Errors
    /// No HTTP client can be created.
    pub async fn check_health(&self) -> Result<()> {
        // A new connection for each check: an old one may lead to a process that has exited.
        let http =
            reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).timeout(HEALTH_CHECK_INTERVAL);
        let http = http.build()?;
        let mut ticker = tokio::time::interval(HEALTH_CHECK_INTERVAL);
        loop {
            ticker.tick().await;
            join_all(self.apis.iter().map(|api| async {
                let response = http.get(format!("http://{}/readyz", api.address)).send().await;
                let is_ready = response.is_ok_and(|response| response.status().is_success());
                api.is_unready.store(!is_ready, Ordering::Relaxed);
            }))
            .await;
        }
    }
}
