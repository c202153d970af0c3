//! Which tables the audit log watches, and which of their columns it shows.

use std::collections::BTreeSet;

use serde_json::json;
use sqlx::Row;
use tests::{Receiver, WebhookEndpoint, every_scope, with_app};

/// Tables of an organization without the trigger record_change, each with the reason.
const UNWATCHED: [(&str, &str); 16] = [
    ("audit_entry", "the log itself"),
    ("delivery", "what workers do"),
    ("delivery_attempt", "what workers do"),
    ("draft_change", "a session's own log"),
    ("event", "a session's own log"),
    ("idempotency_key", "stored responses of operations that are recorded themselves"),
    ("job_post", "a session's own log"),
    ("message", "a session's own log"),
    ("pending_sign_in", "nobody is known yet; what comes of it is recorded"),
    ("publication", "what workers do"),
    ("refresh_token", "belongs to a login; its reuse is recorded as an event"),
    ("removed_member", "belongs to a membership whose end is recorded"),
    ("request_log_entry", "a log of its own, of what had no effect"),
    ("session", "a session's own log; its deletion is recorded as an event"),
    ("turn", "a session's own log"),
    ("webhook_event", "what workers do"),
];

#[tokio::test]
async fn every_table_of_an_organization_is_watched_or_has_a_reason_not_to_be() {
    with_app(async |app| {
        let tables = "select c.relname::text as name, exists (
                             select from pg_trigger g where g.tgrelid = c.oid and g.tgfoid = 'record_change'::regproc) as watched
                        from pg_class c
                       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                         and (c.relname = 'organization' or exists (
                             select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id'))";
        for row in sqlx::query(tables).fetch_all(app.superuser()).await.unwrap() {
            let (name, is_watched): (String, bool) = (row.get("name"), row.get("watched"));
            let has_reason = UNWATCHED.iter().any(|(table, _)| *table == name);
            assert!(
                is_watched != has_reason,
                "{name} (watched: {is_watched}): give it the trigger record_change, as in \
                 migration/src/schema/membership.sql, or a reason in UNWATCHED of testing/tests/it/security/audit/tables.rs"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn every_column_of_a_watched_table_is_recorded_redacted_or_ignored() {
    with_app(async |app| {
        let triggers = "select c.relname::text as name, encode(g.tgargs, 'escape') as arguments,
                               array(select a.attname::text from pg_attribute a
                                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
                          from pg_trigger g join pg_class c on c.oid = g.tgrelid
                         where g.tgfoid = 'record_change'::regproc and not c.relispartition";
        let triggers = sqlx::query(triggers).fetch_all(app.superuser()).await.unwrap();
        assert!(triggers.len() >= 6);
        for row in triggers {
            let (name, arguments): (String, String) = (row.get("name"), row.get("arguments"));
            let lists: Vec<&str> = arguments.split("\\000").skip(2).take(3).collect();
            let listed: Vec<&str> = lists.iter().flat_map(|list| list.split(' ')).filter(|name| !name.is_empty()).collect();
            let columns: Vec<String> = row.get("columns");
            assert_eq!(
                BTreeSet::from_iter(columns.iter().map(String::as_str)),
                BTreeSet::from_iter(listed.iter().copied()),
                "the columns of {name}, and the lists of its trigger record_change: recorded, redacted (secrets), ignored"
            );
            assert_eq!(columns.len(), listed.len(), "{name} lists a column twice");
            for recorded in lists[0].split(' ') {
                let is_secret = ["secret", "token", "password", "hash", "sealed"].iter().any(|word| recorded.contains(word));
                // The time until which a secret is valid is none.
                assert!(!is_secret || recorded.ends_with("_until"), "{name}.{recorded} is recorded, and may be a secret");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn no_secret_is_in_an_entry() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let receiver = Receiver::start().await;
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &["audit.recorded"]).await;
        let rotated = ada.post(&format!("{}/rotate-secret", endpoint.path), json!({})).await;
        let url = format!("{}/in?token=Canary-query", receiver.url());
        let moved = ada.patch(&endpoint.path, json!({ "url": url })).await;
        assert_eq!(moved.status, 200, "{moved:?}");
        let target = json!({ "format": "ai_create", "url": receiver.url(), "bearer_token": "Canary-bearer" });
        assert_eq!(ada.put("/v1/organization/publication-target", target).await.status, 200);
        let target = json!({ "format": "signed_json", "url": receiver.url(), "new_secret": true });
        let signed = ada.put("/v1/organization/publication-target", target).await;
        let key = app.live_key(&ada, &every_scope()).await;
        app.client_of(&key).await;
        let wrong = json!({ "email": ada.email, "password": "Canary-password" });
        assert_eq!(app.anonymous().post("/v1/auth/sign-in", wrong).await.status, 401);
        let refreshed =
            app.anonymous().post("/v1/auth/refresh", json!({ "refresh_token": ada.refresh_token })).await;
        ada.get("/v1/audit-log").await;

        let tail = |text: &str| text[text.len() - 12..].to_owned();
        let secrets = [
            "Canary-query".to_owned(),
            "Canary-bearer".to_owned(),
            "Canary-password".to_owned(),
            tests::PASSWORD.to_owned(),
            tail(&endpoint.secret),
            tail(&rotated.text_at("/secret")),
            tail(&signed.text_at("/secret")),
            tail(&key.key),
            tail(&ada.refresh_token),
            tail(&refreshed.text_at("/refresh_token")),
            tail(ada.token()),
        ];
        let rows = "select e::text from audit_entry e union all select v::text from webhook_event v";
        let rows: Vec<String> = sqlx::query_scalar(rows).fetch_all(app.superuser()).await.unwrap();
        assert!(rows.len() > 10);
        for secret in &secrets {
            let holds = |row: &&String| row.contains(secret.as_str());
            assert_eq!(rows.iter().find(holds), None, "{secret}");
        }
        // bytea as PostgreSQL would show it.
        assert!(!rows.iter().any(|row| row.contains("\\\\x")), "a byte string is in an entry");
        let hidden = rows.iter().filter(|row| row.contains("(not kept)")).count();
        assert!(hidden >= 4, "that secrets changed is recorded: {hidden}");
    })
    .await;
}
