//! What happened in a session, as a log that streams follow. An event is a row; the notifier only says that there is one.

mod feed;
mod job_data;

use chrono::{DateTime, Utc};
use entity::id::{JobPostId, MessageId, PublicationId, SessionId, TurnId};
use job_post::Draft;
use serde_json::{Value, json};

pub(crate) use feed::ReadEvents;
pub use feed::{Follower, after, first_of_turn, follow};
pub use job_data::{job_data, member, pointer};

use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::provenance;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    /// False when there is no such session.
    pub(crate) struct AppendEvents = Tenant volatile "append_events" {
        session: SessionId,
        events: String,
    } -> bool
}

returned_row! {
    /// One entry of a session's log.
    #[derive(Clone, Debug)]
    pub struct Event {
        /// Rises within the session; numbers may be missing where pieces of a reply were swept.
        sequence: i64,
        kind: String,
        turn_id: Option<TurnId>,
        data: Value,
        created_at: DateTime<Utc>,
    }
}

/// An event that Rust writes. SQL writes the others (`turn.queued`, `turn.running`, `turn.failed`, `turn.cancelled`,
/// `job_post.finalized`), each with the change that it reports; no type is written by both.
#[derive(Clone, Debug)]
pub(crate) enum NewEvent<'a> {
    /// The draft changed: an RFC 6902 patch from the job data before to those after, and what the changed fields rest on.
    JobData {
        version: i32,
        before: Option<&'a Draft>,
        after: &'a Draft,
    },
    /// A piece of the answer, as the model writes it.
    TextDelta {
        turn: TurnId,
        attempt: i32,
        text: &'a str,
    },
    /// The pieces of this attempt so far are void: it failed, or a guard took the answer back.
    TextReset {
        turn: TurnId,
        attempt: i32,
    },
    /// The whole answer; it holds, whatever the pieces said.
    Message {
        turn: TurnId,
        message: MessageId,
        text: &'a str,
    },
    TurnSucceeded {
        turn: TurnId,
    },
    /// The organization's own system has taken a job post.
    PublicationDelivered {
        publication: PublicationId,
        job_post: JobPostId,
        external_id: Option<&'a str>,
    },
    /// It has not, and is not asked again.
    PublicationFailed {
        publication: PublicationId,
        job_post: JobPostId,
        code: &'a str,
    },
}

impl NewEvent<'_> {
    fn turn(&self) -> Option<TurnId> {
        match self {
            Self::JobData { .. } | Self::PublicationDelivered { .. } | Self::PublicationFailed { .. } => None,
            Self::TextDelta { turn, .. }
            | Self::TextReset { turn, .. }
            | Self::Message { turn, .. }
            | Self::TurnSucceeded { turn } => Some(*turn),
        }
    }

    /// The stable name of the type, and its data without it.
    fn written(&self) -> (&'static str, Value) {
        match self {
            Self::JobData { version, before, after } => {
                let data = |draft: &Draft| job_data(&draft.publishable());
                let patch = json_patch::diff(&before.map_or(json!({}), data), &data(after));
                let nothing = Draft::default();
                let origins = provenance::changed(before.unwrap_or(&nothing), after);
                ("job_data.changed", json!({ "version": version, "patch": patch, "provenance": origins }))
            }
            Self::TextDelta { turn, attempt, text } => {
                ("text.delta", json!({ "turn_id": turn, "attempt": attempt, "text": text }))
            }
            Self::TextReset { turn, attempt } => {
                ("text.reset", json!({ "turn_id": turn, "attempt": attempt }))
            }
            Self::Message { turn, message, text } => {
                ("message.completed", json!({ "turn_id": turn, "message_id": message, "text": text }))
            }
            Self::TurnSucceeded { turn } => ("turn.succeeded", json!({ "turn_id": turn })),
            Self::PublicationDelivered { publication, job_post, external_id } => {
                let mut data = json!({ "publication_id": publication, "job_post_id": job_post });
                if let Some(external_id) = external_id {
                    data["external_id"] = json!(external_id);
                }
                ("publication.delivered", data)
            }
            Self::PublicationFailed { publication, job_post, code } => {
                let data = json!({ "publication_id": publication, "job_post_id": job_post, "code": code });
                ("publication.failed", data)
            }
        }
    }
}

/// Writes down what happened in a session, which it locks.
///
/// # Errors
/// [`Error::NotFound`] when the session is gone.
pub(crate) async fn write(tx: &TenantTx, session: SessionId, new_events: &[NewEvent<'_>]) -> Result<()> {
    let call = AppendEvents { session, events: listed(new_events) };
    if !Executor::from(tx).call_one(call).await? {
        return Err(Error::NotFound("session"));
    }
    tx.notify_event(session);
    Ok(())
}

/// What happened, as the functions of the database want it.
pub(crate) fn listed(new_events: &[NewEvent<'_>]) -> String {
    let entries = new_events.iter().map(|new_event| {
        let (kind, data) = new_event.written();
        json!({ "turn": new_event.turn(), "type": kind, "data": data })
    });
    Value::Array(entries.collect()).to_string()
}
