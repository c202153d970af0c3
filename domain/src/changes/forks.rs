//! Forks: a new session that begins as a copy of another one, which stays unchanged.

use std::collections::HashMap;

use entity::draft_change::ChangeKind;
use entity::id::{MessageId, SessionId, TurnId};
use entity::{message, turn};
use job_post::{Change, Draft, diff};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::Log;
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::organizations;
use crate::quotas;
use crate::sessions::{self, InitialState, Session, create};
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;
use crate::turns::TurnStatus;

stored_function! {
    pub(crate) struct CopyConversation = Tenant volatile "copy_conversation" {
        original: SessionId,
        fork: SessionId,
        turns: Vec<Uuid>,
        turn_copies: Vec<Uuid>,
        messages: Vec<Uuid>,
        message_copies: Vec<Uuid>,
    } -> ()
}

/// Creates a session of the caller with the messages and the draft of session `id`, as they were when turn `after` ended or,
/// without `after`, as they are now. Turns that have not ended are left out. The user confirms the fork's summary anew.
///
/// # Errors
/// [`Error::NotFound`]: `session` as for [`sessions::find`], `turn` when the session has no turn `after`;
/// [`Error::Conflict`] `turn_in_progress` when that turn has not ended; [`Error::QuotaExceeded`] for the session's forks or the
/// organization's sessions.
pub async fn fork(tx: &TenantTx, id: SessionId, after: Option<TurnId>) -> Result<Session> {
    // Before the session is locked, see require_session.
    let organization = organizations::own(tx).await?;
    quotas::require_session(tx, &organization).await?;
    let original = sessions::lock_retained(tx, id, None).await?;
    quotas::require_fork(tx, id).await?;
    let turns = ended_turns(tx, id, after).await?;
    let copies: HashMap<TurnId, TurnId> = turns.iter().map(|turn| (turn.id, TurnId::new())).collect();
    let draft = match after {
        None => original.draft.clone(),
        Some(_) => {
            let log = Log::read(tx, &original).await?;
            let moment = turns.iter().filter_map(|turn| turn.finished_at).max();
            log.draft_at(moment.map_or(0, |moment| log.version_at(moment)))
        }
    };
    let changes = changes_of(&draft, &copies);
    let initial = InitialState {
        company_name: Some(original.company_name),
        locale: original.locale,
        forked_from: Some(id),
        kind: ChangeKind::Fork,
        changes,
    };
    let fork = create(tx, organization, initial).await?;
    copy_conversation(tx, id, fork.id, &turns, &copies).await?;
    sessions::find(tx, fork.id).await
}

/// The ended turns of a locked session up to `last`, oldest first.
async fn ended_turns(tx: &TenantTx, session: SessionId, last: Option<TurnId>) -> Result<Vec<turn::Model>> {
    let all = tx.find::<turn::Entity>().filter(turn::Column::SessionId.eq(session));
    let mut turns = all.oldest_first(turn::Column::Sequence).all().await?;
    if let Some(last) = last {
        let place = turns.iter().position(|turn| turn.id == last).ok_or(Error::NotFound("turn"))?;
        turns.truncate(place + 1);
        if matches!(turns[place].status, TurnStatus::Queued | TurnStatus::Running) {
            return Err(Error::conflict(
                "turn_in_progress",
                "The turn has not ended yet. Wait for its answer.",
            ));
        }
    }
    turns.retain(|turn| turn.status.is_final());
    Ok(turns)
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

/// Copies the greeting and these turns with their messages.
async fn copy_conversation(
    tx: &TenantTx,
    original: SessionId,
    fork: SessionId,
    turns: &[turn::Model],
    copies: &HashMap<TurnId, TurnId>,
) -> Result<()> {
    let all = tx.find::<message::Entity>().filter(message::Column::SessionId.eq(original));
    let all = all.oldest_first(message::Column::Sequence).all().await?;
    let is_copied = |message: &&message::Model| message.turn_id.is_none_or(|turn| copies.contains_key(&turn));
    let messages: Vec<_> = all.iter().filter(is_copied).map(|message| message.id.0).collect();
    let call = CopyConversation {
        original,
        fork,
        turns: turns.iter().map(|turn| turn.id.0).collect(),
        turn_copies: turns.iter().filter_map(|turn| copies.get(&turn.id)).map(|copy| copy.0).collect(),
        message_copies: messages.iter().map(|_| MessageId::new().0).collect(),
        messages,
    };
    Executor::from(tx).call_one(call).await
}
