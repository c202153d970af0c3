//! Bodies of sessions.

use domain::{Paged, sessions};
use entity::id::{JobPostId, TemplateId};
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::etag::quoted;
use crate::examples::{CONTENT_HASH, PAGE_TOKEN, SESSION, USER, at};
use crate::types::job_data::JobData;
use crate::types::{Step, Timestamp, word};

/// The session to start.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct StartSessionRequest {
    /// The hiring company named in the job post. If absent, it is that of `from_job_post` or
    /// of the template, else the organization's name. It
    /// cannot be changed later.
    #[oai(validator(min_length = 1, max_length = 200))]
    company_name: Option<String>,
    /// The language of the greeting, and of replies until a message is in another one, as a BCP 47 tag. If absent, it is the first
    /// of the organization's `languages`.
    #[oai(validator(min_length = 2, max_length = 35))]
    locale: Option<String>,
    /// A finished job post of the organization that the session begins with. Its pay, dates and number of openings become
    /// `suggestions`, because they may have changed, and the greeting asks about them; a description loses the sentences about
    /// them.
    from_job_post: Option<Uuid>,
    /// A template of the organization that the session begins with, instead of `from_job_post` and in the same way.
    template_id: Option<Uuid>,
}

impl StartSessionRequest {
    pub fn reads_job_post(&self) -> bool {
        self.from_job_post.is_some()
    }
}

impl From<StartSessionRequest> for sessions::NewSession {
    fn from(body: StartSessionRequest) -> Self {
        Self {
            company_name: body.company_name,
            locale: body.locale,
            from_job_post: body.from_job_post.map(JobPostId),
            template_id: body.template_id.map(TemplateId),
        }
    }
}

/// Whether the session's current job data have been finalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum SessionStatus {
    Active,
    Complete,
}

impl SessionStatus {
    pub fn of(is_complete: bool) -> Self {
        if is_complete { Self::Complete } else { Self::Active }
    }

    pub fn is_complete(self) -> bool {
        self == Self::Complete
    }
}

/// A conversation with the draft of a job post. `suggestions` are values that the agent proposes and the user has not
/// confirmed. They are not part of the job data, and absent when there are none.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Session {
    id: Uuid,
    /// `false` in test mode.
    livemode: bool,
    /// The person who owns the session. Absent when an API key started it for no member.
    user_id: Option<Uuid>,
    /// The API key that started the session, if any.
    api_key_id: Option<Uuid>,
    /// The hiring company named in the job post.
    company_name: String,
    /// The requested language (BCP 47), or the first of the organization's, if any.
    locale: Option<String>,
    /// The session that this one is a fork of, which may have been deleted.
    forked_from: Option<Uuid>,
    status: SessionStatus,
    /// The current step of the conversation.
    current_step: Step,
    /// Whether the user has confirmed the summary.
    is_complete: bool,
    /// The number of the finished job post or, while the session is active, of the next one, from 1.
    #[oai(validator(minimum(value = "1")))]
    revision: i32,
    job_data: JobData,
    suggestions: Option<JobData>,
    /// Hash of the content that would be finalized now.
    content_hash: String,
    /// The number of changes of the job data.
    #[oai(validator(minimum(value = "0")))]
    version: i32,
    /// The number of messages, including the greeting and the agent's replies.
    #[oai(validator(minimum(value = "0")))]
    conversation_turns: i32,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// When the session expires, unless a further turn or edit postpones that. An expired session can be read, but not
    /// changed.
    expires_at: Timestamp,
    /// Whether the session has expired.
    is_expired: bool,
    /// When the session is deleted, unless its expiry is postponed: the organization's `session_retention_days` after it expires.
    retained_until: Timestamp,
    /// The value for `If-Match`, as in the response's `ETag`.
    etag: String,
}

impl From<sessions::Session> for Session {
    fn from(session: sessions::Session) -> Self {
        Self {
            id: session.id.0,
            livemode: session.livemode,
            user_id: session.user_id.map(|user| user.0),
            api_key_id: session.api_key_id.map(|key| key.0),
            status: SessionStatus::of(session.is_complete),
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
            is_expired: session.is_expired,
            retained_until: session.retained_until().into(),
            etag: quoted(&session.tag()),
            company_name: session.company_name,
            locale: session.locale,
            suggestions: JobData::unless_empty(session.draft.suggested()),
            job_data: session.draft.publishable().into(),
        }
    }
}

/// A page of sessions.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct SessionPage {
    items: Vec<Session>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<sessions::Session>> for SessionPage {
    fn from(paged: Paged<sessions::Session>) -> Self {
        Self { items: paged.items.into_iter().map(Session::from).collect(), next_page: paged.next }
    }
}

impl Example for StartSessionRequest {
    fn example() -> Self {
        Self {
            company_name: Some("Papaya Trading".to_owned()),
            locale: Some("en-JO".to_owned()),
            from_job_post: None,
            template_id: None,
        }
    }
}

impl Example for Session {
    fn example() -> Self {
        Self {
            id: SESSION,
            livemode: true,
            user_id: Some(USER),
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
            is_expired: false,
            retained_until: at(14 + 31 * 24 * 60),
            etag: quoted("3-7-4-1764028800000000"),
        }
    }
}

impl Example for SessionPage {
    fn example() -> Self {
        Self { items: vec![Session::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
