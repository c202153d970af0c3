//! The way out: what the server does between being told to stop and having stopped.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::settings::Settings;

/// Whether the server is on its way out. New requests are still answered while whoever balances the load finds out.
#[derive(Clone, Debug)]
pub struct Shutdown {
    told: CancellationToken,
    /// From being told to when requests that wait should be answered.
    patience: Duration,
}

impl Shutdown {
    pub fn new(settings: &Settings, told: CancellationToken) -> Self {
        Self { told, patience: settings.drain + settings.shutdown_grace / 2 }
    }

    pub fn has_begun(&self) -> bool {
        self.told.is_cancelled()
    }

    /// Returns when the server is told to stop.
    pub async fn begun(&self) {
        self.told.cancelled().await;
    }

    /// Returns when there is just time enough to answer what waits.
    pub async fn nearly_over(&self) {
        self.told.cancelled().await;
        tokio::time::sleep(self.patience).await;
    }
}
