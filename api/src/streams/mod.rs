//! Streams of a session's events: from any point of the log on, then live, on any process.

mod body;
mod filter;
mod limits;
mod sse;

use std::time::Duration;

use domain::events::{Event, Follower};
use domain::{Caller, Error};
use poem::Response;
use poem::http::StatusCode;
use tracing::Instrument;

use body::{BodySender, SendError};
pub use filter::EventFilter;
use filter::Verdict;
pub use limits::StreamPermit;
use limits::{StreamLimits, StreamOwner};

use crate::problem::Problem;
use crate::settings::Settings;
use crate::shutdown::Shutdown;

/// How many events are read at once.
const BATCH: i32 = 64;
/// How long to wait for events before asking again for them: no reason not to wait.
const PATIENCE: Duration = Duration::from_secs(3_600);
/// How long to leave a database alone that cannot be reached.
const PAUSE: Duration = Duration::from_secs(1);

/// All streams of this process.
#[derive(Clone)]
pub struct Streams {
    seats: StreamLimits,
    settings: Settings,
    draining: Shutdown,
}

/// Why a stream ends before there is nothing more to come; none when nobody is left to tell, or all was said.
type Reason = Option<&'static str>;

impl Streams {
    pub fn new(settings: Settings, draining: Shutdown) -> Self {
        Self { seats: StreamLimits::default(), settings, draining }
    }

    /// The right to one more stream.
    ///
    /// # Errors
    /// 429 when the person or the key has as many as they may.
    pub fn admit(&self, caller: &Caller) -> Result<StreamPermit, Problem> {
        let holder = StreamOwner::from(caller);
        let limit = match holder {
            StreamOwner::Person(_) => self.settings.streams_per_user,
            StreamOwner::Key(_) => self.settings.streams_per_key,
        };
        self.seats.take(holder, limit).ok_or_else(|| {
            let detail = "You have as many streams open as you may; close one.";
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_streams", detail)
                .with_retry_after(Duration::from_secs(1))
        })
    }

    /// Begins a stream: the answer's body goes on after this returns.
    pub fn open(&self, seat: StreamPermit, follower: Follower, extent: EventFilter) -> Response {
        let (outlet, body) = BodySender::new(self.settings.stream_patience);
        let keep_alive = self.settings.stream_keep_alive;
        let stream = Stream { follower, extent, last: 0, keep_alive };
        let draining = self.draining.clone();
        let run = async move {
            stream.run(outlet, &draining).await;
            drop(seat);
        };
        tokio::spawn(run.in_current_span());
        Response::builder()
            .content_type("text/event-stream")
            // A proxy that collects the answer would hold the events back.
            .header("x-accel-buffering", "no")
            .body(body)
    }
}

struct Stream {
    follower: Follower,
    extent: EventFilter,
    /// The number of the event that was sent last.
    last: i64,
    keep_alive: Duration,
}

impl Stream {
    async fn run(mut self, outlet: BodySender, draining: &Shutdown) {
        let reason = tokio::select! {
            biased;
            () = outlet.gone() => None,
            () = draining.begun() => Some("draining"),
            reason = self.flow(&outlet) => reason,
        };
        tracing::info!(reason, last = self.last, "a stream ends");
        if let Some(reason) = reason {
            outlet.close(sse::of_closing(reason, self.last));
        }
    }

    /// Sends events until there is a reason not to.
    async fn flow(&mut self, outlet: &BodySender) -> Reason {
        loop {
            let events = match self.next(outlet).await {
                Ok(events) => events,
                Err(reason) => return reason,
            };
            let (piece, ended) = write(&events, &mut self.extent);
            if !piece.is_empty()
                && let Err(stuck) = outlet.send(piece).await
            {
                return reason_of(stuck);
            }
            self.last = events.last().map_or(self.last, |event| event.sequence);
            if ended {
                return None;
            }
        }
    }

    /// The next events, with signs of life while there are none.
    async fn next(&mut self, outlet: &BodySender) -> Result<Vec<Event>, Reason> {
        loop {
            match alive(self.follower.next(BATCH, PATIENCE), outlet, self.keep_alive).await? {
                // The log is still there when the database is back.
                Err(Error::Unavailable(_)) => tokio::time::sleep(PAUSE).await,
                Err(error) => return Err(Some(reason_of_error(&error))),
                Ok(events) => return Ok(events),
            }
        }
    }
}

/// What `work` gives, with a comment for the client every so often.
async fn alive<T>(
    work: impl Future<Output = T>,
    outlet: &BodySender,
    interval: Duration,
) -> Result<T, Reason> {
    let mut work = std::pin::pin!(work);
    loop {
        match tokio::time::timeout(interval, &mut work).await {
            Ok(done) => return Ok(done),
            Err(_) => outlet.send(sse::KEEP_ALIVE.to_owned()).await.map_err(reason_of)?,
        }
    }
}

fn write(events: &[Event], extent: &mut EventFilter) -> (String, bool) {
    let mut piece = String::new();
    for event in events {
        let verdict = extent.judge(event);
        if verdict != Verdict::Skip {
            piece.push_str(&sse::of_event(event));
        }
        if verdict == Verdict::ShowAndEnd {
            return (piece, true);
        }
    }
    (piece, false)
}

fn reason_of(stuck: SendError) -> Reason {
    match stuck {
        SendError::Gone => None,
        SendError::Slow => Some("slow_client"),
    }
}

fn reason_of_error(error: &Error) -> &'static str {
    match error {
        Error::NotFound(_) => "session_gone",
        Error::Unauthenticated(why) => why.code(),
        error => {
            tracing::error!(%error, "a stream broke");
            "internal_error"
        }
    }
}
