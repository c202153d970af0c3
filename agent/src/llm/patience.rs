//! How long one HTTP request may take: until something comes, between two pieces, and in total.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::ladder::{Rung, Streaming};
use crate::{Fault, Settings};

/// The limits of a request that is about to be sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    first_byte: Instant,
    idle: Duration,
    end: Instant,
}

impl Patience {
    /// From now on. Nothing lasts longer than to the caller's deadline; an answer that is not streamed may be silent to
    /// its end.
    pub fn new(settings: &Settings, rung: Rung, deadline: Option<Instant>) -> Patience {
        let now = Instant::now();
        let end = deadline.map_or(now + settings.timeout, |deadline| deadline.min(now + settings.timeout));
        let whole = rung.streaming == Streaming::Off;
        let first_byte = if whole { end } else { end.min(now + settings.first_byte) };
        Patience { first_byte, idle: settings.idle, end }
    }

    /// Waits for what comes first. Errors: [`Fault::Timeout`].
    pub async fn first<F: Future>(&self, coming: F) -> Result<F::Output, Fault> {
        timeout_at(self.first_byte, coming).await.map_err(|_| Fault::Timeout)
    }

    /// Waits for what comes next. Errors: [`Fault::Timeout`].
    pub async fn next<F: Future>(&self, coming: F) -> Result<F::Output, Fault> {
        let limit = self.end.min(Instant::now() + self.idle);
        timeout_at(limit, coming).await.map_err(|_| Fault::Timeout)
    }
}
