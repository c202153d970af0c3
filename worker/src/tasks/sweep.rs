//! The hourly clean-up.

use domain::retention;

use crate::Context;

pub async fn perform(context: &Context, tick: i64) {
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
