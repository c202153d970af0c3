//! Sessions: conversations that produce a job post.

mod expiry;
mod list;
mod read;
mod reading;
mod start;
mod summaries;

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::{ApiKeyId, SessionId, UserId};
use job_post::{Draft, Policy, SessionView, Step};

pub(crate) use expiry::{NoteExpiries, ReopenSession};
pub use expiry::{note_expiries, reopen};
pub use list::{Filter, list};
pub(crate) use read::{ReadSession, expired, lock, lock_retained};
pub use read::{delete, find, find_active};
pub(crate) use reading::{ReadSessions, Reading};
pub(crate) use start::{InitialState, create};
pub use start::{NewSession, start};
pub use summaries::{Summary, USUAL_FIELDS, summaries};

use crate::error::Result;
use crate::organizations::Rules;

/// A session, that is a conversation with its draft.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: SessionId,
    pub livemode: bool,
    /// `None` for a session of an API key that acted for no member.
    pub user_id: Option<UserId>,
    /// The API key that created the session, if any.
    pub api_key_id: Option<ApiKeyId>,
    pub company_name: String,
    /// The language (BCP 47) of replies until a message shows another one, if requested.
    pub locale: Option<String>,
    /// The session that this one is a fork of; it may have been deleted.
    pub forked_from: Option<SessionId>,
    pub draft: Draft,
    /// The organization's requirements for job posts.
    pub policy: Policy,
    /// How often the draft has changed.
    pub version: i32,
    pub is_complete: bool,
    /// The number of the session's finalized job post, or of the next one while none is finalized; from 1.
    pub revision: i32,
    /// Hash of the content that the last shown summary was about.
    pub shown_hash: Option<String>,
    /// The number of messages, including the greeting and the replies.
    pub message_count: i32,
    pub turns: i32,
    pub created_at: DateTime<Utc>,
    /// When the last turn was accepted or ended, the last manual change was made, or the session was reopened.
    pub updated_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// Whether it has expired: it can be read and reopened, and not changed.
    pub is_expired: bool,
    /// How long after its expiry it can be read.
    pub(crate) retention: TimeDelta,
}

impl Session {
    /// The current step of the conversation.
    #[must_use]
    pub fn step(&self) -> Step {
        job_post::step(&self.draft, self.is_complete, &self.policy)
    }

    /// What a decision needs to know of the session.
    #[must_use]
    pub fn view(&self) -> SessionView<'_> {
        SessionView {
            draft: &self.draft,
            is_complete: self.is_complete,
            shown_hash: self.shown_hash.as_deref(),
            company_name: &self.company_name,
            policy: &self.policy,
            locale: self.locale.as_deref(),
        }
    }

    /// Hash of the content that a confirmation would finalize now, see [`job_post::content_hash`].
    #[must_use]
    pub fn content_hash(&self) -> String {
        job_post::content_hash(&self.draft.publishable(), &self.company_name)
    }

    /// Until when it can be read, if nothing postpones its expiry.
    #[must_use]
    pub fn retained_until(&self) -> DateTime<Utc> {
        self.expires_at + self.retention
    }

    /// The entity tag (`ETag`), which changes with every change of the session.
    #[must_use]
    pub fn tag(&self) -> String {
        let step = self.step() as u8;
        let expired = if self.is_expired { "-expired" } else { "" };
        format!(
            "{}-{}-{step}-{}{expired}",
            self.version,
            self.message_count,
            self.updated_at.timestamp_micros()
        )
    }

    pub(crate) fn from_row(row: entity::session::Model, rules: Rules) -> Result<Self> {
        let Rules { policy, retention, now } = rules;
        Ok(Self {
            id: row.id,
            livemode: row.livemode,
            user_id: row.user_id,
            api_key_id: row.api_key_id,
            company_name: row.company_name,
            locale: row.locale,
            forked_from: row.forked_from,
            policy,
            draft: serde_json::from_value(row.draft)?,
            version: row.version,
            is_complete: row.is_complete,
            revision: row.revision,
            shown_hash: row.shown_hash,
            message_count: row.message_count,
            turns: row.next_sequence - 1,
            created_at: row.created_at,
            updated_at: row.updated_at,
            expires_at: row.expires_at,
            is_expired: row.expires_at <= now || row.expiry_noticed,
            retention,
        })
    }
}
