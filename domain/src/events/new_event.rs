//! Events to append to a session's log, with their types and data on the wire.

use entity::id::{JobPostId, MessageId, PublicationId, TurnId};
use job_post::Draft;
use serde_json::{Value, json};

use super::job_data;
use crate::provenance;

/// An event that Rust appends. Stored functions append the others (`turn.queued`, `turn.running`, `turn.failed`,
/// `turn.cancelled`, `job_post.finalized`) with the change that they report; no type is written by both.
#[derive(Clone, Debug)]
pub(crate) enum NewEvent<'a> {
    /// The draft changed. The data are an RFC 6902 patch of the job data and the provenance of the changed fields.
    JobData {
        version: i32,
        before: Option<&'a Draft>,
        after: &'a Draft,
    },
    /// A streamed piece of the reply.
    TextDelta {
        turn: TurnId,
        attempt: i32,
        text: &'a str,
    },
    /// Voids this attempt's pieces so far: the attempt failed, or a guard rejected the reply.
    TextReset {
        turn: TurnId,
        attempt: i32,
    },
    /// The whole reply, which is authoritative whatever the pieces were.
    Message {
        turn: TurnId,
        message: MessageId,
        text: &'a str,
    },
    TurnSucceeded {
        turn: TurnId,
    },
    /// The organization's system accepted a job post.
    PublicationDelivered {
        publication: PublicationId,
        job_post: JobPostId,
        external_id: Option<&'a str>,
    },
    /// The delivery of a job post failed for good.
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

    /// The event's type on the wire, and its data.
    fn type_and_data(&self) -> (&'static str, Value) {
        match self {
            Self::JobData { version, before, after } => {
                let data = |draft: &Draft| job_data(&draft.publishable());
                let patch = json_patch::diff(&before.map_or(json!({}), data), &data(after));
                let empty = Draft::default();
                let origins = provenance::changed(before.unwrap_or(&empty), after);
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

/// The events as the JSON array that stored functions take.
pub(crate) fn to_json(new_events: &[NewEvent<'_>]) -> String {
    let entries = new_events.iter().map(|new_event| {
        let (kind, data) = new_event.type_and_data();
        json!({ "turn": new_event.turn(), "type": kind, "data": data })
    });
    Value::Array(entries.collect()).to_string()
}
