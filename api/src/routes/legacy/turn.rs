//! From a message to the agent's reply in one request, as the original routes answer.

use std::time::Duration;

use domain::turns::{self, Input, NewTurn, OnBusy, TurnSubscription};
use domain::{Error, Executor, Result, sessions};
use entity::id::{SessionId, TurnId};

use super::models::TurnResult;
use crate::caller::{Member, SessionsWrite};
use crate::routes::turns::wait as wait_for_end;
use crate::shutdown::Shutdown;

/// An accepted turn, and the subscription to its end.
pub struct Accepted {
    session: SessionId,
    end: TurnSubscription,
}

/// Accepts the message as a turn of the named session, or of a new one when the caller has no such session.
///
/// # Errors
/// [`Error::Invalid`] for the message or the company name; [`Error::Unauthenticated`] when the login has ended.
pub async fn accept(
    member: &Member<SessionsWrite>,
    named: Option<SessionId>,
    company_name: Option<String>,
    message: &str,
) -> Result<Accepted> {
    let accepted = match named {
        Some(session) => start(member, member.autocommit(), session, message).await,
        None => Err(Error::NotFound("session")),
    };
    let Err(Error::NotFound(_)) = accepted else {
        return accepted;
    };
    let tx = member.db.begin(&member.caller).await?;
    let session =
        sessions::start(&tx, sessions::NewSession { company_name, ..sessions::NewSession::default() })
            .await?;
    let accepted = start(member, (&tx).into(), session.id, message).await?;
    tx.commit().await?;
    Ok(accepted)
}

/// Accepts the message as a turn of an existing session and waits for its end.
///
/// # Errors
/// [`Error::NotFound`] when the caller may not see the session, or it is deleted meanwhile.
pub async fn chat(
    member: &Member<SessionsWrite>,
    shutdown: &Shutdown,
    session: SessionId,
    message: &str,
    limit: Duration,
) -> Result<TurnResult> {
    let accepted = start(member, member.autocommit(), session, message).await?;
    wait(member, shutdown, accepted, limit).await
}

/// The turn at its end, or as it is after `limit`, with the session's state at that time.
///
/// # Errors
/// [`Error::NotFound`] when the session is deleted meanwhile.
pub async fn wait(
    member: &Member<SessionsWrite>,
    shutdown: &Shutdown,
    accepted: Accepted,
    limit: Duration,
) -> Result<TurnResult> {
    let Accepted { session, end } = accepted;
    let turn = wait_for_end(shutdown, end, limit).await?;
    let session = sessions::find(member.db.autocommit(member.caller.as_system()), session).await?;
    Ok(TurnResult { session, turn })
}

async fn start(
    member: &Member<SessionsWrite>,
    executor: Executor<'_>,
    session: SessionId,
    message: &str,
) -> Result<Accepted> {
    let input = Input::Message { text: message, on_busy: OnBusy::Enqueue };
    let new = NewTurn { id: TurnId::new(), session, input, key: None };
    let end = turns::subscribe(&member.db, &member.caller, session, new.id);
    turns::start(executor, &new).await.map_err(|error| match error {
        // These routes know no session that has expired.
        Error::Conflict { code: "session_expired", .. } => Error::NotFound("session"),
        other => other,
    })?;
    Ok(Accepted { session, end })
}
