//! Changes by hand: they commit at once, under the session's lock. A turn that runs meanwhile finds the session changed
//! and decides again what its answer does, so nothing is lost.

use chrono::{DateTime, Utc};
use entity::draft_change::ChangeKind;
use entity::id::{ApiKeyId, SessionId, UserId};
use entity::job_post::{Column, Entity};
use job_post::{Change, Field, Mistake, Typed, restoring};
use sea_orm::ColumnTrait;

use super::{Earlier, Log};
use crate::error::{Error, Result, Violation};
use crate::events::{self, NewEvent, listed};
use crate::executor::Executor;
use crate::sessions::{self, Session};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct EditDraft = Tenant volatile "edit_draft" {
        user: UserId,
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
    } -> EditedSession
}

returned_row! {
    pub(crate) struct EditedSession {
        revision: i32,
        updated_at: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    }
}

/// What a session can be taken back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A version of the change log; 0 is the empty draft.
    Version(i32),
    /// The job post with this number.
    Revision(i32),
}

/// Fills fields by hand. What says the same as before changes nothing, and then nothing is written.
///
/// `tags` are what the caller saw as [`Session::tag`].
///
/// # Errors
/// [`Error::NotFound`] as for [`sessions::find`], [`Error::Changed`] when the session is not as one of the tags says,
/// [`Error::Invalid`] for each field that cannot hold what was typed.
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

/// Takes the last change back. Called again it goes further back: what was taken back stays so.
///
/// # Errors
/// As for [`edit`], and [`Error::Conflict`] `nothing_to_undo`.
pub async fn undo(tx: &TenantTx, id: SessionId, tags: Option<&[&str]>) -> Result<Session> {
    let session = sessions::lock(tx, id, tags).await?;
    let Some(earlier) = Log::read(tx, &session).await?.before_last() else {
        return Err(Error::conflict("nothing_to_undo", "There is no change that could be taken back."));
    };
    bring_back(tx, session, ChangeKind::Undo, earlier).await
}

/// Makes the draft what it was at a version, or when a job post was made of it. It is a change like others: an undo
/// takes it back.
///
/// # Errors
/// As for [`edit`]; [`Error::Invalid`] for a version or a revision that the session has not had.
pub async fn restore(tx: &TenantTx, id: SessionId, tags: Option<&[&str]>, target: Target) -> Result<Session> {
    let session = sessions::lock(tx, id, tags).await?;
    let version = match target {
        Target::Version(version) => Some(version).filter(|version| (0..=session.version).contains(version)),
        Target::Revision(revision) => version_of(tx, id, revision).await?,
    };
    let Some(version) = version else {
        return Err(match target {
            Target::Version(_) => Error::invalid("/version", "must be a version of this session"),
            Target::Revision(_) => Error::invalid("/revision", "must be that of a job post of this session"),
        });
    };
    let draft = Log::read(tx, &session).await?.draft_at(version);
    bring_back(tx, session, ChangeKind::Restore, Earlier { version, draft }).await
}

/// The version that a job post of the session was made from.
async fn version_of(tx: &TenantTx, session: SessionId, revision: i32) -> Result<Option<i32>> {
    let posts = tx.find::<Entity>().filter(Column::SessionId.eq(session));
    Ok(posts.filter(Column::Revision.eq(revision)).one().await?.and_then(|post| post.version))
}

async fn bring_back(tx: &TenantTx, session: Session, kind: ChangeKind, earlier: Earlier) -> Result<Session> {
    let changes = restoring(&session.draft, &earlier.draft);
    commit(tx, session, kind, Some(earlier.version), changes).await
}

/// Writes an entry of the log for a locked session, and the draft it leads to. A yes to what was shown, and that the
/// session is complete, hold as long as what would be published stays the same.
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
    let executor = Executor::from(tx);
    let call = EditDraft {
        user: tx.person()?.user,
        api_key: executor.api_key_id(),
        session: session.id,
        draft: serde_json::to_string(&draft).map_err(Error::internal)?,
        version,
        is_complete,
        shown_hash: shown_hash.clone(),
        kind,
        restored_version: restored,
        changes: serde_json::to_string(&changes).map_err(Error::internal)?,
        events: listed(&[new_event]),
    };
    let EditedSession { revision, updated_at, expires_at } = executor.call_one(call).await?;
    tx.notify_event(session.id);
    Ok(Session { draft, version, is_complete, shown_hash, revision, updated_at, expires_at, ..session })
}

fn violations(mistakes: Vec<Mistake>) -> Error {
    let violation = |mistake: Mistake| {
        let field = events::pointer(mistake.field);
        let pointer = mistake.item.map_or(field.into(), |item| format!("{field}/{item}").into());
        Violation { pointer, detail: mistake.detail }
    };
    Error::Invalid(mistakes.into_iter().map(violation).collect())
}
