//! Bodies of turns.

use domain::{Paged, turns};
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{PAGE_TOKEN, SESSION, TURN, at};
use crate::types::Timestamp;

/// The user's message.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct StartTurnRequest {
    #[oai(validator(min_length = 1, max_length = 8000))]
    pub message: String,
    pub on_busy: Option<OnBusy>,
}

/// What to do with a message while earlier turns of the session are queued or running. `enqueue` (the default): queue it
/// behind them. `reject`: refuse it (409). `replace`: cancel them, the running one included.
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

/// The status of a turn.
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

/// A message of the user and the agent's reply.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Turn {
    id: Uuid,
    session_id: Uuid,
    /// The turn's number in its session, from 1.
    #[oai(validator(minimum(value = "1")))]
    sequence: i32,
    status: TurnStatus,
    /// The user's message.
    message: String,
    /// The agent's reply. Present once the turn has succeeded.
    reply: Option<String>,
    error: Option<TurnError>,
    /// The failed turn that this one retries.
    retry_of: Option<Uuid>,
    /// The API key that sent the message, if any.
    api_key_id: Option<Uuid>,
    /// In the response that accepts the message: the number of turns of the session that run before this one.
    #[oai(validator(minimum(value = "0")))]
    ahead: Option<i32>,
    /// In the response that accepts the message: the turns that it cancelled, if any.
    replaced: Option<Vec<Uuid>>,
    created_at: Timestamp,
    started_at: Option<Timestamp>,
    finished_at: Option<Timestamp>,
}

/// The error of a failed turn. The message is kept, and the session continues.
#[derive(Debug, Object)]
#[oai(example)]
pub struct TurnError {
    /// The cause, for programs: `llm_overloaded`, `llm_timeout` and others.
    code: String,
    /// The cause, for people.
    detail: String,
}

impl From<String> for TurnError {
    fn from(code: String) -> Self {
        let detail = match code.as_str() {
            "llm_overloaded" => "The model was too busy. Say it again in a moment.",
            "llm_timeout" => "The model took too long to answer. Say it again in a moment.",
            "llm_bad_output" => "The model's answer could not be used. Say it again, perhaps in other words.",
            "llm_configuration" => {
                "The model is not set up correctly. Report it to the operator of this service."
            }
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
    /// Adds the effects of accepting the message. A finished turn has no turns ahead.
    pub fn set_effects(&mut self, started: &turns::Started, is_done: bool) {
        let replaced: Vec<Uuid> = started.replaced.iter().map(|turn| turn.0).collect();
        self.ahead = i32::try_from(started.ahead).ok().filter(|_| !is_done);
        self.replaced = (!replaced.is_empty()).then_some(replaced);
    }
}

/// A page of turns.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct TurnPage {
    items: Vec<Turn>,
    /// The `page_token` of the next page. Absent on the last page.
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
