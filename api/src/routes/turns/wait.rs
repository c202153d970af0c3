//! Waits for the end of a turn, at most for a limit or until the server stops.

use std::time::Duration;

use domain::turns::{Turn, TurnSubscription};

use crate::shutdown::Shutdown;

/// The turn at its end, or as it is after `limit` or when the server is about to stop.
///
/// # Errors
/// [`domain::Error::NotFound`] when the turn is deleted meanwhile.
pub async fn wait(shutdown: &Shutdown, mut end: TurnSubscription, limit: Duration) -> domain::Result<Turn> {
    tokio::select! {
        turn = end.wait(limit) => return turn,
        () = shutdown.nearly_over() => {}
    }
    end.read().await
}
