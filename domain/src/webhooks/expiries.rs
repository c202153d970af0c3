//! Sessions that end: receivers are told before and after, of each end once.

use std::time::Duration;

use crate::cross_tenant;
use crate::db::Db;
use crate::error::Result;
use crate::notifications::Notification;

const AT_ONCE: i32 = 500;

/// Tells of sessions that have ended and of those that will within `ahead`; how many there were. Several processes at it
/// share the work.
///
/// # Errors
/// When the database cannot be reached.
pub async fn emit_expiry_webhooks(db: &Db, ahead: Duration) -> Result<i32> {
    let mut all = 0;
    loop {
        let told = cross_tenant::emit_expiry_webhooks(db, ahead, AT_ONCE).await?;
        all += told;
        if told > 0 {
            db.notifier().notify(Notification::Deliverable);
        }
        if told < AT_ONCE {
            return Ok(all);
        }
    }
}
