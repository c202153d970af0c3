//! Two loops over the turns that this process runs: lease renewal, and stopping cancelled turns. They are no tasks of the
//! queue, because no other process can do them.

use std::sync::Arc;

use domain::turns;
use tokio::sync::broadcast::error::RecvError;

use crate::Context;

/// Renews all leases three times per lease, and stops the turns whose claim is lost.
pub async fn renew(context: Arc<Context>) {
    let lease = context.settings.lease;
    loop {
        tokio::time::sleep(lease / 3).await;
        let claims = context.running_turns.claims();
        if claims.is_empty() {
            continue;
        }
        match turns::renew(&context.db, &claims, lease).await {
            Ok(kept) => context.running_turns.stop_lost(&claims, &kept),
            // Without a response no claim is known to be lost. The commit is fenced anyway.
            Err(error) => tracing::warn!(%error, "could not renew leases"),
        }
    }
}

/// Stops the turns that end elsewhere, by a cancellation. A missed notification delays that until the next renewal.
pub async fn stop_cancelled_turns(context: Arc<Context>) {
    let mut finished = turns::finished(&context.db);
    loop {
        match finished.recv().await {
            Ok(turn) => context.running_turns.stop(turn),
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
    }
}
