//! Conversations with a job post being built.

mod models;

use domain::sessions;
use entity::id::{SessionId, UserId};
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

pub use self::models::Session;
use self::models::{SessionPage, SessionStatus, StartSessionRequest};
use super::{NoContent, Tag};
use crate::caller::{Member, Reader, SessionsRead, SessionsWrite};
use crate::etag::{demanded, is_known, quoted};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::Problem;

pub struct Sessions;

#[OpenApi(tag = "Tag::Sessions")]
impl Sessions {
    /// Start a session
    ///
    /// Its first message is the agent's greeting. It lives for as long after its last turn or edit as the
    /// organization's settings say: 24 hours, unless they say otherwise.
    #[oai(path = "/v1/sessions", method = "post", operation_id = "start_session")]
    async fn start_session(
        &self,
        member: Member<SessionsWrite>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        body: Valid<StartSessionRequest>,
    ) -> Result<Replayable<SessionStarted>, Problem> {
        once(&member, key.of("start_session"), async |tx| {
            let session = sessions::start(tx, body.0.into()).await?;
            let id = session.id;
            Ok((SessionStarted::from(session), Some(id)))
        })
        .await
    }

    /// List sessions
    ///
    /// Newest first. A member sees their own, an admin the organization's.
    #[oai(path = "/v1/sessions", method = "get", operation_id = "list_sessions")]
    async fn list_sessions(
        &self,
        reader: Reader<SessionsRead>,
        page: PageParams,
        /// Only those in this state.
        #[oai(name = "status")]
        status: Query<Option<SessionStatus>>,
        /// Only this person's; for admins.
        #[oai(name = "user_id")]
        user_id: Query<Option<Uuid>>,
    ) -> Result<Json<SessionPage>, Problem> {
        let is_complete = status.0.map(|status| status == SessionStatus::Complete);
        let filter = sessions::Filter { is_complete, user_id: user_id.0.map(UserId) };
        let paged = reader.transaction(async |tx| sessions::list(tx, &filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a session
    ///
    /// The job post as far as it has grown, its step, and the `content_hash` that a yes is about. Reading does not
    /// make it live longer.
    #[oai(path = "/v1/sessions/:session_id", method = "get", operation_id = "read_session")]
    async fn read_session(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// An `ETag` from before: 304 if it is still the same.
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Result<SessionFound, Problem> {
        let session = sessions::find(reader.autocommit(), SessionId(session_id.0)).await?;
        let tag = session.tag();
        Ok(match is_known(if_none_match.0.as_deref(), &tag) {
            true => SessionFound::NotModified(quoted(&tag)),
            false => SessionFound::Ok(Json(session.into()), quoted(&tag)),
        })
    }

    /// Delete a session
    ///
    /// With all that was said in it. Finished job posts stay.
    #[oai(path = "/v1/sessions/:session_id", method = "delete", operation_id = "delete_session")]
    async fn delete_session(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// The `ETag` of what the caller has seen, or several: 412 if it has changed since.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Result<NoContent, Problem> {
        let (session, tags) = (SessionId(session_id.0), demanded(if_match.0.as_deref()));
        member.transaction(async |tx| sessions::delete(tx, session, tags.as_deref()).await).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
pub enum SessionStarted {
    /// The session has begun.
    #[oai(status = 201)]
    Created(
        Json<Session>,
        /// Where it is.
        #[oai(header = "Location")]
        String,
        /// Its version.
        #[oai(header = "ETag")]
        String,
    ),
}

impl From<sessions::Session> for SessionStarted {
    fn from(session: sessions::Session) -> Self {
        let (location, tag) = (format!("/v1/sessions/{}", session.id), quoted(&session.tag()));
        Self::Created(Json(session.into()), location, tag)
    }
}

#[derive(ApiResponse)]
#[expect(clippy::large_enum_variant, reason = "it is made once and taken apart at once")]
enum SessionFound {
    /// The session.
    #[oai(status = 200)]
    Ok(
        Json<Session>,
        /// Its version.
        #[oai(header = "ETag")]
        String,
    ),
    /// It is as the caller knows it.
    #[oai(status = 304)]
    NotModified(
        /// Its version.
        #[oai(header = "ETag")]
        String,
    ),
}
