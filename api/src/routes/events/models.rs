//! The data of an event, for the OpenAPI document. `streams/sse.rs` writes what is sent, from the session's log.

use poem_openapi::Object;
use poem_openapi::types::Example;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::examples::{TURN, at};
use crate::routes::provenance::FieldProvenance;
use crate::types::{EventType, PatchAction, Timestamp};

/// An event of a session. The type determines which fields are present.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct SessionEvent {
    #[oai(rename = "type")]
    kind: EventType,
    /// The event's number in the session. Numbers increase and may have gaps.
    #[oai(validator(minimum(value = "0")))]
    sequence: i64,
    /// When the event happened. Absent only with `stream.closed`.
    created_at: Option<Timestamp>,
    /// The turn that the event belongs to.
    turn_id: Option<Uuid>,
    /// The attempt of the turn that the event belongs to, from 1.
    #[oai(validator(minimum(value = "0")))]
    attempt: Option<i32>,
    /// `text.delta`: a chunk of the reply. `message.completed`: the complete reply.
    text: Option<String>,
    /// `message.completed`: the id of the reply's message.
    message_id: Option<Uuid>,
    /// `turn.failed`, `publication.failed`: the error code.
    code: Option<String>,
    /// `job_data.changed`: the session's version after the change.
    #[oai(validator(minimum(value = "0")))]
    version: Option<i32>,
    /// `job_data.changed`: the change as a JSON Patch (RFC 6902).
    patch: Option<Vec<PatchOperation>>,
    /// `job_data.changed`: the fields whose provenance changed, each with its new provenance.
    provenance: Option<Vec<FieldProvenance>>,
    /// `job_post.finalized`, `publication.*`: the job post.
    job_post_id: Option<Uuid>,
    /// `job_post.finalized`: the job post's number within the session, from 1.
    #[oai(validator(minimum(value = "1")))]
    revision: Option<i32>,
    /// `publication.delivered`, `publication.failed`: the publication.
    publication_id: Option<Uuid>,
    /// `publication.delivered`: the job post's id in the organization's system, if the response contained one.
    external_id: Option<String>,
    /// `stream.closed`: the reason.
    reason: Option<String>,
}

/// One operation of a JSON Patch (RFC 6902).
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct PatchOperation {
    op: PatchAction,
    /// The target: a JSON Pointer (RFC 6901) into the job data.
    path: String,
    /// With `move` and `copy`: the source, a JSON Pointer.
    from: Option<String>,
    /// With `add`, `replace` and `test`: any JSON value.
    value: Option<Value>,
}

impl Example for SessionEvent {
    fn example() -> Self {
        Self {
            kind: EventType("text.delta".into()),
            sequence: 7,
            created_at: Some(at(12)),
            turn_id: Some(TURN),
            attempt: Some(1),
            text: Some("Got it: senior, ".to_owned()),
            message_id: None,
            code: None,
            version: None,
            patch: None,
            provenance: None,
            job_post_id: None,
            revision: None,
            publication_id: None,
            external_id: None,
            reason: None,
        }
    }
}

impl Example for PatchOperation {
    fn example() -> Self {
        let (op, path) = (PatchAction("add".into()), "/experience_level".to_owned());
        Self { op, path, from: None, value: Some(json!("senior")) }
    }
}
