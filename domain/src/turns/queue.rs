//! A session's queue of turns.
//!
//! Lock the session's row first, then its turns: that order excludes deadlocks between transactions of one session.

use entity::id::SessionId;

use crate::error::Result;
use crate::executor::{Executor, StoredFunction};
use crate::tenant_tx::TenantTx;

const PROMOTE_TURN: StoredFunction = StoredFunction { name: "promote_turn", columns: "f" };

/// Makes the earliest queued turn the head of the session's queue, unless it has a head. Lock the session before.
pub(super) async fn promote(tx: &TenantTx, session: SessionId) -> Result<()> {
    Executor::from(tx).call(&PROMOTE_TURN, [session.into()]).await?;
    Ok(())
}
