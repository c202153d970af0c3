//! A session's events as they happen (server-sent events, WHATWG), read on after a cut.

use std::pin::Pin;
use std::time::Duration;

use eventsource_stream::Eventsource;
use futures::{Stream, StreamExt};
use uuid::Uuid;

use crate::types::{Problem, SessionEvent};
use crate::{Client, Error};

/// How often it is tried to read on, one after the other, before a stream counts as lost.
const TRIES: u32 = 6;
const FIRST_PAUSE: Duration = Duration::from_millis(200);

type Frames = Pin<Box<dyn Stream<Item = Result<String, String>> + Send>>;

/// Reads a session's events. Where the connection is cut, or the server stops, it reads on from the last event it
/// gave (`Last-Event-ID`), so each event comes once and none is left out.
pub struct Events<'a> {
    client: &'a Client,
    session_id: Uuid,
    last: Option<i64>,
    frames: Option<Frames>,
    failures: u32,
}

/// Why there are no more events.
#[derive(Debug, thiserror::Error)]
pub enum Lost {
    /// The server refuses to stream, or cannot be reached.
    #[error("{}", crate::told(.0))]
    Refused(Box<Error<Problem>>),
    /// What came is no event of ours.
    #[error("an event that cannot be read: {0}")]
    Garbled(String),
    /// The server ended the stream for good: `token_expired`, `token_revoked`, `session_gone`.
    #[error("the stream was closed: {0}")]
    Closed(String),
    #[error("the stream was cut {TRIES} times in a row: {0}")]
    Cut(String),
}

impl Client {
    /// The events of a session after the one numbered `after`; all of them from 0 or `None`.
    #[must_use]
    pub fn events(&self, session_id: Uuid, after: Option<i64>) -> Events<'_> {
        Events { client: self, session_id, last: after, frames: None, failures: 0 }
    }
}

impl Events<'_> {
    /// The next event; waits for it.
    ///
    /// # Errors
    /// [`Lost`]. One whose token has expired reads on with a new client, from [`Events::last`].
    pub async fn next(&mut self) -> Result<SessionEvent, Lost> {
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
                Some(Err(cut)) => self.pause(Lost::Cut(cut)).await?,
                None => self.pause(Lost::Cut("it ended without a word".into())).await?,
            }
        }
    }

    /// The number of the last event that was given.
    #[must_use]
    pub fn last(&self) -> Option<i64> {
        self.last
    }

    async fn open(&mut self) -> Result<(), Lost> {
        let mut request = self.client.stream_events().session_id(self.session_id);
        if let Some(last) = self.last {
            request = request.last_event_id(last);
        }
        match request.send().await {
            Ok(answer) => {
                let events = answer.into_inner_stream().eventsource();
                let frames = events.map(|read| read.map(|event| event.data).map_err(|cut| cut.to_string()));
                self.frames = Some(Box::pin(frames));
                Ok(())
            }
            Err(refused) if refused.is_retryable() => self.pause(Lost::Refused(Box::new(refused))).await,
            Err(refused) => Err(Lost::Refused(Box::new(refused))),
        }
    }

    /// An event, or nothing where the server only asks to come back.
    fn take(&mut self, data: &str) -> Result<Option<SessionEvent>, Lost> {
        let event: SessionEvent =
            serde_json::from_str(data).map_err(|error| Lost::Garbled(error.to_string()))?;
        self.failures = 0;
        if event.type_ != "stream.closed" {
            self.last = Some(event.sequence);
            return Ok(Some(event));
        }
        self.frames = None;
        match event.reason.as_deref() {
            Some("draining" | "slow_client") => Ok(None),
            reason => Err(Lost::Closed(reason.unwrap_or("no reason given").to_owned())),
        }
    }

    /// Waits before the next try, twice as long each time; gives up with `lost` after [`TRIES`].
    async fn pause(&mut self, lost: Lost) -> Result<(), Lost> {
        self.frames = None;
        self.failures += 1;
        if self.failures >= TRIES {
            return Err(lost);
        }
        tokio::time::sleep(FIRST_PAUSE * 2_u32.pow(self.failures - 1)).await;
        Ok(())
    }
}
