//! One running stream: reads events, filters them and writes them to the client until a reason to close.

use std::time::Duration;

use domain::Error;
use domain::events::{Event, Follower};

use super::body::{BodySender, SendError};
use super::filter::{EventFilter, Selection};
use super::sse;
use crate::shutdown::Shutdown;

/// Maximum events per read.
const BATCH: i32 = 64;
/// How long one read waits for events. The follower wakes by itself, so any long time will do.
const READ_TIMEOUT: Duration = Duration::from_secs(3_600);
/// Pause before the next read while the database is unavailable.
const DATABASE_PAUSE: Duration = Duration::from_secs(1);

/// Why a stream closes early, as `stream.closed` names it; none when the client has left or the last event was sent.
type CloseReason = Option<&'static str>;

pub struct Stream {
    follower: Follower,
    filter: EventFilter,
    /// The sequence of the last event read.
    last: i64,
    keep_alive: Duration,
}

impl Stream {
    pub fn new(follower: Follower, filter: EventFilter, keep_alive: Duration) -> Self {
        Self { follower, filter, last: 0, keep_alive }
    }

    /// Runs until the last event, the client's disconnect or a reason to close, which is sent as `stream.closed`.
    pub async fn run(mut self, sender: BodySender, shutdown: &Shutdown) {
        let reason = tokio::select! {
            biased;
            () = sender.disconnected() => None,
            () = shutdown.begun() => Some("draining"),
            reason = self.send_events(&sender) => reason,
        };
        tracing::info!(reason, last = self.last, "stream closed");
        if let Some(reason) = reason {
            sender.close(sse::closing(reason, self.last));
        }
    }

    async fn send_events(&mut self, sender: &BodySender) -> CloseReason {
        loop {
            let events = match self.next_events(sender).await {
                Ok(events) => events,
                Err(reason) => return reason,
            };
            if events.is_empty() && !self.filter.waits() {
                return None;
            }
            let (text, is_last) = write(&events, &mut self.filter);
            if !text.is_empty()
                && let Err(error) = sender.send(text).await
            {
                return reason_of_send(error);
            }
            self.last = events.last().map_or(self.last, |event| event.sequence);
            if is_last {
                return None;
            }
        }
    }

    /// Waits for the next events and sends keep-alive comments meanwhile. An unavailable database is retried: the log
    /// still has the events afterwards.
    async fn next_events(&mut self, sender: &BodySender) -> Result<Vec<Event>, CloseReason> {
        let wait = if self.filter.waits() { READ_TIMEOUT } else { Duration::ZERO };
        loop {
            match with_keep_alive(self.follower.next(BATCH, wait), sender, self.keep_alive).await? {
                Err(Error::Unavailable(_)) => tokio::time::sleep(DATABASE_PAUSE).await,
                Err(error) => return Err(Some(reason_of_error(&error))),
                Ok(events) => return Ok(events),
            }
        }
    }
}

async fn with_keep_alive<T>(
    work: impl Future<Output = T>,
    sender: &BodySender,
    interval: Duration,
) -> Result<T, CloseReason> {
    let mut work = std::pin::pin!(work);
    loop {
        match tokio::time::timeout(interval, &mut work).await {
            Ok(done) => return Ok(done),
            Err(_) => sender.send(sse::KEEP_ALIVE.to_owned()).await.map_err(reason_of_send)?,
        }
    }
}

/// The selected events as text, and whether the stream ends with them.
fn write(events: &[Event], filter: &mut EventFilter) -> (String, bool) {
    let mut text = String::new();
    for event in events {
        let selection = filter.select(event);
        if selection != Selection::Skip {
            text.push_str(&sse::event(event));
        }
        if selection == Selection::SendAndEnd {
            return (text, true);
        }
    }
    (text, false)
}

fn reason_of_send(error: SendError) -> CloseReason {
    match error {
        SendError::Disconnected => None,
        SendError::TooSlow => Some("slow_client"),
    }
}

fn reason_of_error(error: &Error) -> &'static str {
    match error {
        Error::NotFound(_) => "session_gone",
        Error::Unauthenticated(why) => why.code(),
        Error::Forbidden { code, .. } => code,
        error => {
            tracing::error!(%error, "stream failed");
            "internal_error"
        }
    }
}
