//! Finalizes a session: creates its job post once the user has confirmed the content.

use std::collections::BTreeSet;

use entity::id::{ApiKeyId, JobPostId, SessionId};
use entity::turn;
use sea_orm::ColumnTrait;

use super::{JobPost, find};
use crate::error::{Error, Result};
use crate::events;
use crate::executor::Executor;
use crate::notifications::Notification;
use crate::sessions::{self, Session};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;
use crate::turns::TurnStatus;

stored_function! {
    pub(crate) struct FinalizeSession = Tenant volatile "finalize_session" {
        api_key: Option<ApiKeyId>,
        session: SessionId,
        job_post: JobPostId,
        version: i32,
        content: String,
        content_hash: String,
    } -> FinalizedPost
}

returned_row! {
    pub(crate) struct FinalizedPost {
        job_post_id: JobPostId,
        is_new: bool,
    }
}

/// A finalized job post, and whether this call created it.
pub struct Finalized {
    pub job_post: JobPost,
    pub is_new: bool,
}

/// Finalizes a session: the caller confirms the content with this hash. A repeated call creates no further job post.
///
/// # Errors
/// [`Error::NotFound`] as for [`crate::sessions::find`]; [`Error::Conflict`] `turn_in_progress`, `not_ready`,
/// `content_changed` or `interpretation_not_shown`.
pub async fn finalize(tx: &TenantTx, id: SessionId, content_hash: &str) -> Result<Finalized> {
    let session = sessions::lock(tx, id, None).await?;
    require_no_open_turn(tx, id).await?;
    if !job_post::is_ready(&session.draft, &session.policy) {
        return Err(Error::conflict("not_ready", obstacles(&session)));
    }
    if session.content_hash() != content_hash {
        let detail =
            "The content is not what this hash stands for. Read the session and confirm what it shows now.";
        return Err(Error::conflict("content_changed", detail));
    }
    require_seen_interpretations(&session, content_hash)?;
    let executor = Executor::from(tx);
    let call = FinalizeSession {
        api_key: executor.api_key_id(),
        session: id,
        job_post: JobPostId::new(),
        version: session.version,
        content: serde_json::to_string(&session.draft.publishable())?,
        content_hash: content_hash.to_owned(),
    };
    let FinalizedPost { job_post_id, is_new } = executor.call_one(call).await?;
    if is_new {
        tx.notify_event(id);
    }
    tx.notify_after_commit(Notification::Deliverable);
    Ok(Finalized { job_post: find(tx, job_post_id).await?, is_new })
}

/// Why the draft cannot be finalized, as a text for users.
fn obstacles(session: &Session) -> String {
    let content = session.draft.publishable();
    let blockers = session.policy.blockers(&content);
    let (unmet, advice) =
        (session.policy.unmet(&session.draft), blockers.iter().map(|finding| finding.advice));
    if !unmet.is_empty() {
        let names: Vec<&str> = unmet.iter().map(|field| events::member(*field)).collect();
        return format!("The organization demands these fields, which are empty: {}.", names.join(", "));
    }
    if blockers.is_empty() {
        let needs = "The job post needs a title and one more field that tells candidates something: a description, \
                     location, work type, department, pay, skill, requirement, responsibility, benefit or term of employment. A level, \
                     years, a word of the title and what is only suggested do not count.";
        return needs.to_owned();
    }
    format!("The organization's rules keep the job post back. {}", advice.collect::<Vec<_>>().join(" "))
}

/// An interpreted value is published only after a summary showed it beside the user's words.
///
/// # Errors
/// [`Error::Conflict`] `interpretation_not_shown`.
fn require_seen_interpretations(session: &Session, content_hash: &str) -> Result<()> {
    let fields: BTreeSet<&str> =
        session.draft.interpretations().map(|leaf| events::member(leaf.field)).collect();
    if fields.is_empty() || session.is_complete || session.shown_hash.as_deref() == Some(content_hash) {
        return Ok(());
    }
    let fields = fields.into_iter().collect::<Vec<_>>().join(", ");
    let detail = format!(
        "No summary has shown these values, which are the agent's interpretation of the user's words: {fields}. Ask for \
         the summary in the conversation, or set the fields with PATCH /v1/sessions/{{session_id}}/job-data."
    );
    Err(Error::conflict("interpretation_not_shown", detail))
}

/// An unfinished turn might change the content that is confirmed here.
///
/// # Errors
/// [`Error::Conflict`] `turn_in_progress`.
async fn require_no_open_turn(tx: &TenantTx, session: SessionId) -> Result<()> {
    let unfinished = tx
        .find::<turn::Entity>()
        .filter(turn::Column::SessionId.eq(session))
        .filter(turn::Column::Status.is_in([TurnStatus::Queued, TurnStatus::Running]))
        .one()
        .await?;
    match unfinished {
        None => Ok(()),
        Some(_) => Err(Error::conflict(
            "turn_in_progress",
            "A turn is under way. Wait for its answer, then confirm.",
        )),
    }
}
