//! Cancels turns: the LLM never sees their messages, and a worker that runs one is fenced.

use entity::id::{SessionId, TurnId};
use uuid::Uuid;

use super::queue::promote;
use super::{Turn, TurnStatus, read};
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::notifications::Notification;
use crate::sessions;
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct CancelTurns = Tenant volatile "cancel_turns" {
        session: SessionId,
        turns: Vec<Uuid>,
    } -> ()
}

/// Cancels a turn that has not ended; an already cancelled turn is returned as it is.
///
/// # Errors
/// [`Error::NotFound`] as for [`super::find`]; [`Error::Conflict`] `turn_finished` when the turn has succeeded or failed.
pub async fn cancel(tx: &TenantTx, session: SessionId, id: TurnId) -> Result<Turn> {
    sessions::lock(tx, session, None).await?;
    let turn = read::find(tx, session, id).await?;
    match turn.status {
        TurnStatus::Cancelled => return Ok(turn),
        TurnStatus::Queued | TurnStatus::Running => cancel_turn(tx, session, id).await?,
        TurnStatus::Succeeded | TurnStatus::Failed => {
            return Err(Error::conflict(
                "turn_finished",
                "The turn has ended already: there is nothing to cancel.",
            ));
        }
    }
    promote(tx, session).await?;
    // The session's next turn is claimable now.
    tx.notify_after_commit(Notification::Claimable);
    read::find(tx, session, id).await
}

async fn cancel_turn(tx: &TenantTx, session: SessionId, turn: TurnId) -> Result<()> {
    Executor::from(tx).call_one(CancelTurns { session, turns: vec![turn.0] }).await?;
    tx.notify_event(session);
    tx.notify_finished(turn);
    Ok(())
}
