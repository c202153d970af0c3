//! Conversations in which a job post grows.

mod read;
mod start;

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, SessionId, UserId};
use job_post::{Draft, Policy, Step};

pub use read::{Filter, delete, find, list};
pub(crate) use read::{ReadSession, lock};
pub(crate) use start::{Beginning, begin};
pub use start::{NewSession, start};

use crate::error::{Error, Result};

/// A conversation as its owner sees it.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: SessionId,
    pub livemode: bool,
    pub user_id: UserId,
    /// The key that began it for them, if one did.
    pub api_key_id: Option<ApiKeyId>,
    pub company_name: String,
    /// The language to speak while no message tells one (BCP 47), if one was wished for.
    pub locale: Option<String>,
    /// The conversation it began as a copy of, which may be gone.
    pub forked_from: Option<SessionId>,
    pub draft: Draft,
    /// What its organization demands of the post.
    pub policy: Policy,
    /// How often the draft has changed.
    pub version: i32,
    pub is_complete: bool,
    /// Which job post of the conversation it is about, from 1: the one that was finalized, else the one that would be next.
    pub revision: i32,
    /// Hash of the content whose summary the user saw last.
    pub shown_hash: Option<String>,
    /// How many messages were said, the greeting and the agent's answers included.
    pub message_count: i32,
    pub created_at: DateTime<Utc>,
    /// When the last turn was accepted or ended, or somebody changed something by hand.
    pub updated_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

impl Session {
    /// Where the conversation stands.
    #[must_use]
    pub fn step(&self) -> Step {
        job_post::step(&self.draft, self.is_complete, &self.policy)
    }

    /// What a yes would finalize now, see [`job_post::content_hash`].
    #[must_use]
    pub fn content_hash(&self) -> String {
        job_post::content_hash(&self.draft.publishable(), &self.company_name)
    }

    /// Changes whenever anything of the session does; for `ETag`.
    #[must_use]
    pub fn tag(&self) -> String {
        let step = self.step() as u8;
        format!("{}-{}-{step}-{}", self.version, self.message_count, self.updated_at.timestamp_micros())
    }

    pub(crate) fn from_row(row: entity::session::Model, policy: Policy) -> Result<Self> {
        Ok(Self {
            id: row.id,
            livemode: row.livemode,
            user_id: row.user_id,
            api_key_id: row.api_key_id,
            company_name: row.company_name,
            locale: row.locale,
            forked_from: row.forked_from,
            policy,
            draft: serde_json::from_value(row.draft).map_err(Error::internal)?,
            version: row.version,
            is_complete: row.is_complete,
            revision: row.revision,
            shown_hash: row.shown_hash,
            message_count: row.message_count,
            created_at: row.created_at,
            updated_at: row.updated_at,
            expires_at: row.expires_at,
        })
    }
}
