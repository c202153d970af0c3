//! Bodies of the audit log.

use domain::Paged;
use domain::audit::{ActorKind, Entry};
use poem_openapi::Object;
use poem_openapi::types::Example;
use serde_json::json;
use uuid::Uuid;

use crate::examples::{AUDIT_ENTRY, COLLEAGUE, PAGE_TOKEN, REQUEST, USER, at};
use crate::types::{AuditAction, AuditActorKind, JsonObject, Timestamp};

/// An entry of the audit log. Secrets are never recorded.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct AuditEntry {
    id: Uuid,
    occurred_at: Timestamp,
    /// Whether the actor's request was in live mode.
    livemode: bool,
    action: AuditAction,
    actor: AuditActor,
    /// What the action is about.
    object: Option<AuditObject>,
    /// The fields that the action changed, as they were before. Absent for what is new.
    before: Option<JsonObject>,
    /// The fields that the action changed, as they are now. Absent for what was deleted.
    after: Option<JsonObject>,
    /// More about an action that changed no field.
    details: Option<JsonObject>,
    /// The request's `X-Request-Id`, which the server's logs also have. Absent for what Postwright does without a request.
    request_id: Option<Uuid>,
    /// The `X-Request-Id` that the caller sent.
    caller_request_id: Option<String>,
}

/// Who acted, and from where.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct AuditActor {
    kind: AuditActorKind,
    /// The person, or the member that the API key acted for.
    user_id: Option<Uuid>,
    api_key_id: Option<Uuid>,
    /// The client's IP address.
    address: Option<String>,
    user_agent: Option<String>,
}

/// What an action is about.
#[derive(Debug, Object)]
#[oai(example)]
pub struct AuditObject {
    #[oai(rename = "type")]
    kind: String,
    id: Uuid,
}

/// A page of the audit log.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct AuditEntryPage {
    items: Vec<AuditEntry>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

/// The name of a kind of actor.
pub fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::ApiKey => "api_key",
        ActorKind::Anonymous => "anonymous",
        ActorKind::System => "system",
        ActorKind::Operator => "operator",
    }
}

impl From<Entry> for AuditEntry {
    fn from(entry: Entry) -> Self {
        let actor = AuditActor {
            kind: AuditActorKind(actor_kind(entry.actor).into()),
            user_id: entry.user_id.map(|user| user.0),
            api_key_id: entry.api_key_id.map(|key| key.0),
            address: entry.address,
            user_agent: entry.user_agent,
        };
        Self {
            id: entry.id.0,
            occurred_at: entry.occurred_at.into(),
            livemode: entry.livemode,
            action: AuditAction(entry.action.into()),
            actor,
            object: entry.object.map(|(kind, id)| AuditObject { kind, id }),
            before: entry.before.map(JsonObject),
            after: entry.after.map(JsonObject),
            details: entry.details.map(JsonObject),
            request_id: entry.request_id,
            caller_request_id: entry.caller_request_id,
        }
    }
}

impl From<Paged<Entry>> for AuditEntryPage {
    fn from(paged: Paged<Entry>) -> Self {
        Self { items: paged.items.into_iter().map(AuditEntry::from).collect(), next_page: paged.next }
    }
}

impl Example for AuditEntry {
    fn example() -> Self {
        Self {
            id: AUDIT_ENTRY,
            occurred_at: at(5),
            livemode: true,
            action: AuditAction("member.role_changed".into()),
            actor: AuditActor::example(),
            object: Some(AuditObject::example()),
            before: Some(JsonObject(json!({ "role": "member" }))),
            after: Some(JsonObject(json!({ "role": "admin" }))),
            details: None,
            request_id: Some(REQUEST),
            caller_request_id: None,
        }
    }
}

impl Example for AuditActor {
    fn example() -> Self {
        Self {
            kind: AuditActorKind("person".into()),
            user_id: Some(USER),
            api_key_id: None,
            address: Some("203.0.113.7".to_owned()),
            user_agent: Some("Mozilla/5.0".to_owned()),
        }
    }
}

impl Example for AuditObject {
    fn example() -> Self {
        Self { kind: "member".to_owned(), id: COLLEAGUE }
    }
}

impl Example for AuditEntryPage {
    fn example() -> Self {
        Self { items: vec![AuditEntry::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
