//! Waiting for a turn, within the caller's patience and the server's life.

use std::time::Duration;

use domain::turns::{self, Turn};
use entity::id::{SessionId, TurnId};

use crate::caller::Member;
use crate::draining::Draining;

/// The turn when it has ended, when `patience` is over, or when the server is about to stop.
///
/// # Errors
/// [`domain::Error::NotFound`] when it is not the caller's to see, or is deleted meanwhile.
pub async fn wait(
    member: &Member,
    draining: &Draining,
    session: SessionId,
    turn: TurnId,
    patience: Duration,
) -> domain::Result<Turn> {
    let wait = |patience| turns::wait(&member.db, &member.caller, session, turn, patience);
    tokio::select! {
        turn = wait(patience) => turn,
        () = draining.nearly_over() => wait(Duration::ZERO).await,
    }
}
