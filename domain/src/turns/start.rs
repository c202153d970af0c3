//! Accepting a message: from here on it is not lost.

use std::time::Duration;

use entity::id::{MessageId, SessionId, TurnId};
use entity::message::Speaker;
use entity::{message, turn};
use sea_orm::{ConnectionTrait, DbBackend, Set, Statement};

use super::cancel::cancel_unfinished;
use super::{OnBusy, Started, Turn, TurnStatus};
use crate::error::{Error, Result};
use crate::events::{self, Happening};
use crate::scope::Scope;
use crate::tasks::Task;

/// How long a message may be, in characters.
pub const MESSAGE_CHARACTERS: usize = 8_000;

/// A session's next place, taken under its lock.
pub(super) struct Place {
    pub sequence: i32,
    pub event: i64,
    /// How many turns of the session have not ended.
    pub unfinished: i64,
}

/// Accepts a message as the session's next turn, and extends the session's life. The worker is called on commit.
///
/// # Errors
/// [`Error::Invalid`] for an empty or overlong message; [`Error::NotFound`] for a session that is not the caller's to
/// see or has expired; [`Error::Busy`] when turns are under way and `on_busy` is [`OnBusy::Reject`].
pub async fn start(scope: &Scope, session: SessionId, message: &str, on_busy: OnBusy) -> Result<Started> {
    check_message(message)?;
    let mut place = take_place(scope, session).await?;
    let mut replaced = Vec::new();
    if place.unfinished > 0 {
        match on_busy {
            OnBusy::Enqueue => {}
            OnBusy::Reject => return Err(Error::Busy { retry_after: Duration::from_secs(1) }),
            OnBusy::Replace => {
                replaced = cancel_unfinished(scope, session).await?;
                place.unfinished = 0;
            }
        }
    }
    let turn = insert(scope, session, &place, message, None).await?;
    Ok(Started { turn, ahead: place.unfinished, replaced })
}

/// Writes the turn with its message, its event and its ticket.
pub(super) async fn insert(
    scope: &Scope,
    session: SessionId,
    place: &Place,
    message: &str,
    retry_of: Option<TurnId>,
) -> Result<Turn> {
    let row = scope
        .insert(turn::ActiveModel {
            id: Set(TurnId::new()),
            session_id: Set(session),
            user_id: Set(scope.person()?.user),
            sequence: Set(place.sequence),
            status: Set(TurnStatus::Queued),
            is_head: Set(place.unfinished == 0),
            retry_of: Set(retry_of),
            run_after: Set(scope.now()),
            created_at: Set(scope.now()),
            ..Default::default()
        })
        .await?;
    scope
        .insert(message::ActiveModel {
            id: Set(MessageId::new()),
            session_id: Set(session),
            turn_id: Set(Some(row.id)),
            sequence: Set(place.sequence),
            role: Set(Speaker::User),
            text: Set(message.to_owned()),
            created_at: Set(scope.now()),
            ..Default::default()
        })
        .await?;
    let queued = Happening::TurnQueued { turn: row.id, attempt: 1 };
    events::write(scope, session, place.event, &[queued]).await?;
    scope.enqueue(&Task::RunTurn { turn_id: row.id, attempt: 1 }, Duration::ZERO).await?;
    Ok(Turn::from_row(row, message.to_owned(), None))
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

/// Locks the session, takes the next places in its order and in its log, and extends its life: one statement, refused
/// for a session that has expired meanwhile.
pub(super) async fn take_place(scope: &Scope, session: SessionId) -> Result<Place> {
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "update session s
            set next_sequence = next_sequence + 1, next_event = next_event + 1, message_count = message_count + 1,
                updated_at = app_clock(),
                expires_at = app_clock() + make_interval(secs => o.session_lifetime_seconds)
           from organization o
          where o.id = s.organization_id and s.organization_id = $1 and s.id = $2
            and s.expires_at > app_clock() and ($3 or s.user_id = $4)
         returning s.next_sequence - 1 as sequence, s.next_event - 1 as event",
        [
            scope.organization_id().into(),
            session.into(),
            scope.sees_all_sessions().into(),
            scope.person()?.user.into(),
        ],
    );
    let row = scope.raw().query_one_raw(statement).await?.ok_or(Error::NotFound("session"))?;
    // A statement of its own: the one above began before it had the lock, and sees turns as they were then.
    let unfinished = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "select count(*) as unfinished from turn
          where organization_id = $1 and session_id = $2 and status in ('queued', 'running')",
        [scope.organization_id().into(), session.into()],
    );
    let count = scope.raw().query_one_raw(unfinished).await?.ok_or(Error::NotFound("session"))?;
    Ok(Place {
        sequence: row.try_get("", "sequence")?,
        event: row.try_get("", "event")?,
        unfinished: count.try_get("", "unfinished")?,
    })
}

impl Turn {
    pub(super) fn from_row(row: turn::Model, message: String, reply: Option<String>) -> Self {
        Self {
            id: row.id,
            session_id: row.session_id,
            sequence: row.sequence,
            status: row.status,
            message,
            reply,
            error_code: row.error_code,
            retry_of: row.retry_of,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
        }
    }
}
