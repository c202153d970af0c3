//! Event streams of a session: stored events from any position, then new ones as they happen, on any process.

mod body;
mod filter;
mod limits;
mod sse;
mod stream;

use domain::Caller;
use domain::events::Follower;
use entity::id::OrganizationId;
use poem::Response;
use tracing::Instrument;

pub use filter::EventFilter;
pub use limits::StreamPermit;

use self::body::BodySender;
use self::limits::{StreamLimits, StreamOwner};
use self::stream::Stream;
use crate::problem::Problem;
use crate::settings::Settings;
use crate::shutdown::Shutdown;

/// Opens the streams of this process. Cheap to clone.
#[derive(Clone)]
pub struct Streams {
    limits: StreamLimits,
    settings: Settings,
    shutdown: Shutdown,
}

impl Streams {
    pub fn new(settings: Settings, shutdown: Shutdown) -> Self {
        Self { limits: StreamLimits::default(), settings, shutdown }
    }

    /// The permit for one more stream, counted until it is dropped.
    ///
    /// # Errors
    /// 429 when the user or the API key has the maximum of open streams; 403 `quota_exceeded` when the organization has.
    pub fn acquire(&self, caller: &Caller) -> Result<StreamPermit, Problem> {
        let owner = StreamOwner::from(caller);
        let limit = match owner {
            StreamOwner::Key(_) => self.settings.streams_per_key,
            StreamOwner::User(_) => self.settings.streams_per_user,
        };
        self.limits.acquire(owner, limit, caller.organization_id(), &self.settings.quotas)
    }

    /// How many streams of the organization this process has open.
    pub fn open_of(&self, organization: OrganizationId) -> usize {
        self.limits.open_of(organization)
    }

    /// Starts a stream. Its task writes the response's body after this returns.
    pub fn open(&self, permit: StreamPermit, follower: Follower, filter: EventFilter) -> Response {
        let (sender, body) = BodySender::new(self.settings.stream_write_timeout);
        let stream = Stream::new(follower, filter, self.settings.stream_keep_alive);
        let shutdown = self.shutdown.clone();
        let run = async move {
            stream.run(sender, &shutdown).await;
            drop(permit);
        };
        tokio::spawn(run.in_current_span());
        Response::builder()
            .content_type("text/event-stream")
            // Without it a buffering proxy would hold the events back.
            .header("x-accel-buffering", "no")
            .body(body)
    }
}
