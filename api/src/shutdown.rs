//! Graceful shutdown: tells requests and streams that the server is stopping.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::settings::Settings;

/// Whether the server is stopping. It still answers new requests while the load balancer notices. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Shutdown {
    token: CancellationToken,
    /// From the begin of the shutdown until waiting requests must be answered.
    answer_after: Duration,
}

impl Shutdown {
    pub fn new(settings: &Settings, token: CancellationToken) -> Self {
        Self { token, answer_after: settings.drain + settings.shutdown_grace / 2 }
    }

    pub fn has_begun(&self) -> bool {
        self.token.is_cancelled()
    }

    /// Returns when the shutdown begins.
    pub async fn begun(&self) {
        self.token.cancelled().await;
    }

    /// Returns when waiting requests must be answered to be in time.
    pub async fn nearly_over(&self) {
        self.token.cancelled().await;
        tokio::time::sleep(self.answer_after).await;
    }
}
