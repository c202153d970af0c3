//! Accepting a message: from here on it is not lost.

use std::time::Duration;

use entity::id::{MessageId, SessionId, TurnId};
use entity::message::Speaker;
use entity::{message, turn};
use sea_orm::{ConnectionTrait, DbBackend, Set, Statement};

use super::{Turn, TurnStatus};
use crate::error::{Error, Result};
use crate::scope::Scope;
use crate::tasks::Task;

/// How long a message may be, in characters.
pub const MESSAGE_CHARACTERS: usize = 8_000;

/// Accepts a message as the session's next turn, and extends the session's life. The worker is called on commit.
///
/// # Errors
/// [`Error::Invalid`] for an empty or overlong message; [`Error::NotFound`] for a session that is not the caller's to
/// see or has expired.
pub async fn start(scope: &Scope, session: SessionId, message: &str) -> Result<Turn> {
    check_message(message)?;
    let sequence = take_place(scope, session).await?;
    let row = scope
        .insert(turn::ActiveModel {
            id: Set(TurnId::new()),
            session_id: Set(session),
            user_id: Set(scope.person()?.user),
            sequence: Set(sequence),
            status: Set(TurnStatus::Queued),
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
            sequence: Set(sequence),
            role: Set(Speaker::User),
            text: Set(message.to_owned()),
            created_at: Set(scope.now()),
            ..Default::default()
        })
        .await?;
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

/// Locks the session, takes the next place in its order and extends its life: one statement, refused for a session
/// that has expired meanwhile.
async fn take_place(scope: &Scope, session: SessionId) -> Result<i32> {
    let everybodys = scope.sees_all_sessions();
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "update session s
            set next_sequence = next_sequence + 1, message_count = message_count + 1, updated_at = app_clock(),
                expires_at = app_clock() + make_interval(secs => o.session_lifetime_seconds)
           from organization o
          where o.id = s.organization_id and s.organization_id = $1 and s.id = $2
            and s.expires_at > app_clock() and ($3 or s.user_id = $4)
         returning s.next_sequence - 1 as sequence",
        [
            scope.organization_id().into(),
            session.into(),
            everybodys.into(),
            scope.person()?.user.into(),
        ],
    );
    let row = scope.raw().query_one_raw(statement).await?.ok_or(Error::NotFound("session"))?;
    Ok(row.try_get("", "sequence")?)
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
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
        }
    }
}
