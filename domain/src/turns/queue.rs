//! A session's queue of turns. The order of locks is the session's row first, then its turns': two transactions of a
//! session never wait for each other in a circle.

use entity::id::SessionId;
use entity::session;
use sea_orm::ColumnTrait;

use crate::access::{Access, Function};
use crate::error::{Error, Result};
use crate::scope::Scope;
use crate::sessions::visible;

const PROMOTE_TURN: Function = Function { name: "promote_turn", columns: "f" };

/// Locks the session, if it is the caller's to see.
pub(super) async fn lock_session(scope: &Scope, session: SessionId) -> Result<()> {
    let own = visible(scope)?.add(session::Column::Id.eq(session));
    scope.find::<session::Entity>().filter(own).locked().one().await?.ok_or(Error::NotFound("session"))?;
    Ok(())
}

/// Makes the earliest waiting turn of a locked session its head, when there is none.
pub(super) async fn promote(scope: &Scope, session: SessionId) -> Result<()> {
    Access::from(scope).call(&PROMOTE_TURN, [session.into()]).await?;
    Ok(())
}
