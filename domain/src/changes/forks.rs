//! Forks: a new session that begins as a copy of another one, which stays unchanged.
//!
//! A fork has messages of its own: the original can be deleted, expire, or be erased with a person's account, and the fork goes
//! on. So a short request can store much, which the quotas of the organization limit, see [`quotas::require_fork_bytes`].

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::draft_change::ChangeKind;
use entity::id::{SessionId, TurnId};
use job_post::{Change, Draft, diff};
use uuid::Uuid;

use super::Log;
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::organizations;
use crate::quotas;
use crate::sessions::{self, InitialState, Session, create};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct ListTurnsToFork = Tenant stable "list_turns_to_fork" {
        session: SessionId,
        last: Option<TurnId>,
    } -> TurnToFork
}

returned_row! {
    pub(crate) struct TurnToFork {
        id: TurnId,
        /// None: it has not ended.
        finished_at: Option<DateTime<Utc>>,
        is_copied: bool,
        /// Of its messages.
        bytes: i64,
    }
}

stored_function! {
    pub(crate) struct CopyConversation = Tenant volatile "copy_conversation" {
        original: SessionId,
        fork: SessionId,
        turns: Vec<Uuid>,
        copies: Vec<Uuid>,
        message_bytes: i64,
        copied_bytes: i64,
    } -> ()
}

/// Creates a session of the caller with the messages and the draft of session `id`, as they were when turn `after` ended or,
/// without `after`, as they are now. Turns that have not ended or were cancelled are left out. The user confirms the fork's
/// summary anew.
///
/// # Errors
/// [`Error::NotFound`]: `session` as for [`sessions::find`], `turn` when the session has no turn `after`;
/// [`Error::Conflict`] `turn_in_progress` when that turn has not ended; [`Error::QuotaExceeded`] for the session's forks, or the
/// organization's sessions or bytes of forks.
pub async fn fork(tx: &TenantTx, id: SessionId, after: Option<TurnId>) -> Result<Session> {
    // Both lock the organization, which comes before the session: see require_session.
    let organization = organizations::own(tx).await?;
    quotas::require_session(tx, &organization).await?;
    tx.lock_organization().await?;
    let original = sessions::lock_retained(tx, id, None).await?;
    quotas::require_fork(tx, id).await?;
    let turns = turns_until(tx, id, after).await?;
    let draft = draft_after(tx, &original, after.map(|_| &*turns)).await?;
    let copied: Vec<&TurnToFork> = turns.iter().filter(|turn| turn.is_copied).collect();
    let copies: Vec<(TurnId, TurnId)> = copied.iter().map(|turn| (turn.id, TurnId::new())).collect();
    let changes = changes_of(&draft, &copies.iter().copied().collect());
    let message_bytes: i64 = copied.iter().map(|turn| turn.bytes).sum();
    let copied_bytes = message_bytes + bytes_of(&changes)?;
    quotas::require_fork_bytes(tx, copied_bytes).await?;
    let initial = InitialState {
        company_name: Some(original.company_name),
        locale: original.locale,
        forked_from: Some(id),
        kind: ChangeKind::Fork,
        changes,
    };
    let fork = create(tx, organization, initial).await?;
    let call = CopyConversation {
        original: id,
        fork: fork.id,
        turns: copies.iter().map(|(turn, _)| turn.0).collect(),
        copies: copies.iter().map(|(_, copy)| copy.0).collect(),
        message_bytes,
        copied_bytes,
    };
    Executor::from(tx).call_one(call).await?;
    sessions::find(tx, fork.id).await
}

/// The turns of a locked session up to `last`, oldest first.
async fn turns_until(tx: &TenantTx, session: SessionId, last: Option<TurnId>) -> Result<Vec<TurnToFork>> {
    let turns = Executor::from(tx).call(ListTurnsToFork { session, last }).await?;
    if last.is_some() {
        let last = turns.last().ok_or(Error::NotFound("turn"))?;
        if last.finished_at.is_none() {
            return Err(Error::conflict(
                "turn_in_progress",
                "The turn has not ended yet. Wait for its answer.",
            ));
        }
    }
    Ok(turns)
}

/// The draft as it was when these turns had ended; without them, as it is now.
async fn draft_after(tx: &TenantTx, original: &Session, turns: Option<&[TurnToFork]>) -> Result<Draft> {
    let Some(turns) = turns else { return Ok(original.draft.clone()) };
    let Some(moment) = turns.iter().filter_map(|turn| turn.finished_at).max() else {
        return Ok(Draft::default());
    };
    let mut log = Log::of(tx, original);
    let version = log.version_at(moment).await?;
    log.draft_at(version).await
}

/// The changes that lead from an empty draft to this one, with evidence that names the copied turns.
fn changes_of(draft: &Draft, copies: &HashMap<TurnId, TurnId>) -> Vec<Change> {
    let mut changes = diff(&Draft::default(), draft);
    for turn in changes.iter_mut().filter_map(|change| change.evidence.turn.as_mut()) {
        if let Some(copy) = copies.get(&TurnId(*turn)) {
            *turn = copy.0;
        }
    }
    changes
}

/// The bytes of an entry of the log; without changes there is none.
fn bytes_of(changes: &[Change]) -> Result<i64> {
    let bytes = if changes.is_empty() { 0 } else { serde_json::to_string(changes)?.len() };
    Ok(i64::try_from(bytes).unwrap_or(i64::MAX))
}
