//! Accepts a message as the next turn of its session; once that commits, the message cannot be lost.

use std::time::Duration;

use entity::id::{ApiKeyId, SessionId, TurnId};

use super::accept_turn::{AcceptOutcome, AcceptTurn, AcceptedTurn};
use super::acceptances::Acceptance;
use super::{OnBusy, Started, Turn, TurnStatus};
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::group_commit::Batchable as _;
use crate::idempotency::{Key, KeyRow, Known, known};
use crate::notifications::Notification;
use crate::sessions;

/// The maximum length of a message, in characters.
pub const MESSAGE_CHARACTERS: usize = 8_000;

/// A message that is to become the next turn of a session.
#[derive(Clone, Copy, Debug)]
pub struct NewTurn<'a> {
    /// The id of the new turn. As the caller chooses it, [`super::subscribe`] can be called before the turn exists.
    pub id: TurnId,
    pub session: SessionId,
    pub input: Input<'a>,
    /// The request's idempotency key. Its response is stored later, with [`crate::idempotency::store_response`].
    pub key: Option<&'a Key>,
}

/// The content of a new turn.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    Message {
        text: &'a str,
        on_busy: OnBusy,
    },
    /// The message of this failed turn again, enqueued as the last one. The LLM sees it once, in the new turn's place.
    RetryOf(TurnId),
}

/// The outcome of accepting a message.
#[derive(Clone, Debug)]
pub enum Accepted {
    Started(Started),
    /// An earlier request with the same idempotency key was accepted; this one had no effect.
    Known(Known),
}

/// Accepts a message as the session's next turn, once per idempotency key, and extends the session's lifetime. Workers are
/// notified after the commit.
///
/// # Errors
/// [`Error::Invalid`] for an empty or overlong message; [`Error::NotFound`] for a session that the caller may not
/// see, and for a turn to retry that is not one of the session; [`Error::Conflict`] `session_expired`; [`Error::Busy`] when earlier turns have not
/// ended and `on_busy` rejects; [`Error::Conflict`] `turn_not_failed` or `turn_retried`; [`Error::QuotaExceeded`];
/// [`Error::KeyReused`].
pub async fn start(executor: impl Into<Executor<'_>>, new: &NewTurn<'_>) -> Result<Accepted> {
    if let Input::Message { text, .. } = new.input {
        check_message(text)?;
    }
    let executor = executor.into();
    let accepted = accept(&executor, AcceptTurn::of(&executor, new)?).await?;
    match accepted.outcome {
        AcceptOutcome::Accepted => {}
        AcceptOutcome::Repeated => return replay(new, accepted.key),
        refused => return Err(refusal(&executor, refused, &accepted)),
    }
    let started = started(new, executor.api_key_id(), accepted)?;
    started.replaced.iter().for_each(|turn| executor.notify(Notification::TurnFinished(*turn)));
    Ok(Accepted::Started(started))
}

/// Accepts it, and notifies workers and streams after the commit.
async fn accept(executor: &Executor<'_>, call: AcceptTurn) -> Result<AcceptedTurn> {
    if let Some((db, tenant)) = executor.autocommitted() {
        let acceptance = Acceptance { tenant, call };
        return if acceptance.is_common() {
            db.batches().acceptances.run(acceptance, db).await
        } else {
            acceptance.run(db).await
        };
    }
    let session = call.session;
    let accepted = executor.call_one(call).await?;
    if accepted.outcome == AcceptOutcome::Accepted {
        executor.notify(Notification::Claimable);
        executor.notify(Notification::Event(session));
    }
    Ok(accepted)
}

fn replay(new: &NewTurn<'_>, row: Option<KeyRow>) -> Result<Accepted> {
    let (key, row) = new
        .key
        .zip(row)
        .ok_or_else(|| Error::internal("accept_turn found an idempotency key that was not given"))?;
    known(key, row).map(Accepted::Known)
}

fn refusal(executor: &Executor<'_>, outcome: AcceptOutcome, refused: &AcceptedTurn) -> Error {
    if let (AcceptOutcome::QuotaExceeded, Some(exceeded)) = (outcome, &refused.exceeded) {
        return executor.db().quotas().exceeded_by(exceeded);
    }
    match (outcome, refused.retried_as) {
        (AcceptOutcome::SessionNotFound, _) => Error::NotFound("session"),
        (AcceptOutcome::SessionExpired, _) => sessions::expired(),
        (AcceptOutcome::TurnNotFound, _) => Error::NotFound("turn"),
        (AcceptOutcome::Busy, _) => Error::Busy { retry_after: Duration::from_secs(1) },
        (AcceptOutcome::TurnNotFailed, _) => {
            Error::conflict("turn_not_failed", "Only a failed turn can be tried again.")
        }
        (AcceptOutcome::TurnRetried, Some(retry)) => {
            Error::conflict("turn_retried", format!("It was tried again already, as turn {retry}."))
        }
        (
            AcceptOutcome::Accepted
            | AcceptOutcome::Repeated
            | AcceptOutcome::TurnRetried
            | AcceptOutcome::QuotaExceeded,
            _,
        ) => Error::internal(format!("accept_turn returned {outcome:?} and not its columns")),
    }
}

fn started(new: &NewTurn<'_>, api_key_id: Option<ApiKeyId>, row: AcceptedTurn) -> Result<Started> {
    let AcceptedTurn { accepted_at, sequence, turns_ahead, replaced, message_text, .. } = row;
    let missing = || Error::internal("accept_turn returned nulls for an accepted turn");
    let turn = Turn {
        id: new.id,
        session_id: new.session,
        sequence: sequence.ok_or_else(missing)?,
        status: TurnStatus::Queued,
        message: message_text.ok_or_else(missing)?,
        reply: None,
        error_code: None,
        retry_of: match new.input {
            Input::Message { .. } => None,
            Input::RetryOf(turn) => Some(turn),
        },
        api_key_id,
        created_at: accepted_at.ok_or_else(missing)?,
        started_at: None,
        finished_at: None,
    };
    let replaced = replaced.unwrap_or_default().into_iter().map(TurnId).collect();
    Ok(Started { turn, ahead: turns_ahead.ok_or_else(missing)?, replaced })
}

fn check_message(message: &str) -> Result<()> {
    if message.trim().is_empty() {
        return Err(Error::invalid("/message", "Say something: the message is empty."));
    }
    if message.chars().count() > MESSAGE_CHARACTERS {
        return Err(Error::invalid("/message", format!("Use at most {MESSAGE_CHARACTERS} characters.")));
    }
    if message.contains('\0') {
        return Err(Error::invalid("/message", "The message holds a NUL character."));
    }
    Ok(())
}
