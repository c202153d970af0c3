//! Waiting for a turn, within the caller's patience and the server's life.

use std::time::Duration;

use domain::turns::{Turn, TurnSubscription};

use crate::shutdown::Shutdown;

/// The turn when it has ended, when `patience` is over, or when the server is about to stop.
///
/// # Errors
/// [`domain::Error::NotFound`] when it is deleted meanwhile.
pub async fn wait(
    draining: &Shutdown,
    mut awaited: TurnSubscription,
    patience: Duration,
) -> domain::Result<Turn> {
    tokio::select! {
        turn = awaited.wait(patience) => return turn,
        () = draining.nearly_over() => {}
    }
    awaited.read().await
}
