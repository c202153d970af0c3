//! The hourly clean-up.

mod schedule;

use domain::retention;

use crate::Context;

pub use schedule::{reconcile, schedule_sweeps, tell_of_expiries};

pub async fn sweep(context: &Context, tick: i64) {
    match retention::sweep(&context.db).await {
        Ok(swept) => tracing::info!(
            tick,
            sessions = swept.sessions,
            logins = swept.logins,
            tickets = swept.tickets,
            "swept what had expired"
        ),
        // What is left is taken by the next hour's sweep.
        Err(error) => tracing::warn!(tick, %error, "the sweep did not finish"),
    }
}
