//! The OpenAPI documentation of webhook events. Triggers of the database write the events themselves.

mod models;

use poem::http::Method;
use poem_openapi::Webhook;
use poem_openapi::registry::{
    MetaMediaType, MetaOperation, MetaOperationParam, MetaParamIn, MetaRequest, MetaResponse, MetaResponses,
    MetaSchema, MetaSchemaRef, MetaWebhook, Registry,
};
use poem_openapi::types::{ToJSON, Type};
use serde_json::{Value, json};

pub use self::models::JobPostWebhook;
use self::models::{AuditWebhook, SessionWebhook, TestWebhook, TurnWebhook, VerificationWebhook};
use crate::examples::{
    AUDIT_ENTRY, CHALLENGE, COLLEAGUE, JOB_POST, SESSION, TURN, USER, WEBHOOK_ENDPOINT, at,
};

/// All webhooks of the OpenAPI document. Written by hand, because poem's macro allows one webhook per method.
pub struct WebhookDocs;

/// The event type, which is the webhook's name, with the schema of its body, its summary and its description.
type Entry = (&'static str, fn() -> MetaSchemaRef, &'static str, Option<&'static str>);

const EVENTS: [Entry; 11] = [
    ("session.completed", SessionWebhook::schema_ref, "A session is complete", None),
    (
        "session.expiring",
        SessionWebhook::schema_ref,
        "A session expires soon",
        Some(
            "Sent an hour before the session expires. With a session lifetime below two hours it is sent half the lifetime \
             before the expiry. It is sent again when a turn or edit has postponed the expiry.",
        ),
    ),
    (
        "session.expired",
        SessionWebhook::schema_ref,
        "A session has expired",
        Some(
            "Sent once per expiry; a session that an admin has reopened can expire again. Not sent when the session was deleted \
             before it expired.",
        ),
    ),
    ("turn.completed", TurnWebhook::schema_ref, "A turn has succeeded", None),
    ("turn.failed", TurnWebhook::schema_ref, "A turn has failed", None),
    ("job_post.published", JobPostWebhook::schema_ref, "The first job post of a session is finished", None),
    ("job_post.revised", JobPostWebhook::schema_ref, "A later job post of a session is finished", None),
    (
        "job_post.deleted",
        JobPostWebhook::schema_ref,
        "A job post was deleted",
        Some("Delete your copies of it. Not sent when the whole organization is deleted."),
    ),
    (
        "audit.recorded",
        AuditWebhook::schema_ref,
        "An entry was added to the audit log",
        Some(
            "Sent only to endpoints that name this event type. It contains ids; read the entry with `read_audit_entry`.",
        ),
    ),
    (
        "webhook.test",
        TestWebhook::schema_ref,
        "A test was requested",
        Some("Sent to the endpoint under test only, signed by Standard Webhooks."),
    ),
    (
        "webhook_endpoint.verification",
        VerificationWebhook::schema_ref,
        "An endpoint is asked to verify itself",
        Some(
            "Sent to a new endpoint and to one with another URL, before any other event. Respond with status 2xx and the JSON \
             body `{\"challenge\": \"…\"}`, with the value of `data.challenge`. Each attempt has another challenge, so respond \
             to an id that you have received before as well.",
        ),
    ),
];

/// The headers of Standard Webhooks.
const HEADERS: [(&str, &str); 3] = [
    ("webhook-id", "The event's id, the same in every attempt. Receivers deduplicate by it."),
    ("webhook-timestamp", "The time of this attempt, in seconds since 1970."),
    (
        "webhook-signature",
        "`v1,` and the signature. After a rotation of the secret: two signatures, separated by a space.",
    ),
];

/// An example of each webhook's body.
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
        "job_post.deleted" => json!({ "session_id": session, "job_post_id": job_post, "revision": 1 }),
        "audit.recorded" => json!({
            "audit_entry_id": AUDIT_ENTRY, "action": "member.role_changed", "actor": "person", "user_id": USER,
            "object_type": "member", "object_id": COLLEAGUE
        }),
        "webhook_endpoint.verification" => {
            json!({ "webhook_endpoint_id": WEBHOOK_ENDPOINT, "challenge": CHALLENGE })
        }
        _ => json!({ "webhook_endpoint_id": WEBHOOK_ENDPOINT }),
    };
    EVENTS.iter().map(move |(kind, ..)| {
        (*kind, json!({ "type": kind, "timestamp": at(9).to_json(), "data": data(kind) }))
    })
}

impl Webhook for WebhookDocs {
    fn meta() -> Vec<MetaWebhook> {
        EVENTS.iter().map(webhook).collect()
    }

    fn register(registry: &mut Registry) {
        SessionWebhook::register(registry);
        TurnWebhook::register(registry);
        JobPostWebhook::register(registry);
        AuditWebhook::register(registry);
        TestWebhook::register(registry);
        VerificationWebhook::register(registry);
    }
}

fn webhook(&(name, schema, summary, description): &Entry) -> MetaWebhook {
    let body = MetaMediaType { content_type: "application/json", schema: schema() };
    let accepted = MetaResponse {
        description: "The event was received. Every 2xx status counts. 410 disables the endpoint, and every other status is \
                      retried.",
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
        responses: MetaResponses { responses: vec![accepted] },
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
