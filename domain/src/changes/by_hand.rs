//! Manual edits, undo and restore. They commit at once under the session's lock. A running turn then finds the session
//! changed and decides again (see [`crate::turns::Finish::Stale`]), so no change is lost.

use chrono::{DateTime, Utc};
use entity::draft_change::ChangeKind;
use entity::id::{ApiKeyId, SessionId, UserId};
use entity::job_post::{Column, Entity};
use job_post::{Change, Field, Mistake, Typed, diff};
use sea_orm::ColumnTrait;

use super::{Earlier, Log};
use crate::error::{Error, Result, Violation};
use crate::events::{self, NewEvent};
use crate::executor::Executor;
use crate::quotas::{ExceededRow, QuotaName};
use crate::sessions::{self, Session};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct EditDraft = Tenant volatile "edit_draft" {
        user: Option<UserId>,
        api_key: Option<ApiKeyId>,
        session: SessionId,
        draft: String,
        version: i32,
        is_complete: bool,
        shown_hash: Option<String>,
        kind: ChangeKind,
        restored_version: Option<i32>,
        changes: String,
        events: String,
        max_versions: i32,
        max_bytes: i32,
    } -> EditedSession
}

returned_row! {
    /// The session after the change, or the quota that it would exceed.
    pub(crate) struct EditedSession {
        revision: Option<i32>,
        updated_at: Option<DateTime<Utc>>,
        expires_at: Option<DateTime<Utc>>,
    }
    nested {
        exceeded: Option<ExceededRow> = "quota_",
    }
}

/// The state that [`restore`] brings back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreTarget {
    /// A version of the change log; 0 is the empty draft.
    Version(i32),
    /// The draft of the job post with this revision.
    Revision(i32),
}

/// Sets fields to the given values. Writes nothing when every value equals the current one.
///
/// `tags` are the acceptable values of [`Session::tag`] (optimistic locking); `None` accepts any state.
///
/// # Errors
/// [`Error::NotFound`] as for [`sessions::find`], [`Error::Changed`] when the session has none of the tags,
/// [`Error::Invalid`] with a violation for each invalid value; [`Error::QuotaExceeded`].
pub async fn edit(
    tx: &TenantTx,
    id: SessionId,
    tags: Option<&[&str]>,
    fields: &[(Field, Typed)],
) -> Result<Session> {
    let session = sessions::lock(tx, id, tags).await?;
    let changes = job_post::edited(&session.draft, fields).map_err(violations)?;
    commit(tx, session, ChangeKind::Edit, None, changes).await
}

/// Undoes the last change. Each further call undoes the change before that.
///
/// # Errors
/// As for [`edit`], and [`Error::Conflict`] `nothing_to_undo`.
pub async fn undo(tx: &TenantTx, id: SessionId, tags: Option<&[&str]>) -> Result<Session> {
    let session = sessions::lock(tx, id, tags).await?;
    let Some(earlier) = Log::of(tx, &session).before_last().await? else {
        return Err(Error::conflict("nothing_to_undo", "There is no change that could be taken back."));
    };
    revert(tx, session, ChangeKind::Undo, earlier).await
}

/// Restores the draft of an earlier version or of a job post. The restore is itself a change, which an undo undoes.
///
/// # Errors
/// As for [`edit`]; [`Error::Invalid`] when the session has no such version or revision.
pub async fn restore(
    tx: &TenantTx,
    id: SessionId,
    tags: Option<&[&str]>,
    target: RestoreTarget,
) -> Result<Session> {
    let session = sessions::lock(tx, id, tags).await?;
    let version = match target {
        RestoreTarget::Version(version) => {
            Some(version).filter(|version| (0..=session.version).contains(version))
        }
        RestoreTarget::Revision(revision) => version_of(tx, id, revision).await?,
    };
    let Some(version) = version else {
        return Err(match target {
            RestoreTarget::Version(_) => Error::invalid("/version", "must be a version of this session"),
            RestoreTarget::Revision(_) => {
                Error::invalid("/revision", "must be that of a job post of this session")
            }
        });
    };
    let draft = Log::of(tx, &session).draft_at(version).await?;
    revert(tx, session, ChangeKind::Restore, Earlier { version, draft }).await
}

/// The version that a job post of the session was made from.
async fn version_of(tx: &TenantTx, session: SessionId, revision: i32) -> Result<Option<i32>> {
    let posts = tx.find::<Entity>().filter(Column::SessionId.eq(session));
    Ok(posts.filter(Column::Revision.eq(revision)).one().await?.and_then(|post| post.version))
}

async fn revert(tx: &TenantTx, session: Session, kind: ChangeKind, earlier: Earlier) -> Result<Session> {
    let changes = diff(&session.draft, &earlier.draft);
    commit(tx, session, kind, Some(earlier.version), changes).await
}

/// Appends an entry to the change log of a locked session and stores the resulting draft. The session stays complete, and
/// the shown summary can still be confirmed, only if the publishable content is unchanged.
async fn commit(
    tx: &TenantTx,
    session: Session,
    kind: ChangeKind,
    restored: Option<i32>,
    changes: Vec<Change>,
) -> Result<Session> {
    if changes.is_empty() {
        return Ok(session);
    }
    let mut draft = session.draft.clone();
    changes.iter().for_each(|change| draft.apply(change));
    let hash = job_post::content_hash(&draft.publishable(), &session.company_name);
    let version = session.version + 1;
    let new_event = NewEvent::JobData { version, before: Some(&session.draft), after: &draft };
    let is_complete = session.is_complete && session.content_hash() == hash;
    let shown_hash = session.shown_hash.clone().filter(|shown| *shown == hash);
    let (executor, quotas) = (Executor::from(tx), tx.db().quotas());
    let call = EditDraft {
        user: tx.user(),
        api_key: executor.api_key_id(),
        session: session.id,
        draft: serde_json::to_string(&draft)?,
        version,
        is_complete,
        shown_hash: shown_hash.clone(),
        kind,
        restored_version: restored,
        changes: serde_json::to_string(&changes)?,
        events: events::to_json(&[new_event]),
        max_versions: quotas.limits.integer(QuotaName::SessionVersions),
        max_bytes: quotas.limits.integer(QuotaName::SessionBytes),
    };
    let edited = executor.call_one(call).await?;
    if let Some(exceeded) = &edited.exceeded {
        return Err(quotas.exceeded_by(exceeded));
    }
    let EditedSession {
        revision: Some(revision),
        updated_at: Some(updated_at),
        expires_at: Some(expires_at),
        ..
    } = edited
    else {
        return Err(Error::internal("edit_draft returned nulls for a change"));
    };
    tx.notify_event(session.id);
    Ok(Session { draft, version, is_complete, shown_hash, revision, updated_at, expires_at, ..session })
}

pub(crate) fn violations(mistakes: Vec<Mistake>) -> Error {
    let violation = |mistake: Mistake| {
        let field = events::pointer(mistake.field);
        let pointer = mistake.item.map_or(field.into(), |item| format!("{field}/{item}").into());
        Violation { pointer, detail: mistake.detail }
    };
    Error::Invalid(mistakes.into_iter().map(violation).collect())
}
