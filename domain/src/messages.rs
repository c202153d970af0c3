//! The messages of a session.

use chrono::{DateTime, Utc};
use entity::id::{MessageId, SessionId, TurnId};
pub use entity::message::Speaker;
use entity::message::{Column, Entity, Model};
use sea_orm::{ColumnTrait, Condition};

use crate::error::Result;
use crate::page::{Page, Paged};
use crate::sessions;
use crate::tenant_tx::TenantTx;

/// One message of a conversation.
#[derive(Clone, Debug)]
pub struct Message {
    pub id: MessageId,
    /// `None` for the greeting.
    pub turn_id: Option<TurnId>,
    pub role: Speaker,
    pub text: String,
    pub created_at: DateTime<Utc>,
}

/// The messages of a session, oldest first: the greeting, then each turn's message and reply.
///
/// # Errors
/// [`crate::Error::NotFound`] when the caller may not see the session.
pub async fn list(tx: &TenantTx, session: SessionId, page: &Page) -> Result<Paged<Message>> {
    sessions::find(tx, session).await?;
    let mut rows = tx.find::<Entity>().filter(Column::SessionId.eq(session));
    if let Some(Position { sequence, is_reply }) = page.key()? {
        let rest_of_turn =
            Condition::all().add(Column::Sequence.eq(sequence)).add(Column::Role.eq(Speaker::Assistant));
        let mut later = Condition::any().add(Column::Sequence.gt(sequence));
        if !is_reply {
            later = later.add(rest_of_turn);
        }
        rows = rows.filter(later);
    }
    // "user" sorts after "assistant", so that within a turn the message comes before the reply.
    let rows =
        rows.oldest_first(Column::Sequence).newest_first(Column::Role).limit(page.fetch()).all().await?;
    let paged = page.cut(rows, |row| Position::of(row).to_string());
    Ok(paged.map(|row| Message {
        id: row.id,
        turn_id: row.turn_id,
        role: row.role,
        text: row.text,
        created_at: row.created_at,
    }))
}

/// A message's position in its session; the key of the cursor.
struct Position {
    sequence: i32,
    is_reply: bool,
}

impl Position {
    fn of(row: &Model) -> Self {
        Self { sequence: row.sequence, is_reply: row.role == Speaker::Assistant }
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{}", self.sequence, u8::from(self.is_reply))
    }
}

impl std::str::FromStr for Position {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (sequence, reply) = text.split_once('.').unwrap_or((text, ""));
        Ok(Self { sequence: sequence.parse()?, is_reply: reply.parse::<u8>()? == 1 })
    }
}
