//! Accepts a message as the next turn of its session; once that commits, the message cannot be lost.

use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, MessageId, SessionId, TurnId};
use entity::idempotency_key;
use sea_orm::{FromQueryResult, QueryResult, Value};
use uuid::Uuid;

use super::{OnBusy, Started, Turn, TurnStatus};
use crate::error::{Error, Result};
use crate::executor::{Executor, StoredFunction};
use crate::idempotency::{self, Key, Known};
use crate::notifications::Notification;
use crate::queue;
use crate::tasks::Task;

/// The maximum length of a message, in characters.
pub const MESSAGE_CHARACTERS: usize = 8_000;

const ACCEPT_TURN: StoredFunction = StoredFunction {
    name: "accept_turn",
    columns: "f.outcome, f.accepted_at, f.place, f.ahead, f.replaced, f.message, f.tried_again_as, (f.known).*",
};

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
/// [`Error::Invalid`] for an empty or overlong message; [`Error::NotFound`] for a session that has expired or that the
/// caller may not see, and for a turn to retry that is not one of the session; [`Error::Busy`] when earlier turns have not
/// ended and `on_busy` rejects; [`Error::Conflict`] `turn_not_failed` or `turn_retried`; [`Error::KeyReused`].
pub async fn start(executor: impl Into<Executor<'_>>, new: &NewTurn<'_>) -> Result<Accepted> {
    if let Input::Message { text, .. } = new.input {
        check_message(text)?;
    }
    let executor = executor.into();
    let rows = executor.call(&ACCEPT_TURN, arguments(&executor, new)?).await?;
    let row = rows.first().ok_or_else(|| Error::internal("accept_turn gave no row"))?;
    match row.try_get::<String>("", "outcome")?.as_str() {
        "accepted" => {}
        "known" => return replay(new, &idempotency_key::Model::from_query_result(row, "")?),
        refused => return Err(refusal(refused, row)?),
    }
    let started = read(new, executor.api_key_id(), row)?;
    executor.notify(Notification::Claimable);
    executor.notify(Notification::Event(new.session));
    started.replaced.iter().for_each(|turn| executor.notify(Notification::TurnFinished(*turn)));
    Ok(Accepted::Started(started))
}

fn arguments(executor: &Executor<'_>, new: &NewTurn<'_>) -> Result<Vec<Value>> {
    let (text, on_busy, retry_of) = match new.input {
        Input::Message { text, on_busy } => (Some(text.to_owned()), on_busy, None),
        Input::RetryOf(turn) => (None, OnBusy::Enqueue, Some(turn)),
    };
    let mut arguments = Vec::from(executor.viewer());
    arguments.extend([
        new.session.into(),
        new.id.into(),
        MessageId::new().into(),
        text.into(),
        retry_of.into(),
        on_busy.name().into(),
        new.key.map(|key| key.operation.to_owned()).into(),
        new.key.map(|key| key.key.clone()).into(),
        new.key.map(|key| key.fingerprint.clone()).into(),
        new.key.and_then(|key| key.preference.clone()).into(),
        Task::RunTurns.queue().into(),
        queue::payload(Task::RunTurns)?.into(),
    ]);
    Ok(arguments)
}

fn replay(new: &NewTurn<'_>, row: &idempotency_key::Model) -> Result<Accepted> {
    let key =
        new.key.ok_or_else(|| Error::internal("accept_turn found an idempotency key that was not given"))?;
    idempotency::known(key, row).map(Accepted::Known)
}

fn refusal(outcome: &str, row: &QueryResult) -> Result<Error> {
    Ok(match outcome {
        "gone" => Error::NotFound("session"),
        "no_turn" => Error::NotFound("turn"),
        "busy" => Error::Busy { retry_after: Duration::from_secs(1) },
        "not_failed" => Error::conflict("turn_not_failed", "Only a failed turn can be tried again."),
        "retried" => {
            let retry: Uuid = row.try_get("", "tried_again_as")?;
            Error::conflict("turn_retried", format!("It was tried again already, as turn {retry}."))
        }
        other => Error::internal(format!("unknown outcome {other}")),
    })
}

fn read(new: &NewTurn<'_>, api_key_id: Option<ApiKeyId>, row: &QueryResult) -> Result<Started> {
    let replaced: Option<Vec<Uuid>> = row.try_get("", "replaced")?;
    let created_at: DateTime<Utc> = row.try_get("", "accepted_at")?;
    let retry_of = match new.input {
        Input::Message { .. } => None,
        Input::RetryOf(turn) => Some(turn),
    };
    let turn = Turn {
        id: new.id,
        session_id: new.session,
        sequence: row.try_get("", "place")?,
        status: TurnStatus::Queued,
        message: row.try_get("", "message")?,
        reply: None,
        error_code: None,
        retry_of,
        api_key_id,
        created_at,
        started_at: None,
        finished_at: None,
    };
    let replaced = replaced.unwrap_or_default().into_iter().map(TurnId).collect();
    Ok(Started { turn, ahead: row.try_get("", "ahead")?, replaced })
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
