//! The change log of a session's job data: edit, undo, restore and fork.

mod models;
mod patch;

use domain::changes;
use entity::id::{SessionId, TurnId};
use poem_openapi::OpenApi;
use poem_openapi::param::Header;
use poem_openapi::payload::Json;

use self::models::{ChangePage, ForkRequest, RestoreRequest};
pub use self::patch::JobDataPatch;
use super::sessions::{SessionChanged, SessionStarted};
use super::tags::Tag;
use crate::caller::{Member, Reader, SessionsRead, SessionsWrite};
use crate::etag::required_tags;
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct Changes;

#[OpenApi(tag = "Tag::Sessions")]
impl Changes {
    /// Edit the job data
    ///
    /// Applies a JSON merge patch (RFC 7396), sent as `application/merge-patch+json` or `application/json`. Absent fields
    /// stay unchanged, null empties a field, and a list replaces the previous list. Clients that cannot send null name the
    /// field in `clear`. The edit takes effect at once, also while a turn runs. After an edit
    /// the summary must be confirmed again, and a complete session is active again, for its next revision. An edit that changes nothing is not
    /// logged. 403 `quota_exceeded` when the session has as many versions as it may, or would store too many bytes.
    #[oai(path = "/v1/sessions/:session_id/job-data", method = "patch", operation_id = "edit_job_data")]
    async fn edit_job_data(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        #[oai(name = "If-Match")] if_match: Header<Option<String>>,
        body: Valid<JobDataPatch>,
    ) -> Result<Replayable<SessionChanged>, Errors<412>> {
        let edits = body.0.edits()?;
        let tags = required_tags(if_match.0.as_deref());
        let response = once(&member, key.of("edit_job_data"), async |tx| {
            let edited = changes::edit(tx, session_id, tags.as_deref(), &edits).await?;
            Ok((SessionChanged::from(edited), Some(session_id)))
        });
        Ok(response.await?)
    }

    /// Undo the last change
    ///
    /// Restores the job data before the last change, whether a turn or an edit made it. A further call undoes the change
    /// before that. The undone change stays in the log, and `restore_session` restores it. 409 `nothing_to_undo` when no
    /// change is left. 403 `quota_exceeded` as at `edit_job_data`.
    #[oai(path = "/v1/sessions/:session_id/undo", method = "post", operation_id = "undo_change")]
    async fn undo_change(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        #[oai(name = "If-Match")] if_match: Header<Option<String>>,
    ) -> Result<Replayable<SessionChanged>, Errors<412>> {
        let tags = required_tags(if_match.0.as_deref());
        let response = once(&member, key.of("undo_change"), async |tx| {
            let undone = changes::undo(tx, session_id, tags.as_deref()).await?;
            Ok((SessionChanged::from(undone), Some(session_id)))
        });
        Ok(response.await?)
    }

    /// Restore a version
    ///
    /// Sets the job data to a version of the change log, or to the content of one of the session's job posts. The restore is
    /// a change itself: `undo_change` undoes it. 403 `quota_exceeded` as at `edit_job_data`.
    #[oai(path = "/v1/sessions/:session_id/restore", method = "post", operation_id = "restore_session")]
    async fn restore_session(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        #[oai(name = "If-Match")] if_match: Header<Option<String>>,
        body: Valid<RestoreRequest>,
    ) -> Result<Replayable<SessionChanged>, Errors<412>> {
        let target = body.0.target()?;
        let tags = required_tags(if_match.0.as_deref());
        let response = once(&member, key.of("restore_session"), async |tx| {
            let restored = changes::restore(tx, session_id, tags.as_deref(), target).await?;
            Ok((SessionChanged::from(restored), Some(session_id)))
        });
        Ok(response.await?)
    }

    /// Fork a session
    ///
    /// Starts a session of the caller with a copy of this one's messages and job data, up to a turn or as they are now.
    /// Turns that have not ended or were cancelled are not copied. This session stays unchanged. 409 `turn_in_progress` when
    /// the named turn has not ended. 403 `quota_exceeded` when this session has as many forks as it may, the organization
    /// keeps as many sessions as it may, or its forks would copy more bytes than they may.
    #[oai(path = "/v1/sessions/:session_id/fork", method = "post", operation_id = "fork_session")]
    async fn fork_session(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        body: Valid<ForkRequest>,
    ) -> Result<Replayable<SessionStarted>, Problem> {
        once(&member, key.of("fork_session"), async |tx| {
            let fork = changes::fork(tx, session_id, body.0.turn_id.map(TurnId)).await?;
            let id = fork.id;
            Ok((SessionStarted::from(fork), Some(id)))
        })
        .await
    }

    /// List the changes of a session
    ///
    /// Newest first. Each entry contains what a turn, edit, undo, restore or fork changed, and the evidence of each value.
    #[oai(path = "/v1/sessions/:session_id/changes", method = "get", operation_id = "list_changes")]
    async fn list_changes(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<SessionId>,
        page: PageParams,
    ) -> Result<Json<ChangePage>, Problem> {
        let paged = reader.transaction(async |tx| changes::list(tx, session_id, &page.0).await).await?;
        Ok(Json(paged.into()))
    }
}
