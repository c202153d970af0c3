//! The bodies of turns.

use domain::{Paged, turns};
use entity::id::TurnId;
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{PAGE_TOKEN, SESSION, TURN, at};
use crate::types::Timestamp;

/// What the user says.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct StartTurnRequest {
    #[oai(validator(min_length = 1, max_length = 8000))]
    pub message: String,
    pub on_busy: Option<OnBusy>,
}

/// What to do with a message while earlier turns of its session are under way. `enqueue` (the default): it waits for
/// its place. `reject`: it is refused (409). `replace`: they are cancelled, also the one that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum OnBusy {
    Enqueue,
    Reject,
    Replace,
}

impl From<OnBusy> for turns::OnBusy {
    fn from(on_busy: OnBusy) -> Self {
        match on_busy {
            OnBusy::Enqueue => Self::Enqueue,
            OnBusy::Reject => Self::Reject,
            OnBusy::Replace => Self::Replace,
        }
    }
}

/// What has become of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum TurnStatus {
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
}

impl From<turns::TurnStatus> for TurnStatus {
    fn from(status: turns::TurnStatus) -> Self {
        match status {
            turns::TurnStatus::Queued => Self::Queued,
            turns::TurnStatus::Running => Self::Running,
            turns::TurnStatus::Succeeded => Self::Succeeded,
            turns::TurnStatus::Failed => Self::Failed,
            turns::TurnStatus::Cancelled => Self::Cancelled,
        }
    }
}

/// A message and what became of it.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Turn {
    id: Uuid,
    session_id: Uuid,
    /// 1 for the first turn of its session.
    #[oai(validator(minimum(value = "1")))]
    sequence: i32,
    status: TurnStatus,
    /// What the user said.
    message: String,
    /// What the agent answered, once the turn has succeeded.
    reply: Option<String>,
    error: Option<TurnError>,
    /// The failed turn whose message this one tries again.
    retry_of: Option<Uuid>,
    /// The API key that said it for the user, if one did.
    api_key_id: Option<Uuid>,
    /// On the answer that accepts the message: how many turns of the session run before this one.
    #[oai(validator(minimum(value = "0")))]
    ahead: Option<i32>,
    /// On the answer that accepts the message: the turns that were cancelled for it, if there were any.
    replaced: Option<Vec<Uuid>>,
    created_at: Timestamp,
    started_at: Option<Timestamp>,
    finished_at: Option<Timestamp>,
}

/// Why a turn failed. The message is kept and the session goes on.
#[derive(Debug, Object)]
#[oai(example)]
pub struct TurnError {
    /// For programs: `llm_overloaded`, `llm_timeout` and others.
    code: String,
    /// For people.
    detail: String,
}

impl From<String> for TurnError {
    fn from(code: String) -> Self {
        let detail = match code.as_str() {
            "llm_overloaded" => "The model was too busy. Say it again in a moment.",
            "llm_timeout" => "The model took too long to answer. Say it again in a moment.",
            "llm_bad_output" => "The model's answer could not be used. Say it again, perhaps in other words.",
            "llm_configuration" => "The model is not set up correctly. Tell whoever runs this service.",
            _ => "The answer was interrupted. Say it again.",
        };
        Self { code, detail: detail.to_owned() }
    }
}

impl From<turns::Turn> for Turn {
    fn from(turn: turns::Turn) -> Self {
        Self {
            id: turn.id.0,
            session_id: turn.session_id.0,
            sequence: turn.sequence,
            status: turn.status.into(),
            message: turn.message,
            reply: turn.reply,
            error: turn.error_code.map(TurnError::from),
            retry_of: turn.retry_of.map(|failed| failed.0),
            api_key_id: turn.api_key_id.map(|key| key.0),
            ahead: None,
            replaced: None,
            created_at: turn.created_at.into(),
            started_at: turn.started_at.map(Timestamp),
            finished_at: turn.finished_at.map(Timestamp),
        }
    }
}

impl Turn {
    /// Adds what accepting it did. What was ahead of a turn that is done does not matter any more.
    pub fn tell(&mut self, ahead: i64, replaced: &[TurnId], is_done: bool) {
        self.ahead = i32::try_from(ahead).ok().filter(|_| !is_done);
        self.replaced = (!replaced.is_empty()).then(|| replaced.iter().map(|turn| turn.0).collect());
    }
}

/// Some of a session's turns.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct TurnPage {
    items: Vec<Turn>,
    /// The `page_token` of the next page; absent on the last.
    next_page: Option<String>,
}

impl From<Paged<turns::Turn>> for TurnPage {
    fn from(paged: Paged<turns::Turn>) -> Self {
        Self { items: paged.items.into_iter().map(Turn::from).collect(), next_page: paged.next }
    }
}

impl Example for StartTurnRequest {
    fn example() -> Self {
        Self { message: "senior level with 5+ years experience".to_owned(), on_busy: Some(OnBusy::Enqueue) }
    }
}

impl Example for Turn {
    fn example() -> Self {
        Self {
            id: TURN,
            session_id: SESSION,
            sequence: 2,
            status: TurnStatus::Succeeded,
            message: StartTurnRequest::example().message,
            reply: Some(
                "Got it: senior, with 5+ years of experience. Where is the position based?".to_owned(),
            ),
            error: None,
            retry_of: None,
            api_key_id: None,
            ahead: None,
            replaced: None,
            created_at: at(12),
            started_at: Some(at(12)),
            finished_at: Some(at(12)),
        }
    }
}

impl Example for TurnError {
    fn example() -> Self {
        "llm_timeout".to_owned().into()
    }
}

impl Example for TurnPage {
    fn example() -> Self {
        Self { items: vec![Turn::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
