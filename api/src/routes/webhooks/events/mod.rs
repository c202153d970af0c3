//! What is sent to webhook endpoints, for the document: the bodies are written by the database's triggers.

use poem::http::Method;
use poem_openapi::registry::{
    MetaMediaType, MetaOperation, MetaOperationParam, MetaParamIn, MetaRequest, MetaResponse, MetaResponses,
    MetaSchema, MetaSchemaRef, MetaWebhook, Registry,
};
use poem_openapi::types::{Example, ToJSON, Type};
use poem_openapi::{Object, Webhook};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::examples::{JOB_POST, SESSION, TURN, WEBHOOK_ENDPOINT, at};
use crate::types::{Timestamp, WebhookEventType};

/// Every webhook of the document.
pub struct WebhookDocs;

/// The event's type, which is the webhook's name; what it says, in a line and in more.
type Entry = (&'static str, fn() -> MetaSchemaRef, &'static str, Option<&'static str>);

const ALL: [Entry; 8] = [
    ("session.completed", SessionWebhook::schema_ref, "A session has become complete", None),
    (
        "session.expiring",
        SessionWebhook::schema_ref,
        "A session will end soon",
        Some(
            "An hour before, or half of the organization's session lifetime if that is less. Once a session.",
        ),
    ),
    (
        "session.expired",
        SessionWebhook::schema_ref,
        "A session has ended",
        Some("Not sent when it was deleted before. Once a session."),
    ),
    ("turn.completed", TurnWebhook::schema_ref, "A turn has its answer", None),
    ("turn.failed", TurnWebhook::schema_ref, "A turn has failed", None),
    ("job_post.published", JobPostWebhook::schema_ref, "The first job post of a session is written", None),
    ("job_post.revised", JobPostWebhook::schema_ref, "A later job post of a session is written", None),
    ("webhook.test", TestWebhook::schema_ref, "Somebody asked for a test", None),
];

/// By Standard Webhooks.
const HEADERS: [(&str, &str); 3] = [
    ("webhook-id", "The event's id, the same in every attempt: who has seen it has seen the event."),
    ("webhook-timestamp", "When this attempt was made, in seconds since 1970."),
    (
        "webhook-signature",
        "`v1,` and the signature; after a rotation of the secret two of them, with a space between.",
    ),
];

/// What each webhook may say, for the document.
pub fn examples() -> impl Iterator<Item = (&'static str, Value)> {
    let (session, turn, job_post) = (SESSION, TURN, JOB_POST);
    let data = move |kind: &str| match kind {
        "session.completed" => json!({ "session_id": session, "job_post_id": job_post, "revision": 1 }),
        "session.expiring" => {
            json!({ "session_id": session, "is_complete": false, "expires_at": at(69).to_json() })
        }
        "session.expired" => json!({ "session_id": session, "is_complete": false }),
        "turn.completed" => json!({ "session_id": session, "turn_id": turn }),
        "turn.failed" => json!({ "session_id": session, "turn_id": turn, "code": "llm_timeout" }),
        "job_post.published" => json!({ "session_id": session, "job_post_id": job_post, "revision": 1 }),
        "job_post.revised" => json!({ "session_id": session, "job_post_id": job_post, "revision": 2 }),
        _ => json!({ "webhook_endpoint_id": WEBHOOK_ENDPOINT }),
    };
    ALL.iter().map(move |(kind, ..)| {
        (*kind, json!({ "type": kind, "timestamp": at(9).to_json(), "data": data(kind) }))
    })
}

/// By hand, as poem's macro takes one webhook of a method only.
impl Webhook for WebhookDocs {
    fn meta() -> Vec<MetaWebhook> {
        ALL.iter().map(webhook).collect()
    }

    fn register(registry: &mut Registry) {
        SessionWebhook::register(registry);
        TurnWebhook::register(registry);
        JobPostWebhook::register(registry);
        TestWebhook::register(registry);
    }
}

fn webhook(&(name, schema, summary, description): &Entry) -> MetaWebhook {
    let body = MetaMediaType { content_type: "application/json", schema: schema() };
    let noted = MetaResponse {
        description: "Noted. Every 2xx will do; 410 disables the endpoint, and everything else is tried again.",
        status: Some(204),
        status_range: None,
        content: Vec::new(),
        headers: Vec::new(),
    };
    let operation = MetaOperation {
        method: Method::POST,
        tags: vec!["Webhooks"],
        summary: Some(summary),
        description,
        external_docs: None,
        params: HEADERS.iter().map(header).collect(),
        request: Some(MetaRequest { description: None, content: vec![body], required: true }),
        responses: MetaResponses { responses: vec![noted] },
        deprecated: false,
        security: Vec::new(),
        operation_id: None,
        code_samples: Vec::new(),
    };
    MetaWebhook { name, operation }
}

fn header((name, description): &(&str, &str)) -> MetaOperationParam {
    MetaOperationParam {
        name: (*name).to_owned(),
        schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))),
        in_type: MetaParamIn::Header,
        description: Some((*description).to_owned()),
        required: true,
        deprecated: false,
        explode: true,
        style: None,
    }
}

/// What happened to a session.
#[derive(Debug, Object)]
#[oai(example)]
pub struct SessionWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When it happened.
    timestamp: Timestamp,
    data: SessionWebhookData,
}

/// Which session it is about.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct SessionWebhookData {
    session_id: Uuid,
    /// `session.completed`: its job post.
    job_post_id: Option<Uuid>,
    /// `session.completed`: which one of the session, from 1.
    #[oai(validator(minimum(value = "1")))]
    revision: Option<i32>,
    /// `session.expiring`, `session.expired`: whether it had become complete.
    is_complete: Option<bool>,
    /// `session.expiring`: when it ends.
    expires_at: Option<Timestamp>,
}

/// What became of a turn.
#[derive(Debug, Object)]
#[oai(example)]
pub struct TurnWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When it happened.
    timestamp: Timestamp,
    data: TurnWebhookData,
}

/// Which turn it is about.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct TurnWebhookData {
    session_id: Uuid,
    turn_id: Uuid,
    /// `turn.failed`: why.
    code: Option<String>,
}

/// A job post that was written.
#[derive(Debug, Object)]
#[oai(example)]
pub struct JobPostWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When it happened.
    timestamp: Timestamp,
    data: JobPostWebhookData,
}

/// Which job post it is about.
#[derive(Debug, Object)]
#[oai(example)]
pub struct JobPostWebhookData {
    session_id: Uuid,
    job_post_id: Uuid,
    /// Which one of its session, from 1.
    #[oai(validator(minimum(value = "1")))]
    revision: i32,
}

/// A test.
#[derive(Debug, Object)]
#[oai(example)]
pub struct TestWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When it was asked for.
    timestamp: Timestamp,
    data: TestWebhookData,
}

/// Which endpoint it is for.
#[derive(Debug, Object)]
#[oai(example)]
pub struct TestWebhookData {
    webhook_endpoint_id: Uuid,
}

macro_rules! examples {
    ($($body:ident $kind:literal $data:ident { $($field:ident: $value:expr),* $(,)? };)*) => {$(
        impl Example for $body {
            fn example() -> Self {
                Self { kind: WebhookEventType($kind.into()), timestamp: at(9), data: $data::example() }
            }
        }
        impl Example for $data {
            fn example() -> Self {
                Self { $($field: $value),* }
            }
        }
    )*};
}

examples! {
    SessionWebhook "session.completed" SessionWebhookData {
        session_id: SESSION, job_post_id: Some(JOB_POST), revision: Some(1), is_complete: None, expires_at: None,
    };
    TurnWebhook "turn.completed" TurnWebhookData { session_id: SESSION, turn_id: TURN, code: None };
    JobPostWebhook "job_post.published" JobPostWebhookData { session_id: SESSION, job_post_id: JOB_POST, revision: 1 };
    TestWebhook "webhook.test" TestWebhookData { webhook_endpoint_id: WEBHOOK_ENDPOINT };
}
