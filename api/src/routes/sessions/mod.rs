//! Sessions: conversations, each with the draft of a job post.

mod filter;
mod models;

use domain::sessions;
use entity::id::SessionId;
use poem_openapi::param::Header;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

pub use self::filter::{MARK as FILTER_MARK, SessionFilter, parameters as filter_parameters};
pub use self::models::{Session, SessionStatus};
use self::models::{SessionPage, StartSessionRequest};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Admin, JobPostsRead, Member, Reader, SessionsRead, SessionsWrite};
use crate::etag::{none_match_names, quoted, required_tags};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct Sessions;

#[OpenApi(tag = "Tag::Sessions")]
impl Sessions {
    /// Start a session
    ///
    /// The first message of a session is the agent's greeting. A session expires a fixed time after its last turn or edit: 24
    /// hours, unless the organization's settings differ. Its job data begin empty, or with the organization's standing benefits
    /// and the content of `from_job_post` or of a template; these values have the basis `copied`. With `from_job_post` an API key also needs
    /// the scope `job_posts:read`. 403 `quota_exceeded` when the organization keeps as many sessions as it may, expired ones
    /// included.
    #[oai(path = "/v1/sessions", method = "post", operation_id = "start_session")]
    async fn start_session(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        body: Valid<StartSessionRequest>,
    ) -> Result<Replayable<SessionStarted>, Problem> {
        if body.0.reads_job_post() {
            member.require_scope::<JobPostsRead>()?;
        }
        once(&member, key.of("start_session"), async |tx| {
            let session = sessions::start(tx, body.0.into()).await?;
            let id = session.id;
            Ok((SessionStarted::from(session), Some(id)))
        })
        .await
    }

    /// List sessions
    ///
    /// Newest first. Members see their own sessions, admins those of the organization. Expired sessions are listed apart. With
    /// `q` or `status` a page looks at 20,000 sessions at most: it may have fewer items than `limit`, even none, and still a
    /// `next_page`.
    #[oai(path = "/v1/sessions", method = "get", operation_id = "list_sessions")]
    async fn list_sessions(
        &self,
        reader: Reader<SessionsRead>,
        page: PageParams,
        filter: SessionFilter,
    ) -> Result<Json<SessionPage>, Problem> {
        let listed = async |tx: &_| sessions::list(tx, &filter.0, &page.0).await;
        Ok(Json(reader.transaction(listed).await?.into()))
    }

    /// Get a session
    ///
    /// The session with its job data, its current step, and the `content_hash` that a confirmation must name. Reading does
    /// not extend the session's lifetime. An expired session can be read until `retained_until`. It can be forked, deleted
    /// and reopened; operations that would change it answer 409 `session_expired`.
    #[oai(path = "/v1/sessions/:session_id", method = "get", operation_id = "read_session")]
    async fn read_session(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<SessionId>,
        #[oai(name = "If-None-Match")] if_none_match: Header<Option<String>>,
    ) -> Result<SessionFound, Problem> {
        let session = sessions::find(reader.autocommit(), session_id).await?;
        let tag = session.tag();
        Ok(match none_match_names(if_none_match.0.as_deref(), &tag) {
            true => SessionFound::NotModified(quoted(&tag)),
            false => SessionFound::Ok(Json(session.into()), quoted(&tag)),
        })
    }

    /// Reopen an expired session
    ///
    /// The session can be changed again, and expires as if it had begun now. One that has not expired stays as it is. For
    /// admins, until `retained_until`.
    #[oai(path = "/v1/sessions/:session_id/reopen", method = "post", operation_id = "reopen_session")]
    async fn reopen_session(
        &self,
        admin: Admin<SessionsWrite>,
        Path(session_id): Path<SessionId>,
    ) -> Result<SessionChanged, Problem> {
        Ok(admin.transaction(async |tx| sessions::reopen(tx, session_id).await).await?.into())
    }

    /// Delete a session
    ///
    /// Deletes the session with its messages, turns and events. Its finished job posts remain.
    #[oai(path = "/v1/sessions/:session_id", method = "delete", operation_id = "delete_session")]
    async fn delete_session(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        #[oai(name = "If-Match")] if_match: Header<Option<String>>,
    ) -> Result<NoContent, Errors<412>> {
        let tags = required_tags(if_match.0.as_deref());
        member.transaction(async |tx| sessions::delete(tx, session_id, tags.as_deref()).await).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
pub enum SessionStarted {
    /// The session was created.
    #[oai(status = 201)]
    Created(
        Json<Session>,
        /// The session's path.
        #[oai(header = "Location")]
        String,
        /// The session's version.
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
pub enum SessionChanged {
    /// The changed session.
    #[oai(status = 200)]
    Ok(
        Json<Session>,
        /// The session's version.
        #[oai(header = "ETag")]
        String,
    ),
}

impl From<sessions::Session> for SessionChanged {
    fn from(session: sessions::Session) -> Self {
        let tag = quoted(&session.tag());
        Self::Ok(Json(session.into()), tag)
    }
}

#[derive(ApiResponse)]
#[expect(clippy::large_enum_variant, reason = "it is built once and consumed at once")]
enum SessionFound {
    /// The session.
    #[oai(status = 200)]
    Ok(
        Json<Session>,
        /// The session's version.
        #[oai(header = "ETag")]
        String,
    ),
    /// The session has not changed.
    #[oai(status = 304)]
    NotModified(
        /// The session's version.
        #[oai(header = "ETag")]
        String,
    ),
}
