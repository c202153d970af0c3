//! The event stream of a session.

mod models;

use domain::{events, sessions};
use entity::id::SessionId;
use poem::web::Data;
use poem::{IntoResponse, Response};
use poem_openapi::param::{Header, Query};
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::Type;
use poem_openapi::{ApiResponse, Enum, OpenApi};

use self::models::SessionEvent;
use super::tags::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::problem::Problem;
use crate::streams::{EventFilter, Streams};
use crate::types::Path;

pub struct Events;

#[OpenApi(tag = "Tag::Sessions")]
impl Events {
    /// Stream the events of a session
    ///
    /// Sends server-sent events: stored events first, then new ones as they happen. `id` is the event's sequence number in
    /// the session, `event` its type, `data` a SessionEvent. To resume after a disconnect, send the last `id` as
    /// `Last-Event-ID`, to any server. Chunks of a reply (`text.delta`) are valid until a `text.reset` or a further
    /// `turn.running` of the same turn, which begins the reply anew. The complete reply (`message.completed`) is always valid, and chunks of old replies may be missing. Applying every patch
    /// of `job_data.changed` to `{}` gives the job data. When the server closes the stream, it sends `stream.closed`, which
    /// has no id, with the reason: `token_expired`, `token_revoked`, `token_stale`, `api_key_ended`,
    /// `second_factor_enrolment_required`, `organization_suspended`, `draining` (the server is stopping: reconnect),
    /// `session_gone`, `slow_client` or `internal_error`. 403 `quota_exceeded` when the organization has as many streams open as
    /// it may.
    #[oai(path = "/v1/sessions/:session_id/events", method = "get", operation_id = "stream_events")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the request")]
    async fn stream_events(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<SessionId>,
        /// The `id` of the last event received.
        #[oai(name = "Last-Event-ID", validator(minimum(value = "0")))]
        last_event_id: Header<Option<i64>>,
        /// The same as `Last-Event-ID`, for clients that cannot set headers. The header takes precedence.
        #[oai(name = "after", validator(minimum(value = "0")))]
        after: Query<Option<i64>>,
        /// `now`: the stream ends after the events that are stored. For clients that read a response to its end.
        until: Query<Option<StreamEnd>>,
        /// `false`: a person's test mode, for browsers, whose `EventSource` cannot send `Postwright-Mode`.
        livemode: Query<Option<bool>>,
        streams: Data<&Streams>,
    ) -> Result<EventStream, Problem> {
        let reader = reader.in_mode(livemode.0)?;
        reader.transaction(async |tx| sessions::find(tx, session_id).await).await?;
        let permit = streams.acquire(&reader.caller)?;
        let after = last_event_id.0.or(after.0).unwrap_or(0);
        let follower = events::follow(&reader.db, &reader.caller, session_id, after);
        let filter = match until.0 {
            Some(StreamEnd::Now) => EventFilter::Stored,
            None => EventFilter::Session,
        };
        Ok(EventStream(streams.open(permit, follower, filter)))
    }
}

/// When a stream ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
enum StreamEnd {
    Now,
}

/// Server-sent events. The OpenAPI document describes the data of one event.
struct EventStream(Response);

impl IntoResponse for EventStream {
    fn into_response(self) -> Response {
        self.0
    }
}

impl ApiResponse for EventStream {
    fn meta() -> MetaResponses {
        let content =
            vec![MetaMediaType { content_type: "text/event-stream", schema: SessionEvent::schema_ref() }];
        let description = "The event stream. The schema is that of one event's data.";
        let status = Some(200);
        let response = MetaResponse { description, status, status_range: None, content, headers: Vec::new() };
        MetaResponses { responses: vec![response] }
    }

    fn register(registry: &mut Registry) {
        SessionEvent::register(registry);
    }
}
