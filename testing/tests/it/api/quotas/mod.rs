//! Quotas: what an organization may keep and have open, what a refusal says, and the list of all quotas.

mod changed_by_operator;
mod concurrent;
mod legacy;
mod of_organizations;
mod of_sessions;

use domain::quotas::{Limits, Quotas};
use serde_json::{Value, json};
use tests::{Client, Options, Reply, with_app, with_app_of};

const CONTACT: &str = "ops@postwright.example";

/// An application whose organizations have these limits.
fn limited(limits: Limits) -> Options {
    let mut options = Options::default();
    options.api.quotas = Quotas { limits, contact: Some(CONTACT.to_owned()) };
    options
}

/// Asserts that the reply names the quota, how much of it is allowed and used, and whom to ask.
#[track_caller]
fn assert_exceeded(reply: &Reply, name: &str, limit: i64, used: i64) {
    assert_eq!(reply.problem(403), "quota_exceeded", "{reply:?}");
    let expected = json!({ "name": name, "limit": limit, "used": used, "contact": CONTACT });
    assert_eq!(reply.at("/quota"), expected, "{reply:?}");
    let detail = reply.text_at("/detail");
    assert!(detail.contains(&format!("{used} of {limit}")) && detail.contains(CONTACT), "{detail}");
}

/// Limit and use of a quota, as the list shows them.
async fn quota(client: &Client, name: &str) -> (i64, i64) {
    let listed = client.get("/v1/organization/quotas").await;
    assert_eq!(listed.status, 200, "{listed:?}");
    let items = listed.at("/items");
    let item = items.as_array().unwrap().iter().find(|item| item["name"] == name).cloned().unwrap();
    (item["limit"].as_i64().unwrap(), item["used"].as_i64().unwrap())
}

#[tokio::test]
async fn every_member_sees_all_quotas_and_what_is_used() {
    with_app(async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let viewer = app.colleague(&ada, "vic", "viewer").await;
        let key = app.live_key(&ada, &["organization:read"]).await;
        let other_key = app.live_key(&ada, &["sessions:read"]).await;
        let session = ada.begin().await;
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "department": "Platform" })).await;
        ada.post(&format!("/v1/sessions/{session}/fork"), json!({})).await;
        ada.post("/v1/webhook-endpoints", json!({ "url": "https://127.0.0.1:1/" })).await;
        for client in [&*ada, &*viewer, &*key] {
            let listed = client.get("/v1/organization/quotas").await.at("/items");
            let names: Vec<&Value> = listed.as_array().unwrap().iter().map(|item| &item["name"]).collect();
            assert_eq!(
                names,
                [
                    "sessions",
                    "session_turns",
                    "session_versions",
                    "session_bytes",
                    "session_forks",
                    "fork_bytes",
                    "api_keys",
                    "webhook_endpoints",
                    "event_streams"
                ]
            );
            assert_eq!(quota(client, "sessions").await, (1_000_000, 2));
            assert_eq!(quota(client, "session_turns").await, (1_000, 1));
            assert_eq!(quota(client, "session_versions").await, (2_000, 2));
            let (_, bytes) = quota(client, "session_bytes").await;
            assert!((40..10_000).contains(&bytes), "{bytes}");
            assert_eq!(quota(client, "session_forks").await, (100, 1));
            let (most, copied) = quota(client, "fork_bytes").await;
            assert!(most == 200_000_000 && (40..2 * bytes).contains(&copied), "{copied} of {most}");
            assert_eq!(quota(client, "api_keys").await, (100, 2));
            assert_eq!(quota(client, "webhook_endpoints").await, (20, 1));
            assert_eq!(quota(client, "event_streams").await, (1_000, 0));
        }
        assert_eq!(other_key.get("/v1/organization/quotas").await.problem(403), "insufficient_scope");
        assert_eq!(quota(&ada.in_mode("test"), "sessions").await.1, 0);
        for name in
            ["sessions", "session_turns", "session_bytes", "fork_bytes", "api_keys", "webhook_endpoints"]
        {
            assert_eq!(quota(&eve, name).await.1, 0, "{name} of another organization");
        }
    })
    .await;
}

/// Without an operator's contact the admins of the organization are the ones to ask.
#[tokio::test]
async fn a_refusal_without_a_contact_names_the_admins() {
    let mut options = limited(Limits { sessions: 0, ..Limits::default() });
    options.api.quotas.contact = None;
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        let refused = ada.post("/v1/sessions", json!({})).await;
        assert_eq!(refused.problem(403), "quota_exceeded");
        assert_eq!(refused.at("/quota"), json!({ "name": "sessions", "limit": 0, "used": 0 }));
        assert!(refused.text_at("/detail").contains("ask an admin of your organization"), "{refused:?}");
    })
    .await;
}
