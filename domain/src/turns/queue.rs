//! A session's queue of turns. The order of locks is the session's row first, then its turns': two transactions of a
//! session never wait for each other in a circle.

use entity::id::SessionId;

use crate::access::{Access, Function};
use crate::error::Result;
use crate::scope::Scope;

const PROMOTE_TURN: Function = Function { name: "promote_turn", columns: "f" };

/// Makes the earliest waiting turn of a locked session its head, when there is none.
pub(super) async fn promote(scope: &Scope, session: SessionId) -> Result<()> {
    Access::from(scope).call(&PROMOTE_TURN, [session.into()]).await?;
    Ok(())
}
