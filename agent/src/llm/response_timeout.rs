//! The timeouts of one HTTP request: for the first byte, between two chunks, and in total.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::parameters::{Parameters, Streaming};
use crate::{Fault, Settings};

/// How long the token counts and the end mark may take after the last piece of an answer. Some servers send neither.
const AFTER_FINISH: Duration = Duration::from_secs(2);

/// The timeouts of a request that is about to be sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ResponseTimeout {
    first_byte: Instant,
    idle: Duration,
    end: Instant,
}

impl ResponseTimeout {
    /// The timeouts from now on, at most to the caller's deadline. Without streaming there is no timeout for the first byte.
    pub fn new(settings: &Settings, parameters: Parameters, deadline: Option<Instant>) -> ResponseTimeout {
        let now = Instant::now();
        let end = deadline.map_or(now + settings.timeout, |deadline| deadline.min(now + settings.timeout));
        let whole = parameters.streaming == Streaming::Off;
        let first_byte = if whole { end } else { end.min(now + settings.first_byte) };
        ResponseTimeout { first_byte, idle: settings.idle, end }
    }

    /// The timeouts once the answer is complete.
    pub fn after_finish(self) -> ResponseTimeout {
        ResponseTimeout { idle: self.idle.min(AFTER_FINISH), ..self }
    }

    /// Waits for the first byte. Errors: [`Fault::Timeout`].
    pub async fn first<F: Future>(&self, coming: F) -> Result<F::Output, Fault> {
        timeout_at(self.first_byte, coming).await.map_err(|_| Fault::Timeout)
    }

    /// Waits for the next chunk. Errors: [`Fault::Timeout`].
    pub async fn next<F: Future>(&self, coming: F) -> Result<F::Output, Fault> {
        let limit = self.end.min(Instant::now() + self.idle);
        timeout_at(limit, coming).await.map_err(|_| Fault::Timeout)
    }
}
