//! Changing a session's job data by hand, going back, and beginning anew from there: all of it in one log.

mod models;
mod patch;

use domain::changes;
use entity::id::{SessionId, TurnId};
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use self::models::{ChangePage, ForkRequest, RestoreRequest};
use self::patch::JobDataPatch;
use super::Tag;
use super::sessions::{Session, SessionStarted};
use crate::caller::{Member, Reader, SessionsRead, SessionsWrite};
use crate::etag::{demanded, quoted};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::Problem;

pub struct Changes;

#[OpenApi(tag = "Tag::Sessions")]
impl Changes {
    /// Change the job data by hand
    ///
    /// A JSON merge patch (RFC 7396), as `application/merge-patch+json` or `application/json`: what is absent stays, null
    /// empties a field, a list takes the place of the one that was there. Clients that cannot send null name the field in
    /// `clear`. It holds at once, also while a turn runs. After it a yes needs a new summary; a finished session is
    /// active again, for its next revision. What changes nothing is no change.
    #[oai(path = "/v1/sessions/:session_id/job-data", method = "patch", operation_id = "edit_job_data")]
    async fn edit_job_data(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        /// The `ETag` of what the caller has seen, or several: 412 if it has changed since.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Valid<JobDataPatch>,
    ) -> Result<Replayable<SessionChanged>, Problem> {
        let edits = body.0.edits()?;
        let (session, tags) = (SessionId(session_id.0), demanded(if_match.0.as_deref()));
        once(&member, key.of("edit_job_data"), async |tx| {
            let edited = changes::edit(tx, session, tags.as_deref(), &edits).await?;
            Ok((SessionChanged::from(edited), Some(session)))
        })
        .await
    }

    /// Take the last change back
    ///
    /// Whether it was made by a turn or by hand. Called again it goes one change further back. What was taken back is in
    /// the log still, and `restore_session` brings it back.
    #[oai(path = "/v1/sessions/:session_id/undo", method = "post", operation_id = "undo_change")]
    async fn undo_change(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        /// The `ETag` of what the caller has seen, or several: 412 if it has changed since.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Result<Replayable<SessionChanged>, Problem> {
        let (session, tags) = (SessionId(session_id.0), demanded(if_match.0.as_deref()));
        once(&member, key.of("undo_change"), async |tx| {
            let undone = changes::undo(tx, session, tags.as_deref()).await?;
            Ok((SessionChanged::from(undone), Some(session)))
        })
        .await
    }

    /// Go back to a version
    ///
    /// The job data become what they were at a version of the log, or when a job post was made of them. This is a change
    /// like others: `undo_change` takes it back.
    #[oai(path = "/v1/sessions/:session_id/restore", method = "post", operation_id = "restore_session")]
    async fn restore_session(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        /// The `ETag` of what the caller has seen, or several: 412 if it has changed since.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Valid<RestoreRequest>,
    ) -> Result<Replayable<SessionChanged>, Problem> {
        let target = body.0.target()?;
        let (session, tags) = (SessionId(session_id.0), demanded(if_match.0.as_deref()));
        once(&member, key.of("restore_session"), async |tx| {
            let restored = changes::restore(tx, session, tags.as_deref(), target).await?;
            Ok((SessionChanged::from(restored), Some(session)))
        })
        .await
    }

    /// Fork a session
    ///
    /// Begins a session of the caller's with the messages and the job data of this one as they were after a turn, or as
    /// they are now. This one stays as it is.
    #[oai(path = "/v1/sessions/:session_id/fork", method = "post", operation_id = "fork_session")]
    async fn fork_session(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        body: Valid<ForkRequest>,
    ) -> Result<Replayable<SessionStarted>, Problem> {
        once(&member, key.of("fork_session"), async |tx| {
            let after = body.0.turn_id.map(TurnId);
            let fork = changes::fork(tx, SessionId(session_id.0), after).await?;
            let id = fork.id;
            Ok((SessionStarted::from(fork), Some(id)))
        })
        .await
    }

    /// List the changes of a session
    ///
    /// Newest first: what each turn, edit, undo and restore made of the job data, and on what it rests.
    #[oai(path = "/v1/sessions/:session_id/changes", method = "get", operation_id = "list_changes")]
    async fn list_changes(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        page: PageParams,
    ) -> Result<Json<ChangePage>, Problem> {
        let paged =
            reader.transaction(async |tx| changes::list(tx, SessionId(session_id.0), &page.0).await).await?;
        Ok(Json(paged.into()))
    }
}

#[derive(ApiResponse)]
enum SessionChanged {
    /// The session as it is now.
    #[oai(status = 200)]
    Ok(
        Json<Session>,
        /// Its version.
        #[oai(header = "ETag")]
        String,
    ),
}

impl From<domain::sessions::Session> for SessionChanged {
    fn from(session: domain::sessions::Session) -> Self {
        let tag = quoted(&session.tag());
        Self::Ok(Json(session.into()), tag)
    }
}
