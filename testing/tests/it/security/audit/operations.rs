//! Every operation that writes leaves an entry of the audit log, or is exempt for a reason.
//!
//! A new operation fails the first test until it has a line in [`AUDITED`] or in [`EXEMPT`].

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::{App, Client, Person, Receiver, Reply, WebhookEndpoint, with_app};

use super::entries_of;
use crate::api::publications::{finalize_by_conversation, set_target, wait_for_publication};
use crate::security::scopes::{Operation, all_operations};

/// Who performs an operation.
#[derive(Clone, Copy, PartialEq)]
enum As {
    /// The owner of the organization.
    Owner,
    /// A request without a token. The entry names the owner all the same.
    Anonymous,
    /// An API key's own request, without a token. The entry names the key.
    Client,
}
use As::{Anonymous, Client as AsClient, Owner};

/// Operations with the action that each records, in the order in which the test performs them: what deletes comes last. The
/// test sends the body of [`body`], or else the example of openapi.yaml.
const AUDITED: [(&str, As, &str); 24] = [
    ("sign_up", Anonymous, "organization.created"),
    ("sign_in", Anonymous, "login.began"),
    ("issue_token", AsClient, "api_key.token_issued"),
    ("create_api_key", Owner, "api_key.created"),
    ("update_api_key", Owner, "api_key.updated"),
    ("update_organization", Owner, "organization.updated"),
    ("add_member", Owner, "member.added"),
    ("update_member", Owner, "member.role_changed"),
    ("redeliver_publication", Owner, "publication.redelivered"),
    ("put_publication_target", Owner, "publication_target.updated"),
    ("create_webhook_endpoint", Owner, "webhook_endpoint.created"),
    ("update_webhook_endpoint", Owner, "webhook_endpoint.updated"),
    ("rotate_webhook_secret", Owner, "webhook_endpoint.secret_rotated"),
    ("test_webhook_endpoint", Owner, "webhook_endpoint.tested"),
    ("recover_webhooks", Owner, "webhook_endpoint.recovered"),
    ("resend_webhook_delivery", Owner, "webhook_delivery.resent"),
    ("export_audit_log_csv", Owner, "audit_log.exported"),
    ("delete_session", Owner, "session.deleted"),
    ("delete_job_post_session", Owner, "session.deleted"),
    ("delete_webhook_endpoint", Owner, "webhook_endpoint.deleted"),
    ("delete_publication_target", Owner, "publication_target.deleted"),
    ("revoke_api_key", Owner, "api_key.revoked"),
    ("remove_member", Owner, "member.removed"),
    ("sign_out", Owner, "login.ended"),
];

const SESSION_LOG: &str = "the session's own log names the author of every turn and change";

/// Operations that write and leave no entry, each with the reason.
const EXEMPT: [(&str, &str); 12] = [
    (
        "refresh_tokens",
        "continues a login whose begin and end are recorded; a reused token is recorded as well",
    ),
    ("start_session", SESSION_LOG),
    ("edit_job_data", SESSION_LOG),
    ("undo_change", SESSION_LOG),
    ("restore_session", SESSION_LOG),
    ("fork_session", SESSION_LOG),
    ("start_turn", SESSION_LOG),
    ("cancel_turn", SESSION_LOG),
    ("retry_turn", SESSION_LOG),
    ("finalize_session", SESSION_LOG),
    ("create_job_post", SESSION_LOG),
    ("continue_job_post", SESSION_LOG),
];

/// The objects that the operations act on, and who acts.
struct Stage {
    ada: Person,
    /// By the parameter in the path.
    ids: BTreeMap<&'static str, String>,
    /// For the original route, because another operation deletes the first session.
    second_session: String,
    key: tests::Key,
    receiver: Receiver,
}

impl Stage {
    async fn set(app: &App) -> Self {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "member").await;
        let receiver = Receiver::start().await;
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["webhook.test"]).await;
        let delivery = endpoint.test(&ada).await.text_at("/id");
        endpoint.wait_for(&ada, "delivered", 1).await;
        set_target(&ada, json!({ "format": "ai_create", "url": receiver.url() })).await;
        let (session, _) = finalize_by_conversation(&ada).await;
        let publication = wait_for_publication(&ada, "delivered").await.text_at("/id");
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let ids = BTreeMap::from([
            ("{user_id}", bob.user_id.clone()),
            ("{webhook_endpoint_id}", endpoint.path.rsplit('/').next().unwrap().to_owned()),
            ("{delivery_id}", delivery),
            ("{session_id}", session),
            ("{publication_id}", publication),
            ("{api_key_id}", key.id.clone()),
        ]);
        let second_session = ada.begin().await;
        Self { ada, ids, second_session, key, receiver }
    }

    /// The body of an operation whose example does not suit the stage.
    fn body(&self, operation: &str) -> Option<Value> {
        Some(match operation {
            "sign_in" => json!({ "email": self.ada.email, "password": tests::PASSWORD }),
            "issue_token" => json!({
                "grant_type": "client_credentials", "client_id": self.key.id, "client_secret": self.key.key,
            }),
            "update_api_key" => json!({ "name": "Renamed" }),
            "update_member" => json!({ "role": "admin" }),
            "rotate_webhook_secret" | "test_webhook_endpoint" => json!({}),
            "put_publication_target" => {
                json!({ "format": "ai_create", "url": format!("{}/other", self.receiver.url()) })
            }
            "create_webhook_endpoint" => json!({ "url": self.receiver.url() }),
            "update_webhook_endpoint" => json!({ "description": "Changed" }),
            "recover_webhooks" => json!({ "since": chrono::Utc::now() - chrono::TimeDelta::days(1) }),
            _ => return None,
        })
    }

    async fn perform(&self, app: &App, operation: &Operation, by: As) -> Reply {
        let client: Client = if by == Owner { self.ada.clone() } else { app.anonymous() };
        let id = |parameter: &str| match (operation.id.as_str(), parameter) {
            ("delete_job_post_session", "{session_id}") => Some(self.second_session.clone()),
            _ => self.ids.get(parameter).cloned(),
        };
        operation.call_with_body(&client, id, self.body(&operation.id)).await
    }
}

/// Whether the audit log concerns it: everything but reading.
fn writes(operation: &Operation) -> bool {
    operation.method != reqwest::Method::GET
}

#[test]
fn every_operation_that_writes_is_audited_or_exempt() {
    for operation in all_operations().iter().filter(|operation| writes(operation)) {
        let id = operation.id.as_str();
        let is_audited = AUDITED.iter().any(|(audited, ..)| *audited == id);
        let is_exempt = EXEMPT.iter().any(|(exempt, _)| *exempt == id);
        assert!(
            is_audited != is_exempt,
            "{id} writes: is it audited ({is_audited}) or exempt ({is_exempt})? Either give the table that it changes the \
             trigger record_change, or append an event with domain::audit::record, and add (\"{id}\", Owner, \
             \"object.verb\") to AUDITED in testing/tests/it/security/audit/operations.rs, and its action to AuditAction in \
             api/src/types/words.rs and to docs/audit.md. Or add (\"{id}\", \"the reason\") to EXEMPT."
        );
    }
}

#[tokio::test]
async fn every_audited_operation_leaves_an_entry_with_actor_and_effect() {
    with_app(async |app| {
        let stage = Stage::set(app).await;
        let operations = all_operations();
        for (id, by, action) in AUDITED {
            let operation = operations.iter().find(|operation| operation.id == id);
            let operation =
                operation.unwrap_or_else(|| panic!("{id} is no operation: remove it from AUDITED"));
            let reply = stage.perform(app, operation, by).await;
            assert!((200..300).contains(&reply.status), "{id}: give it a body or an id in Stage: {reply:?}");
            check(app, &stage, id, by, action, &reply).await;
        }
    })
    .await;
}

async fn check(app: &App, stage: &Stage, id: &str, by: As, action: &str, reply: &Reply) {
    let entries = entries_of(app, reply).await;
    let actions: Vec<&str> = entries.iter().filter_map(|entry| entry["action"].as_str()).collect();
    let entry = entries.iter().find(|entry| entry["action"] == action);
    let entry = entry.unwrap_or_else(|| {
        panic!("{id} left no entry {action}, but {actions:?}. Does its transaction begin with Db::begin, within the request?")
    });
    let actor = match by {
        AsClient => (json!("api_key"), json!(stage.key.id)),
        _ => (json!("person"), Value::Null),
    };
    assert_eq!((entry["actor_kind"].clone(), entry["actor_api_key_id"].clone()), actor, "{id}: {entry}");
    if id != "sign_up" {
        assert_eq!(entry["actor_user_id"], json!(stage.ada.user_id), "{id}: {entry}");
    }
    assert_eq!(entry["address"], "127.0.0.1", "{id}: {entry}");
    let effect = [&entry["object_id"], &entry["before"], &entry["after"], &entry["details"]];
    assert!(effect.iter().any(|part| !part.is_null()), "{id} says nothing of its effect: {entry}");
}
