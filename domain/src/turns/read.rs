//! Reads turns with their messages and replies.

use entity::id::{SessionId, TurnId, UserId};
use entity::message;
use entity::message::Speaker;
use entity::turn::{Column, Entity, Model};
use sea_orm::ColumnTrait;

use super::{Turn, TurnReading};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::group_commit::Batchable as _;
use crate::page::{Page, Paged};
use crate::sessions;
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct ReadTurn = Tenant stable "read_turn" {
        user: Option<UserId>,
        sees_all: bool,
        session: SessionId,
        turn: TurnId,
    } -> Turn
}

/// Reads one turn, with those of other calls at the same time.
///
/// # Errors
/// [`Error::NotFound`] when the session has no such turn or the caller may not see the session.
pub async fn find(executor: impl Into<Executor<'_>>, session: SessionId, id: TurnId) -> Result<Turn> {
    let executor = executor.into();
    let (user, sees_all) = executor.viewer();
    let call = ReadTurn { user, sees_all, session, turn: id };
    let turn = match executor.autocommitted() {
        Some((db, tenant)) => read(db, TurnReading { tenant, call }).await?,
        None => executor.call(call).await?.pop(),
    };
    turn.ok_or(Error::NotFound("turn"))
}

async fn read(db: &Db, reading: TurnReading) -> Result<Option<Turn>> {
    if reading.is_common() {
        db.batches().turn_readings.run(reading, db).await
    } else {
        reading.run(db).await
    }
}

/// The turns of a session, oldest first.
///
/// # Errors
/// [`Error::NotFound`] when the caller may not see the session.
pub async fn list(tx: &TenantTx, session: SessionId, page: &Page) -> Result<Paged<Turn>> {
    sessions::find(tx, session).await?;
    let mut rows = tx.find::<Entity>().filter(Column::SessionId.eq(session));
    if let Some(after) = page.key::<i32>()? {
        rows = rows.filter(Column::Sequence.gt(after));
    }
    let rows = rows.oldest_first(Column::Sequence).limit(page.fetch()).all().await?;
    let paged = page.cut(rows, |row| row.sequence.to_string());
    Ok(Paged { items: with_messages(tx, paged.items).await?, next: paged.next })
}

async fn with_messages(tx: &TenantTx, rows: Vec<Model>) -> Result<Vec<Turn>> {
    let of_these = message::Column::TurnId.is_in(rows.iter().map(|row| row.id));
    let mut messages = tx.find::<message::Entity>().filter(of_these).all().await?;
    let mut take = |turn: TurnId, role: Speaker| {
        let place =
            messages.iter().position(|message| message.turn_id == Some(turn) && message.role == role)?;
        Some(messages.swap_remove(place).text)
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let message = take(row.id, Speaker::User).unwrap_or_default();
            let reply = take(row.id, Speaker::Assistant);
            Turn::from_row(row, message, reply)
        })
        .collect())
}
