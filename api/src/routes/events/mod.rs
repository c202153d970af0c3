//! What happens in a session, as a stream.

mod models;

use domain::{events, sessions};
use entity::id::SessionId;
use poem::web::Data;
use poem::{IntoResponse, Response};
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::Type;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use self::models::SessionEvent;
use super::Tag;
use crate::caller::{Reader, SessionsRead};
use crate::problem::Problem;
use crate::streams::{EventFilter, Streams};

pub struct Events;

#[OpenApi(tag = "Tag::Sessions")]
impl Events {
    /// Follow a session
    ///
    /// Server-sent events: first what has happened, then what happens. `id` is the event's number in the session,
    /// `event` its type, `data` a SessionEvent. Who was cut off goes on with `Last-Event-ID`, on any server. The pieces
    /// of an answer (`text.delta`) are valid until a `text.reset` of the same turn; the answer itself
    /// (`message.completed`) always is, and pieces of old answers may be missing. Applying every patch of
    /// `job_data.changed` to `{}` gives the job data. The stream ends with `stream.closed`, which has no id, and why:
    /// `token_expired`, `token_revoked`, `token_stale`, `api_key_ended`, `draining` (the server stops, come back),
    /// `session_gone` or `slow_client`.
    #[oai(path = "/v1/sessions/:session_id/events", method = "get", operation_id = "stream_events")]
    async fn stream_events(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// The `id` of the last event that was received.
        #[oai(name = "Last-Event-ID", validator(minimum(value = "0")))]
        last_event_id: Header<Option<i64>>,
        /// The same for clients that cannot set headers, which win.
        #[oai(name = "after", validator(minimum(value = "0")))]
        after: Query<Option<i64>>,
        streams: Data<&Streams>,
    ) -> Result<EventStream, Problem> {
        let session = SessionId(session_id.0);
        reader.transaction(async |tx| sessions::find(tx, session).await).await?;
        let seat = streams.admit(&reader.caller)?;
        let after = last_event_id.0.or(after.0).unwrap_or(0);
        let follower = events::follow(&reader.db, &reader.caller, session, after);
        Ok(EventStream(streams.open(seat, follower, EventFilter::Session)))
    }
}

/// Events in the format of server-sent events; the document describes the data of one.
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
        let (description, status) = ("The events; the schema is that of one event's data.", Some(200));
        let response = MetaResponse { description, status, status_range: None, content, headers: Vec::new() };
        MetaResponses { responses: vec![response] }
    }

    fn register(registry: &mut Registry) {
        SessionEvent::register(registry);
    }
}
