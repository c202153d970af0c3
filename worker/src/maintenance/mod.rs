//! Periodic work, which one worker at a time does for all of them.

mod schedule;

use domain::retention::{self, Swept};
use domain::{erasure, sessions, turns};

pub use schedule::run as schedule;

use crate::Context;

/// Requeues the turns of dead workers.
pub async fn reconcile(context: &Context) {
    match turns::reconcile(&context.db).await {
        Ok(0) => {}
        Ok(found) => {
            tracing::warn!(turns = found, "requeued turns of a dead worker");
            context.wake.notify_one();
        }
        Err(error) => tracing::warn!(%error, "could not look for turns of dead workers"),
    }
}

/// Notices sessions that have expired, and emits webhooks for them and for those that soon will.
pub async fn emit_expiries(context: &Context) {
    let ahead = context.settings.deliveries.expiring_ahead;
    match sessions::note_expiries(&context.db, ahead).await {
        Ok(sessions) => tracing::debug!(sessions, "noticed sessions that have expired or soon will"),
        Err(error) => tracing::warn!(%error, "could not notice expiring sessions"),
    }
}

/// Deletes what has expired.
pub async fn sweep(context: &Context) {
    match retention::sweep(&context.db).await {
        Ok(swept) => {
            // All of them by name, so that the compiler finds a new one that is not logged.
            let Swept { sessions, logins, traces, tasks, deliveries, emails, account_tokens } = swept;
            tracing::info!(
                sessions,
                logins,
                traces,
                tasks,
                deliveries,
                emails,
                account_tokens,
                "swept what had expired"
            );
        }
        Err(error) => tracing::warn!(%error, "the sweep did not finish; the next one deletes the rest"),
    }
}

/// Erases accounts and organizations whose erasure is due.
pub async fn erase(context: &Context) {
    match erasure::erase_due(&context.db).await {
        Ok(Some(erased)) if erased != erasure::Erased::default() => {
            let erasure::Erased { organizations, accounts } = erased;
            tracing::info!(organizations, accounts, "erased what was due");
        }
        Ok(_) => {}
        Err(error) => tracing::warn!(%error, "the erasure did not finish; the next run continues"),
    }
}
