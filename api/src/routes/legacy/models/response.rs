//! Responses of the original routes. The order of the fields is the order of the JSON keys.

use domain::sessions::Session;
use domain::turns::{Turn, TurnStatus};
use entity::id::OrganizationId;
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use super::job_data::JobData;
use crate::examples::{ORGANIZATION, SESSION, at};
use crate::types::{Step, Timestamp, word};

/// A turn at its end or after the wait limit, with the session's state at that time.
pub struct TurnResult {
    pub session: Session,
    pub turn: Turn,
}

/// The agent's reply, with the state of the started or resumed conversation.
#[derive(Debug, Object)]
#[oai(rename = "CreateJobPostAnswer", example)]
pub struct CreateResponse {
    /// `success` or `error`.
    status: String,
    /// With `error`: the cause.
    #[oai(skip_serializing_if_is_none)]
    error: Option<String>,
    session_id: Uuid,
    company_id: Uuid,
    company_name: String,
    agent_response: String,
    is_complete: bool,
    job_data: JobData,
    current_step: Step,
    /// With `error`: the turn that failed or is still running.
    #[oai(skip_serializing_if_is_none)]
    turn_id: Option<Uuid>,
}

/// The agent's reply, with the state of the conversation.
#[derive(Debug, Object)]
#[oai(rename = "JobPostChatAnswer", example)]
pub struct ChatResponse {
    /// `success` or `error`.
    status: String,
    /// With `error`: the cause.
    #[oai(skip_serializing_if_is_none)]
    error: Option<String>,
    /// Null when the conversation is unknown.
    #[oai(nullable)]
    session_id: Option<Uuid>,
    agent_response: String,
    is_complete: bool,
    job_data: JobData,
    current_step: Step,
    /// With `error`: the turn that failed or is still running.
    #[oai(skip_serializing_if_is_none)]
    turn_id: Option<Uuid>,
}

/// A conversation.
#[derive(Debug, Object)]
#[oai(rename = "JobPostSessionAnswer", example)]
pub struct SessionResponse {
    /// Always `success`.
    status: String,
    session_id: Uuid,
    company_id: Uuid,
    company_name: String,
    created_at: Timestamp,
    last_updated: Timestamp,
    current_step: Step,
    is_complete: bool,
    /// The number of messages, including the greeting and the agent's replies.
    #[oai(validator(minimum(value = "0")))]
    conversation_turns: i32,
    job_data: JobData,
}

/// The conversation was deleted.
#[derive(Debug, Object)]
#[oai(rename = "JobPostSessionDeleted", example)]
pub struct SessionDeleted {
    /// Always `success`.
    status: String,
    message: String,
}

/// The fields that depend on whether the turn has a reply.
struct ReplyFields {
    status: String,
    error: Option<String>,
    agent_response: String,
    turn_id: Option<Uuid>,
}

impl ReplyFields {
    fn of(turn: &Turn) -> Self {
        if let (TurnStatus::Succeeded, Some(reply)) = (turn.status, &turn.reply) {
            let agent_response = reply.clone();
            return Self { status: "success".to_owned(), error: None, agent_response, turn_id: None };
        }
        let (error, agent_response) = match turn.status.is_final() {
            true => (
                "The agent could not answer. Please try again.",
                "I'm sorry, something went wrong on my side. Please say that again.",
            ),
            false => (
                "The agent has not answered in time. The answer will be in the session.",
                "I'm sorry, this takes longer than usual. I am still working on it.",
            ),
        };
        Self {
            status: "error".to_owned(),
            error: Some(error.to_owned()),
            agent_response: agent_response.to_owned(),
            turn_id: Some(turn.id.0),
        }
    }
}

impl CreateResponse {
    pub fn new(TurnResult { session, turn }: TurnResult, organization: OrganizationId) -> Self {
        let ReplyFields { status, error, agent_response, turn_id } = ReplyFields::of(&turn);
        Self {
            status,
            error,
            session_id: session.id.0,
            company_id: organization.0,
            is_complete: session.is_complete,
            current_step: step(&session),
            company_name: session.company_name,
            agent_response,
            job_data: session.draft.publishable().into(),
            turn_id,
        }
    }
}

impl ChatResponse {
    pub fn new(TurnResult { session, turn }: TurnResult) -> Self {
        let ReplyFields { status, error, agent_response, turn_id } = ReplyFields::of(&turn);
        Self {
            status,
            error,
            session_id: Some(session.id.0),
            agent_response,
            is_complete: session.is_complete,
            current_step: step(&session),
            job_data: session.draft.publishable().into(),
            turn_id,
        }
    }

    /// With 200, because existing clients read the body of no other status.
    pub fn not_found() -> Self {
        Self {
            status: "error".to_owned(),
            error: Some("Session not found or expired. Please start a new conversation.".to_owned()),
            session_id: None,
            agent_response: "I'm sorry, but your session has expired. Let's start fresh!".to_owned(),
            is_complete: false,
            job_data: JobData::default(),
            current_step: Step("getting_basic_info".into()),
            turn_id: None,
        }
    }
}

impl SessionResponse {
    pub fn new(session: Session, organization: OrganizationId) -> Self {
        Self {
            status: "success".to_owned(),
            session_id: session.id.0,
            company_id: organization.0,
            created_at: session.created_at.into(),
            last_updated: session.updated_at.into(),
            current_step: step(&session),
            is_complete: session.is_complete,
            conversation_turns: session.message_count,
            company_name: session.company_name,
            job_data: session.draft.publishable().into(),
        }
    }
}

impl SessionDeleted {
    pub fn new() -> Self {
        Self { status: "success".to_owned(), message: "Session deleted successfully".to_owned() }
    }
}

fn step(session: &Session) -> Step {
    Step(word(&session.step()))
}

const EXAMPLE_RESPONSE: &str =
    "Great! You're looking to hire a Full Stack .Net Developer. Where is the position based?";

impl Example for CreateResponse {
    fn example() -> Self {
        let ChatResponse { status, agent_response, is_complete, job_data, current_step, .. } =
            ChatResponse::example();
        Self {
            status,
            error: None,
            session_id: SESSION,
            company_id: ORGANIZATION,
            company_name: "papaya trading".to_owned(),
            agent_response,
            is_complete,
            job_data,
            current_step,
            turn_id: None,
        }
    }
}

impl Example for ChatResponse {
    fn example() -> Self {
        Self {
            status: "success".to_owned(),
            error: None,
            session_id: Some(SESSION),
            agent_response: EXAMPLE_RESPONSE.to_owned(),
            is_complete: false,
            job_data: JobData::example(),
            current_step: Step("collecting_details".into()),
            turn_id: None,
        }
    }
}

impl Example for SessionResponse {
    fn example() -> Self {
        Self {
            status: "success".to_owned(),
            session_id: SESSION,
            company_id: ORGANIZATION,
            company_name: "papaya trading".to_owned(),
            created_at: at(10),
            last_updated: at(12),
            current_step: Step("collecting_details".into()),
            is_complete: false,
            conversation_turns: 5,
            job_data: JobData::example(),
        }
    }
}

impl Example for SessionDeleted {
    fn example() -> Self {
        Self::new()
    }
}
