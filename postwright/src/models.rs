//! The models that a worker asks, for live mode and for test mode, and the stand-in's server where it is one of them.

use std::time::Duration;

use tokio::{task::JoinHandle, time::timeout};
use tokio_util::sync::CancellationToken;

use crate::{cli::Settings, failure::Failure, listeners, standin, wiring};

pub struct Models {
    pub live: agent::Settings,
    pub test: agent::Settings,
    standin: Option<(CancellationToken, JoinHandle<std::io::Result<()>>)>,
}

impl Models {
    /// Those of the settings; the built-in stand-in takes the place of what they do not name.
    ///
    /// # Errors
    /// Those of [`wiring::configured_model`], or no port is to be had.
    pub async fn start(settings: &Settings) -> Result<Self, Failure> {
        match (wiring::configured_model(settings)?, wiring::configured_test_model(settings)?) {
            (Some(live), Some(test)) => Ok(Self { live, test, standin: None }),
            (live, test) => {
                let listener = listeners::open_private().await?;
                let usual = wiring::standin_model(&listeners::base_url(&listener)?);
                let shutdown = CancellationToken::new();
                let server = tokio::spawn(standin::serve(listener, shutdown.clone()));
                let (live, test) = (live.unwrap_or_else(|| usual.clone()), test.unwrap_or(usual));
                Ok(Self { live, test, standin: Some((shutdown, server)) })
            }
        }
    }

    pub async fn stop(self) {
        if let Some((shutdown, server)) = self.standin {
            shutdown.cancel();
            // Idle connections of a client's pool would keep it for a while.
            let _ = timeout(Duration::from_millis(500), server).await;
        }
    }
}
