//! The bodies of sessions.

use domain::{Paged, sessions};
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{CONTENT_HASH, PAGE_TOKEN, SESSION, USER, at};
use crate::types::job_data::JobData;
use crate::types::{Step, Timestamp, word};

/// A conversation to begin.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct StartSessionRequest {
    /// The hiring company as the post shall name it. Without it: the organization's name. Fixed from here on.
    #[oai(validator(min_length = 1, max_length = 200))]
    company_name: Option<String>,
    /// The language to speak while no message tells one, as BCP 47 writes it; the greeting is in it.
    #[oai(validator(min_length = 2, max_length = 35))]
    locale: Option<String>,
}

impl From<StartSessionRequest> for sessions::NewSession {
    fn from(body: StartSessionRequest) -> Self {
        Self { company_name: body.company_name, locale: body.locale }
    }
}

/// Whether a conversation has led to a job post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum SessionStatus {
    Active,
    Complete,
}

/// A conversation and the job post that grows in it. `suggestions` are what the agent proposes and nobody has said yes
/// to: no part of the job data, absent when there are none.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Session {
    id: Uuid,
    /// `false` in test mode.
    livemode: bool,
    /// Whose it is.
    user_id: Uuid,
    /// The API key that began it for them, if one did.
    api_key_id: Option<Uuid>,
    /// The hiring company as the post names it.
    company_name: String,
    /// The language to speak while no message tells one (BCP 47), where one was wished for.
    locale: Option<String>,
    /// The session it began as a copy of, which may be gone.
    forked_from: Option<Uuid>,
    status: SessionStatus,
    /// What the conversation is about now.
    current_step: Step,
    /// Whether the user has said yes to the summary.
    is_complete: bool,
    /// Which job post of the session it is about, from 1: the one that is finished, else the one that would be next.
    #[oai(validator(minimum(value = "1")))]
    revision: i32,
    job_data: JobData,
    suggestions: Option<JobData>,
    /// Stands for what a yes would finalize now.
    content_hash: String,
    /// How often the job data has changed.
    #[oai(validator(minimum(value = "0")))]
    version: i32,
    /// How many messages were said, with the greeting and the agent's answers.
    #[oai(validator(minimum(value = "0")))]
    conversation_turns: i32,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// When it will be gone, unless something more is said or changed.
    expires_at: Timestamp,
}

impl From<sessions::Session> for Session {
    fn from(session: sessions::Session) -> Self {
        Self {
            id: session.id.0,
            livemode: session.livemode,
            user_id: session.user_id.0,
            api_key_id: session.api_key_id.map(|key| key.0),
            status: if session.is_complete { SessionStatus::Complete } else { SessionStatus::Active },
            current_step: Step(word(&session.step())),
            is_complete: session.is_complete,
            revision: session.revision,
            forked_from: session.forked_from.map(|original| original.0),
            content_hash: session.content_hash(),
            version: session.version,
            conversation_turns: session.message_count,
            created_at: session.created_at.into(),
            updated_at: session.updated_at.into(),
            expires_at: session.expires_at.into(),
            company_name: session.company_name,
            locale: session.locale,
            suggestions: JobData::unless_empty(session.draft.suggested()),
            job_data: session.draft.publishable().into(),
        }
    }
}

/// Some of the sessions.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct SessionPage {
    items: Vec<Session>,
    /// The `page_token` of the next page; absent on the last.
    next_page: Option<String>,
}

impl From<Paged<sessions::Session>> for SessionPage {
    fn from(paged: Paged<sessions::Session>) -> Self {
        Self { items: paged.items.into_iter().map(Session::from).collect(), next_page: paged.next }
    }
}

impl Example for StartSessionRequest {
    fn example() -> Self {
        Self { company_name: Some("Papaya Trading".to_owned()), locale: Some("en-JO".to_owned()) }
    }
}

impl Example for Session {
    fn example() -> Self {
        Self {
            id: SESSION,
            livemode: true,
            user_id: USER,
            api_key_id: None,
            company_name: "Papaya Trading".to_owned(),
            locale: Some("en-JO".to_owned()),
            forked_from: None,
            status: SessionStatus::Active,
            current_step: Step("finalizing".into()),
            is_complete: false,
            revision: 1,
            job_data: JobData::example(),
            suggestions: None,
            content_hash: CONTENT_HASH.to_owned(),
            version: 3,
            conversation_turns: 7,
            created_at: at(10),
            updated_at: at(14),
            expires_at: at(14 + 24 * 60),
        }
    }
}

impl Example for SessionPage {
    fn example() -> Self {
        Self { items: vec![Session::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
