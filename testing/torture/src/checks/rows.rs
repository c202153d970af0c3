//! The rows of the database at the end of a run, read without row-level security.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use sqlx::{Connection, PgConnection, Row as _};
use uuid::Uuid;

use crate::Result;
use crate::model::{label_of, signature};

pub struct Turn {
    pub id: Uuid,
    pub sequence: i32,
    pub status: String,
    pub epoch: i32,
    pub claims: i32,
    pub llm_calls: i32,
    pub error_code: Option<String>,
    pub started_at: Option<f64>,
    pub finished_at: Option<f64>,
    /// The number of the LLM call whose completion was committed.
    pub call: Option<usize>,
    pub messages: Vec<Message>,
    pub replies: Vec<Message>,
}

pub struct Message {
    pub sequence: i32,
    pub text: String,
}

pub struct Event {
    pub sequence: i64,
    pub turn: Option<Uuid>,
    pub kind: String,
    pub attempt: Option<i32>,
    pub text: Option<String>,
    pub at: f64,
}

pub struct Session {
    pub id: Uuid,
    pub draft: Value,
    pub version: i32,
    pub next_sequence: i32,
    pub next_event: i64,
    /// In the order of their sequence.
    pub turns: Vec<Turn>,
    pub changes: Vec<(i32, Value)>,
    pub events: Vec<Event>,
}

impl Turn {
    /// The numbers of session and message that its client has given it.
    #[must_use]
    pub fn label(&self) -> Option<(usize, usize)> {
        label_of(&self.messages.first()?.text)
    }
}

impl Session {
    /// The events of one turn.
    pub fn events_of(&self, turn: Uuid) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| event.turn == Some(turn))
    }
}

/// Reads all sessions.
///
/// # Errors
/// The database cannot be read.
pub async fn read(superuser: &str) -> Result<Vec<Session>> {
    let mut connection = PgConnection::connect(superuser).await?;
    let mut sessions = read_sessions(&mut connection).await?;
    read_turns(&mut connection, &mut sessions).await?;
    type ChangeRow = (Uuid, i32, Value);
    let changes = "select session_id, version, changes from draft_change order by version";
    for (session, version, change) in
        sqlx::query_as::<_, ChangeRow>(changes).fetch_all(&mut connection).await?
    {
        let session = sessions.get_mut(&session).ok_or("a change of no session")?;
        session.changes.push((version, change));
    }
    type EventRow = (Uuid, i64, Option<Uuid>, String, Option<i32>, Option<String>, f64);
    let events = "select session_id, sequence, turn_id, type, (data->>'attempt')::int, data->>'text',
                         extract(epoch from created_at)::float8
                    from event order by session_id, sequence";
    for row in sqlx::query_as::<_, EventRow>(events).fetch_all(&mut connection).await? {
        let (session, sequence, turn, kind, attempt, text, at) = row;
        let session = sessions.get_mut(&session).ok_or("an event of no session")?;
        session.events.push(Event { sequence, turn, kind, attempt, text, at });
    }
    Ok(sessions.into_values().collect())
}

async fn read_sessions(connection: &mut PgConnection) -> Result<BTreeMap<Uuid, Session>> {
    type Row = (Uuid, Value, i32, i32, i64);
    let query = "select id, draft, version, next_sequence, next_event from session";
    let rows: Vec<Row> = sqlx::query_as(query).fetch_all(connection).await?;
    let sessions = rows.into_iter().map(|(id, draft, version, next_sequence, next_event)| {
        let (turns, changes, events) = (Vec::new(), Vec::new(), Vec::new());
        (id, Session { id, draft, version, next_sequence, next_event, turns, changes, events })
    });
    Ok(sessions.collect())
}

async fn read_turns(connection: &mut PgConnection, sessions: &mut BTreeMap<Uuid, Session>) -> Result<()> {
    type MessageRow = (Uuid, i32, String, String);
    let query = "select turn_id, sequence, role, text from message where turn_id is not null";
    let mut of_turns: HashMap<Uuid, [Vec<Message>; 2]> = HashMap::new();
    for (turn, sequence, role, text) in
        sqlx::query_as::<_, MessageRow>(query).fetch_all(&mut *connection).await?
    {
        let of_turn = of_turns.entry(turn).or_default();
        of_turn[usize::from(role == "assistant")].push(Message { sequence, text });
    }
    let query = "select session_id, id, sequence, status, epoch, claims, llm_calls, error_code,
                        extract(epoch from started_at)::float8 as started_at,
                        extract(epoch from finished_at)::float8 as finished_at,
                        trace->'llm'->>'raw' as raw
                   from turn order by session_id, sequence";
    for row in sqlx::query(query).fetch_all(connection).await? {
        let (id, session): (Uuid, Uuid) = (row.try_get("id")?, row.try_get("session_id")?);
        let raw: Option<String> = row.try_get("raw")?;
        let [messages, replies] = of_turns.remove(&id).unwrap_or_default();
        sessions.get_mut(&session).ok_or("a turn of no session")?.turns.push(Turn {
            id,
            sequence: row.try_get("sequence")?,
            status: row.try_get("status")?,
            epoch: row.try_get("epoch")?,
            claims: row.try_get("claims")?,
            llm_calls: row.try_get("llm_calls")?,
            error_code: row.try_get("error_code")?,
            started_at: row.try_get("started_at")?,
            finished_at: row.try_get("finished_at")?,
            call: raw.as_deref().and_then(signature),
            messages,
            replies,
        });
    }
    Ok(())
}
