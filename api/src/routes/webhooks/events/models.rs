//! Bodies of webhook events.

use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::{
    AUDIT_ENTRY, CHALLENGE, COLLEAGUE, JOB_POST, SESSION, TURN, USER, WEBHOOK_ENDPOINT, at,
};
use crate::types::{AuditAction, AuditActorKind, Timestamp, WebhookEventType};

/// An event of a session.
#[derive(Debug, Object)]
#[oai(example)]
pub struct SessionWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When the event happened.
    timestamp: Timestamp,
    data: SessionWebhookData,
}

/// The session of the event.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct SessionWebhookData {
    session_id: Uuid,
    /// `session.completed`: the finished job post.
    job_post_id: Option<Uuid>,
    /// `session.completed`: the job post's number within the session, from 1.
    #[oai(validator(minimum(value = "1")))]
    revision: Option<i32>,
    /// `session.expiring`, `session.expired`: whether the session is complete.
    is_complete: Option<bool>,
    /// `session.expiring`: when the session expires.
    expires_at: Option<Timestamp>,
}

/// An event of a turn.
#[derive(Debug, Object)]
#[oai(example)]
pub struct TurnWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When the event happened.
    timestamp: Timestamp,
    data: TurnWebhookData,
}

/// The turn of the event.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct TurnWebhookData {
    session_id: Uuid,
    turn_id: Uuid,
    /// `turn.failed`: the error code.
    code: Option<String>,
}

/// An event of a job post.
#[derive(Debug, Object)]
#[oai(example)]
pub struct JobPostWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When the event happened.
    timestamp: Timestamp,
    data: JobPostWebhookData,
}

/// The job post of the event.
#[derive(Debug, Object)]
#[oai(example)]
pub struct JobPostWebhookData {
    session_id: Uuid,
    job_post_id: Uuid,
    /// The job post's number within its session, from 1.
    #[oai(validator(minimum(value = "1")))]
    revision: i32,
}

/// An event of the audit log.
#[derive(Debug, Object)]
#[oai(example)]
pub struct AuditWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When the entry was added.
    timestamp: Timestamp,
    data: AuditWebhookData,
}

/// The entry of the event.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct AuditWebhookData {
    audit_entry_id: Uuid,
    action: AuditAction,
    actor: AuditActorKind,
    /// The person, or the member that the API key acted for.
    user_id: Option<Uuid>,
    api_key_id: Option<Uuid>,
    object_type: Option<String>,
    object_id: Option<Uuid>,
}

/// A test event.
#[derive(Debug, Object)]
#[oai(example)]
pub struct TestWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When the test was requested.
    timestamp: Timestamp,
    data: TestWebhookData,
}

/// The endpoint under test.
#[derive(Debug, Object)]
#[oai(example)]
pub struct TestWebhookData {
    webhook_endpoint_id: Uuid,
}

/// A verification of an endpoint.
#[derive(Debug, Object)]
#[oai(example)]
pub struct VerificationWebhook {
    #[oai(rename = "type")]
    kind: WebhookEventType,
    /// When the verification was requested.
    timestamp: Timestamp,
    data: VerificationWebhookData,
}

/// The endpoint to verify.
#[derive(Debug, Object)]
#[oai(example)]
pub struct VerificationWebhookData {
    webhook_endpoint_id: Uuid,
    /// The value to return, another one in each attempt: `{"challenge": "…"}`.
    challenge: String,
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
    AuditWebhook "audit.recorded" AuditWebhookData {
        audit_entry_id: AUDIT_ENTRY, action: AuditAction("member.role_changed".into()),
        actor: AuditActorKind("person".into()), user_id: Some(USER), api_key_id: None,
        object_type: Some("member".to_owned()), object_id: Some(COLLEAGUE),
    };
    TestWebhook "webhook.test" TestWebhookData { webhook_endpoint_id: WEBHOOK_ENDPOINT };
    VerificationWebhook "webhook_endpoint.verification" VerificationWebhookData {
        webhook_endpoint_id: WEBHOOK_ENDPOINT, challenge: CHALLENGE.to_owned(),
    };
}
