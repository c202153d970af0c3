//! Trying a failed turn again: the same message as a turn of its own, at the end of the queue.

use entity::id::{SessionId, TurnId};
use entity::turn::{Column, Entity};
use sea_orm::ColumnTrait;

use super::start::{insert, take_place};
use super::{Started, TurnStatus, read};
use crate::error::{Error, Result};
use crate::scope::Scope;

/// Accepts the message of a failed turn once more. The model sees it once: where the new turn stands.
///
/// # Errors
/// [`Error::NotFound`] as for [`super::find`]; [`Error::Conflict`] `turn_not_failed` or `turn_retried`.
pub async fn retry(scope: &Scope, session: SessionId, id: TurnId) -> Result<Started> {
    let place = take_place(scope, session).await?;
    let failed = read::find(scope, session, id).await?;
    if failed.status != TurnStatus::Failed {
        return Err(Error::conflict("turn_not_failed", "Only a failed turn can be tried again."));
    }
    // Under the session's lock, so nobody else can be doing the same.
    let again = scope.find::<Entity>().filter(Column::RetryOf.eq(id)).one().await?;
    if let Some(again) = again {
        let detail = format!("It was tried again already, as turn {}.", again.id);
        return Err(Error::conflict("turn_retried", detail));
    }
    let turn = insert(scope, session, &place, &failed.message, Some(id)).await?;
    Ok(Started { turn, ahead: place.unfinished, replaced: Vec::new() })
}
