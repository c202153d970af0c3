//! Webhooks about sessions that have expired or soon will.

use std::time::Duration;

use crate::db::Db;
use crate::error::Result;
use crate::notifications::Notification;
use crate::stored_function::stored_function;

/// Sessions in one call.
const BATCH: i32 = 500;

stored_function! {
    pub(crate) struct EmitExpiryWebhooks = CrossTenant volatile "emit_expiry_webhooks" {
        ahead: Duration,
        limit: i32,
    } -> i32
}

/// Emits the webhooks of sessions that have expired and of those that expire within `ahead`, once per expiry. Returns the
/// number of sessions. Several processes share the work.
///
/// # Errors
/// When the database cannot be reached.
pub async fn emit_expiry_webhooks(db: &Db, ahead: Duration) -> Result<i32> {
    let mut total = 0;
    loop {
        let emitted = db.call_one(EmitExpiryWebhooks { ahead, limit: BATCH }).await?;
        total += emitted;
        if emitted > 0 {
            db.notifier().notify(Notification::Deliverable);
        }
        if emitted < BATCH {
            return Ok(total);
        }
    }
}
