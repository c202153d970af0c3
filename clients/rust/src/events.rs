//! Reads a session's events as they happen (server-sent events, WHATWG), and reconnects.

use std::pin::Pin;
use std::time::Duration;

use eventsource_stream::Eventsource;
use futures::{Stream, StreamExt};
use uuid::Uuid;

use crate::types::{Problem, SessionEvent};
use crate::{Client, Error};

/// Failures in a row after which the reader gives up.
const MAX_FAILURES: u32 = 6;
/// Delay before the first reconnection; each next one takes twice as long.
const FIRST_DELAY: Duration = Duration::from_millis(200);

type Frames = Pin<Box<dyn Stream<Item = Result<String, String>> + Send>>;

/// Reads a session's events. When the connection breaks or the server restarts, it reconnects and continues after the
/// last event (`Last-Event-ID`), so that each event comes exactly once.
pub struct Events<'a> {
    client: &'a Client,
    session_id: Uuid,
    last: Option<i64>,
    frames: Option<Frames>,
    failures: u32,
}

/// Why the stream ended.
#[derive(Debug, thiserror::Error)]
pub enum StreamError {
    /// The server refused the stream or cannot be reached.
    #[error("{}", crate::describe(.0))]
    Refused(Box<Error<Problem>>),
    #[error("malformed event: {0}")]
    Malformed(String),
    /// The server closed the stream for good: `token_expired`, `token_revoked`, `session_gone`.
    #[error("the server closed the stream: {0}")]
    Closed(String),
    #[error("the stream broke {MAX_FAILURES} times in a row: {0}")]
    Interrupted(String),
}

impl Client {
    /// The events of a session after the sequence number `after`; all of them for 0 or `None`.
    #[must_use]
    pub fn events(&self, session_id: Uuid, after: Option<i64>) -> Events<'_> {
        Events { client: self, session_id, last: after, frames: None, failures: 0 }
    }
}

impl Events<'_> {
    /// Waits for the next event.
    ///
    /// # Errors
    /// [`StreamError`]. When the token has expired, continue from [`Events::last`] with a new client.
    pub async fn next(&mut self) -> Result<SessionEvent, StreamError> {
        loop {
            let Some(frames) = &mut self.frames else {
                self.open().await?;
                continue;
            };
            match frames.next().await {
                Some(Ok(data)) => {
                    if let Some(event) = self.take(&data)? {
                        return Ok(event);
                    }
                }
                Some(Err(error)) => self.back_off(StreamError::Interrupted(error)).await?,
                None => self.back_off(StreamError::Interrupted("it ended without a reason".into())).await?,
            }
        }
    }

    /// The sequence number of the last event that was returned.
    #[must_use]
    pub fn last(&self) -> Option<i64> {
        self.last
    }

    async fn open(&mut self) -> Result<(), StreamError> {
        let mut request = self.client.stream_events().session_id(self.session_id);
        if let Some(last) = self.last {
            request = request.last_event_id(last);
        }
        match request.send().await {
            Ok(response) => {
                let events = response.into_inner_stream().eventsource();
                let frames =
                    events.map(|read| read.map(|event| event.data).map_err(|error| error.to_string()));
                self.frames = Some(Box::pin(frames));
                Ok(())
            }
            Err(refused) if refused.is_retryable() => {
                self.back_off(StreamError::Refused(Box::new(refused))).await
            }
            Err(refused) => Err(StreamError::Refused(Box::new(refused))),
        }
    }

    /// The event, or `None` when the server asks to reconnect.
    fn take(&mut self, data: &str) -> Result<Option<SessionEvent>, StreamError> {
        let event: SessionEvent =
            serde_json::from_str(data).map_err(|error| StreamError::Malformed(error.to_string()))?;
        self.failures = 0;
        if event.type_ != "stream.closed" {
            self.last = Some(event.sequence);
            return Ok(Some(event));
        }
        self.frames = None;
        match event.reason.as_deref() {
            Some("draining" | "slow_client") => Ok(None),
            reason => Err(StreamError::Closed(reason.unwrap_or("no reason given").to_owned())),
        }
    }

    /// Waits with exponential backoff. Returns the error after [`MAX_FAILURES`].
    async fn back_off(&mut self, error: StreamError) -> Result<(), StreamError> {
        self.frames = None;
        self.failures += 1;
        if self.failures >= MAX_FAILURES {
            return Err(error);
        }
        tokio::time::sleep(FIRST_DELAY * 2_u32.pow(self.failures - 1)).await;
        Ok(())
    }
}
