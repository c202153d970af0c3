//! A session's queue of turns.
//!
//! Lock the session's row first, then its turns: that order excludes deadlocks between transactions of one session.

use entity::id::SessionId;

use crate::error::Result;
use crate::executor::Executor;
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct PromoteTurn = Tenant volatile "promote_turn" {
        session: SessionId,
    } -> ()
}

/// Makes the earliest queued turn the head of the session's queue, unless it has a head. Lock the session before.
pub(super) async fn promote(tx: &TenantTx, session: SessionId) -> Result<()> {
    Executor::from(tx).call_one(PromoteTurn { session }).await
}
