//! Cancelling turns: their messages are never shown to the model, and who runs one is fenced off.

use entity::id::{SessionId, TurnId};

use super::queue::promote;
use super::{Turn, TurnStatus, read};
use crate::access::{Access, Function};
use crate::doorbell::Ring;
use crate::error::{Error, Result};
use crate::scope::Scope;
use crate::sessions;

const CANCEL_TURNS: Function = Function { name: "cancel_turns", columns: "f" };

/// Cancels a turn that has not ended; one that is cancelled already stays so.
///
/// # Errors
/// [`Error::NotFound`] as for [`super::find`]; [`Error::Conflict`] `turn_finished` when it has succeeded or failed.
pub async fn cancel(scope: &Scope, session: SessionId, id: TurnId) -> Result<Turn> {
    sessions::lock(scope, session, None).await?;
    let turn = read::find(scope, session, id).await?;
    match turn.status {
        TurnStatus::Cancelled => return Ok(turn),
        TurnStatus::Queued | TurnStatus::Running => end(scope, session, id).await?,
        TurnStatus::Succeeded | TurnStatus::Failed => {
            return Err(Error::conflict(
                "turn_finished",
                "The turn has ended already: there is nothing to cancel.",
            ));
        }
    }
    promote(scope, session).await?;
    // The next one may be claimed now.
    scope.ring_after_commit(Ring::Claimable);
    read::find(scope, session, id).await
}

async fn end(scope: &Scope, session: SessionId, turn: TurnId) -> Result<()> {
    Access::from(scope).call(&CANCEL_TURNS, [session.into(), vec![turn.0].into()]).await?;
    scope.announce_event(session);
    scope.announce_finished(turn);
    Ok(())
}
