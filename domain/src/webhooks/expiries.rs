//! Webhooks about sessions that expire: one before and one after, once per expiry.

use std::time::Duration;

use crate::db::Db;
use crate::error::Result;
use crate::notifications::Notification;
use crate::stored_function::stored_function;

const AT_ONCE: i32 = 500;

stored_function! {
    pub(crate) struct EmitExpiryWebhooks = CrossTenant volatile "emit_expiry_webhooks" {
        ahead: Duration,
        limit: i32,
    } -> i32
}

/// Emits webhooks for sessions that have expired and for those that will within `ahead`; returns how many. Several processes
/// share the work.
///
/// # Errors
/// When the database cannot be reached.
pub async fn emit_expiry_webhooks(db: &Db, ahead: Duration) -> Result<i32> {
    let mut emitted = 0;
    loop {
        let batch = db.call_one(EmitExpiryWebhooks { ahead, limit: AT_ONCE }).await?;
        emitted += batch;
        if batch > 0 {
            db.notifier().notify(Notification::Deliverable);
        }
        if batch < AT_ONCE {
            return Ok(emitted);
        }
    }
}
