//! From a message to an answered turn, as the original routes want it: in one request.

use std::time::Duration;

use domain::{Error, Result, Scope, sessions, turns};
use entity::id::{SessionId, TurnId};

use super::answer::Answered;
use crate::caller::Member;
use crate::draining::Draining;
use crate::routes::turns::wait as wait_for_turn;

/// Accepts the message as a turn of the session that is meant, or of a new one if there is none the caller can see.
///
/// # Errors
/// For a message or company name that cannot be, or a login that has ended.
pub async fn accept(
    member: &Member,
    wanted: Option<SessionId>,
    company_name: Option<String>,
    message: &str,
) -> Result<(SessionId, TurnId)> {
    let scope = member.db.scope(&member.caller).await?;
    let started = match wanted {
        Some(session) => start_turn(&scope, session, message).await,
        None => Err(Error::NotFound("session")),
    };
    let (session, turn) = match started {
        Err(Error::NotFound(_)) => {
            let session = sessions::start(&scope, sessions::NewSession { company_name }).await?;
            start_turn(&scope, session.id, message).await?
        }
        other => other?,
    };
    scope.commit().await?;
    Ok((session, turn))
}

/// One message in a session that has to be there.
///
/// # Errors
/// [`Error::NotFound`] when it is not the caller's to see, or deleted while the answer is awaited.
pub async fn chat(
    member: &Member,
    draining: &Draining,
    session: SessionId,
    message: &str,
    patience: Duration,
) -> Result<Answered> {
    let scope = member.db.scope(&member.caller).await?;
    let (session, turn) = start_turn(&scope, session, message).await?;
    scope.commit().await?;
    wait(member, draining, session, turn, patience).await
}

/// The turn when it has ended or `patience` is over, and the session as it is then.
///
/// # Errors
/// [`Error::NotFound`] when the session is deleted meanwhile.
pub async fn wait(
    member: &Member,
    draining: &Draining,
    session: SessionId,
    turn: TurnId,
    patience: Duration,
) -> Result<Answered> {
    let turn = wait_for_turn(member, draining, session, turn, patience).await?;
    let scope = member.db.scope(&member.caller).await?;
    let session = sessions::find(&scope, session).await?;
    scope.commit().await?;
    Ok(Answered { session, turn })
}

async fn start_turn(scope: &Scope, session: SessionId, message: &str) -> Result<(SessionId, TurnId)> {
    Ok((session, turns::start(scope, session, message, turns::OnBusy::Enqueue).await?.turn.id))
}
