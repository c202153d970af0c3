//! A session's queue of turns. The order of locks is the session's row first, then its turns': two transactions of a
//! session never wait for each other in a circle.

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

/// Makes the earliest waiting turn of a locked session its head, when there is none.
pub(super) async fn promote(tx: &TenantTx, session: SessionId) -> Result<()> {
    Executor::from(tx).call_one(PromoteTurn { session }).await
}
