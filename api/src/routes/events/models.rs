//! The data of an event, for the document. What is sent is written from the log, see `streams`.

use poem_openapi::Object;
use poem_openapi::types::Example;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::examples::{TURN, at};
use crate::routes::provenance::FieldProvenance;
use crate::types::{EventType, PatchAction, Timestamp};

/// Something that happened in a session. Which fields there are follows from the type.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct SessionEvent {
    #[oai(rename = "type")]
    kind: EventType,
    /// Its number in the session; numbers rise, and some may be missing.
    #[oai(validator(minimum(value = "0")))]
    sequence: i64,
    /// When it happened; absent only with `stream.closed`.
    created_at: Option<Timestamp>,
    /// The turn it belongs to.
    turn_id: Option<Uuid>,
    /// Which attempt at the turn it belongs to, from 1.
    #[oai(validator(minimum(value = "0")))]
    attempt: Option<i32>,
    /// `text.delta`: a piece of the answer. `message.completed`: all of it.
    text: Option<String>,
    /// `message.completed`: the answer's message.
    message_id: Option<Uuid>,
    /// `turn.failed`, `publication.failed`: why.
    code: Option<String>,
    /// `job_data.changed`: the session's version from here on.
    #[oai(validator(minimum(value = "0")))]
    version: Option<i32>,
    /// `job_data.changed`: how the job data changed (RFC 6902).
    patch: Option<Vec<PatchOperation>>,
    /// `job_data.changed`: the fields whose values rest on something else from here on.
    provenance: Option<Vec<FieldProvenance>>,
    /// `job_post.finalized` and those of publications: the job post.
    job_post_id: Option<Uuid>,
    /// `job_post.finalized`: which one of the session, from 1.
    #[oai(validator(minimum(value = "1")))]
    revision: Option<i32>,
    /// `publication.delivered`, `publication.failed`: which one.
    publication_id: Option<Uuid>,
    /// `publication.delivered`: what the organization's system calls the job post, where it said so.
    external_id: Option<String>,
    /// `stream.closed`: why.
    reason: Option<String>,
}

/// One operation of a JSON Patch (RFC 6902).
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct PatchOperation {
    op: PatchAction,
    /// Where: a JSON Pointer (RFC 6901) into the job data.
    path: String,
    /// With `move` and `copy`: from where.
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
