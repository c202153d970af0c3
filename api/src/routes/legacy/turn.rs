//! From a message to an answered turn, as the original routes want it: in one request.

use std::time::Duration;

use domain::turns::{self, Input, NewTurn, OnBusy, TurnSubscription};
use domain::{Error, Executor, Result, sessions};
use entity::id::{SessionId, TurnId};

use super::models::TurnResult;
use crate::caller::{Member, SessionsWrite};
use crate::routes::turns::wait as wait_for_turn;
use crate::shutdown::Shutdown;

/// A turn that was accepted, and the wait for its end.
pub struct Begun {
    session: SessionId,
    awaited: TurnSubscription,
}

/// Accepts the message as a turn of the session that is meant, or of a new one if there is none the caller can see.
///
/// # Errors
/// For a message or company name that cannot be, or a login that has ended.
pub async fn accept(
    member: &Member<SessionsWrite>,
    wanted: Option<SessionId>,
    company_name: Option<String>,
    message: &str,
) -> Result<Begun> {
    let begun = match wanted {
        Some(session) => begin(member, member.autocommit(), session, message).await,
        None => Err(Error::NotFound("session")),
    };
    let Err(Error::NotFound(_)) = begun else {
        return begun;
    };
    let tx = member.db.begin(&member.caller).await?;
    let session = sessions::start(&tx, sessions::NewSession { company_name, locale: None }).await?;
    let begun = begin(member, (&tx).into(), session.id, message).await?;
    tx.commit().await?;
    Ok(begun)
}

/// One message in a session that has to be there.
///
/// # Errors
/// [`Error::NotFound`] when it is not the caller's to see, or deleted while the answer is awaited.
pub async fn chat(
    member: &Member<SessionsWrite>,
    draining: &Shutdown,
    session: SessionId,
    message: &str,
    patience: Duration,
) -> Result<TurnResult> {
    let begun = begin(member, member.autocommit(), session, message).await?;
    wait(member, draining, begun, patience).await
}

/// The turn when it has ended or `patience` is over, and the session as it is then.
///
/// # Errors
/// [`Error::NotFound`] when the session is deleted meanwhile.
pub async fn wait(
    member: &Member<SessionsWrite>,
    draining: &Shutdown,
    begun: Begun,
    patience: Duration,
) -> Result<TurnResult> {
    let Begun { session, awaited } = begun;
    let turn = wait_for_turn(draining, awaited, patience).await?;
    let session = sessions::find(member.db.autocommit(member.caller.as_system()), session).await?;
    Ok(TurnResult { session, turn })
}

async fn begin(
    member: &Member<SessionsWrite>,
    access: Executor<'_>,
    session: SessionId,
    message: &str,
) -> Result<Begun> {
    let words = Input::Message { text: message, on_busy: OnBusy::Enqueue };
    let new = NewTurn { id: TurnId::new(), session, input: words, key: None };
    let awaited = turns::subscribe(&member.db, &member.caller, session, new.id);
    turns::start(access, &new).await?;
    Ok(Begun { session, awaited })
}
