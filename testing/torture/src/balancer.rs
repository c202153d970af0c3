//! Which API a request goes to: any of them, less those that say they are not ready while somebody looks.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::future::join_all;
use rand::seq::IndexedRandom as _;

use crate::Result;

/// As often as a load balancer does; an API that is told to stop stays for twice as long.
const LOOK_EVERY: Duration = Duration::from_secs(1);

pub struct Balancer {
    apis: Vec<Api>,
}

struct Api {
    address: SocketAddr,
    is_away: AtomicBool,
}

impl Balancer {
    /// Over these APIs, all of which are taken for ready until somebody looks.
    #[must_use]
    pub fn over(addresses: &[SocketAddr]) -> Self {
        let api = |address: &SocketAddr| Api { address: *address, is_away: AtomicBool::new(false) };
        Self { apis: addresses.iter().map(api).collect() }
    }

    /// Where they are, in the order of their numbers.
    pub fn base_urls(&self) -> impl Iterator<Item = String> {
        self.apis.iter().map(|api| format!("http://{}", api.address))
    }

    /// The number of one that is ready; of any when none is.
    #[must_use]
    pub fn pick(&self) -> usize {
        let is_ready = |number: &usize| !self.apis[*number].is_away.load(Ordering::Relaxed);
        let ready: Vec<usize> = (0..self.apis.len()).filter(is_ready).collect();
        ready.choose(&mut rand::rng()).copied().unwrap_or_default()
    }

    /// Returns when this one has been ready at the last look.
    pub async fn wait_for(&self, number: usize) {
        // What is there now may be the look before last.
        tokio::time::sleep(LOOK_EVERY).await;
        while self.apis[number].is_away.load(Ordering::Relaxed) {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Asks all of them again and again whether they are ready. Goes on until it is aborted.
    ///
    /// # Errors
    /// There is no client to ask with.
    pub async fn look(&self) -> Result<()> {
        // A new connection for each look: an old one may lead to a process that is gone.
        let http = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).timeout(LOOK_EVERY);
        let http = http.build()?;
        let mut beat = tokio::time::interval(LOOK_EVERY);
        loop {
            beat.tick().await;
            join_all(self.apis.iter().map(|api| async {
                let asked = http.get(format!("http://{}/readyz", api.address)).send().await;
                let is_ready = asked.is_ok_and(|answer| answer.status().is_success());
                api.is_away.store(!is_ready, Ordering::Relaxed);
            }))
            .await;
        }
    }
}
