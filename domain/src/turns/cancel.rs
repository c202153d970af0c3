//! Cancelling turns: their messages are never shown to the model, and who runs one is fenced off.

use entity::id::{SessionId, TurnId};
use entity::turn::{Column, Entity};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition};

use super::queue::{lock_session, promote, take_events};
use super::{Turn, TurnStatus, read};
use crate::error::{Error, Result};
use crate::events::{self, Happening};
use crate::scope::Scope;

/// Cancels a turn that has not ended; one that is cancelled already stays so.
///
/// # Errors
/// [`Error::NotFound`] as for [`super::find`]; [`Error::Conflict`] `turn_finished` when it has succeeded or failed.
pub async fn cancel(scope: &Scope, session: SessionId, id: TurnId) -> Result<Turn> {
    lock_session(scope, session).await?;
    let turn = read::find(scope, session, id).await?;
    match turn.status {
        TurnStatus::Cancelled => return Ok(turn),
        TurnStatus::Queued | TurnStatus::Running => end(scope, session, &[id]).await?,
        TurnStatus::Succeeded | TurnStatus::Failed => {
            return Err(Error::conflict(
                "turn_finished",
                "The turn has ended already: there is nothing to cancel.",
            ));
        }
    }
    promote(scope, session).await?;
    read::find(scope, session, id).await
}

/// Cancels all turns of a locked session that have not ended; gives their ids, the oldest first.
pub(super) async fn cancel_unfinished(scope: &Scope, session: SessionId) -> Result<Vec<TurnId>> {
    let unfinished = Column::Status.is_in([TurnStatus::Queued, TurnStatus::Running]);
    let rows = scope.find::<Entity>().filter(Column::SessionId.eq(session)).filter(unfinished);
    let ids: Vec<TurnId> =
        rows.oldest_first(Column::Sequence).all().await?.into_iter().map(|row| row.id).collect();
    end(scope, session, &ids).await?;
    Ok(ids)
}

async fn end(scope: &Scope, session: SessionId, turns: &[TurnId]) -> Result<()> {
    let set = [
        (Column::Status, Expr::value(TurnStatus::Cancelled)),
        // Whoever runs it holds an older epoch now.
        (Column::Epoch, Expr::col(Column::Epoch).add(1)),
        (Column::IsHead, Expr::value(false)),
        (Column::LeaseUntil, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
        (Column::FinishedAt, Expr::value(scope.now())),
    ];
    let these =
        Condition::all().add(Column::SessionId.eq(session)).add(Column::Id.is_in(turns.iter().copied()));
    scope.update::<Entity>(these, set).await?;
    let happenings: Vec<_> = turns.iter().map(|turn| Happening::TurnCancelled { turn: *turn }).collect();
    let first = take_events(scope, session, &happenings).await?;
    events::write(scope, session, first, &happenings).await?;
    turns.iter().for_each(|turn| scope.announce_finished(*turn));
    Ok(())
}
