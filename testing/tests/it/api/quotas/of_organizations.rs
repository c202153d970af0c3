//! Quotas of an organization: sessions, API keys, webhook endpoints and event streams.

use domain::operators::set_quota;
use domain::quotas::{Limits, QuotaName};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Client, EventReader, Reply, with_app_of};

use super::{assert_exceeded, limited, quota};

async fn start(client: &Client) -> Reply {
    client.post("/v1/sessions", json!({})).await
}

#[tokio::test]
async fn an_organization_keeps_no_more_sessions_than_it_may() {
    with_app_of(limited(Limits { sessions: 2, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "member").await;
        let session = ada.begin().await;
        bob.begin().await;
        for client in [&ada, &bob] {
            assert_exceeded(&start(client).await, "sessions", 2, 2);
        }
        let fork = ada.post(&format!("/v1/sessions/{session}/fork"), json!({})).await;
        assert_exceeded(&fork, "sessions", 2, 2);
        assert_eq!(app.count("select count(*) from session").await, 2);
        assert_eq!(ada.say(&session, "baker").await.status, 200, "what is there goes on");
        ada.in_mode("test").begin().await;
        eve.begin().await;
        // An expired session is kept, so it counts.
        app.superuser_runs(
            "update session set expires_at = app_clock() - interval '1 hour', expiry_noticed = true",
        )
        .await;
        assert_exceeded(&start(&ada).await, "sessions", 2, 2);
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        ada.begin().await;
        assert_exceeded(&start(&ada).await, "sessions", 2, 2);
    })
    .await;
}

/// A request of two bytes can copy a conversation of megabytes, and a fork can be forked too.
#[tokio::test]
async fn the_forks_of_an_organization_copy_no_more_bytes_than_they_may() {
    with_app_of(limited(Limits { fork_bytes: 0, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let fork = async |client: &Client, session: &str| {
            client.post(&format!("/v1/sessions/{session}/fork"), json!({})).await
        };
        let session = ada.begin().await;
        assert_eq!(fork(&ada, &session).await.status, 201, "a greeting has no bytes that count");
        ada.say(&session, "We need a backend engineer in Lisbon.").await;
        assert_exceeded(&fork(&ada, &session).await, "fork_bytes", 0, 0);
        let organization = ada.organization_id.parse().unwrap();
        let allow = async |bytes: i64| {
            let limit = u32::try_from(bytes).unwrap();
            set_quota(&app.db, organization, QuotaName::ForkBytes, Some(limit)).await.unwrap();
        };

        allow(100_000).await;
        let first = fork(&ada, &session).await.text_at("/id");
        let (_, bytes) = quota(&ada, "fork_bytes").await;
        let text = "select sum(octet_length(text))::bigint from message where turn_id is not null";
        let of_messages = app.count(text).await / 2;
        assert!(
            (of_messages + 100..of_messages + 2_000).contains(&bytes),
            "{bytes}, {of_messages} of messages"
        );
        allow(2 * bytes).await;
        assert_eq!(fork(&ada, &first).await.status, 201);
        for original in [&session, &first] {
            assert_exceeded(&fork(&ada, original).await, "fork_bytes", 2 * bytes, 2 * bytes);
        }
        assert_eq!(ada.delete(&format!("/v1/sessions/{first}")).await.status, 204);
        assert_eq!(fork(&ada, &session).await.status, 201, "the bytes of a deleted fork are free");
        // Neither the other mode nor another organization uses any of it.
        assert_eq!(quota(&ada.in_mode("test"), "fork_bytes").await.1, 0);
        assert_eq!(quota(&eve, "fork_bytes").await, (0, 0));
    })
    .await;
}

/// Far below the limit sessions are not counted each time; the limit holds all the same.
#[tokio::test]
async fn the_limit_holds_after_sessions_that_were_not_counted() {
    with_app_of(limited(Limits { sessions: 100, ..Limits::default() }), async |app| {
        let ada = app.owner("ada").await;
        for _ in 0..100 {
            ada.begin().await;
        }
        assert_exceeded(&start(&ada).await, "sessions", 100, 100);
    })
    .await;
}

#[tokio::test]
async fn an_organization_has_no_more_api_keys_than_it_may() {
    with_app_of(limited(Limits { api_keys: 2, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let key = app.live_key(&ada, &["sessions:read"]).await;
        app.test_key(&ada, &["sessions:read"]).await;
        let body = json!({ "name": "x", "livemode": true, "scopes": ["sessions:read"] });
        let create = async |client: &Client| client.post("/v1/api-keys", body.clone()).await;
        assert_exceeded(&create(&ada).await, "api_keys", 2, 2);
        assert_eq!(create(&eve).await.status, 201);
        assert_eq!(ada.delete(&format!("/v1/api-keys/{}", key.id)).await.status, 204);
        assert_eq!(create(&ada).await.status, 201);
        // A quota says nothing of what the caller may do, so the audit log has no refusal.
        let log = ada.get("/v1/audit-log?limit=100").await;
        assert!(!log.text.contains("operation.refused"), "{log:?}");
    })
    .await;
}

#[tokio::test]
async fn an_organization_has_no_more_webhook_endpoints_than_it_may() {
    with_app_of(limited(Limits { webhook_endpoints: 1, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let add = async |client: &Client| {
            client.post("/v1/webhook-endpoints", json!({ "url": "https://127.0.0.1:1/" })).await
        };
        let first = add(&ada).await.text_at("/id");
        assert_exceeded(&add(&ada).await, "webhook_endpoints", 1, 1);
        assert_eq!(add(&ada.in_mode("test")).await.status, 201);
        assert_eq!(add(&eve).await.status, 201);
        assert_eq!(ada.delete(&format!("/v1/webhook-endpoints/{first}")).await.status, 204);
        assert_eq!(add(&ada).await.status, 201);
    })
    .await;
}

#[tokio::test]
async fn an_organization_has_no_more_event_streams_open_than_it_may() {
    with_app_of(limited(Limits { event_streams: 2, ..Limits::default() }), async |app| {
        let (ada, eve) = (app.owner("ada").await, app.owner("eve").await);
        let bob = app.colleague(&ada, "bob", "admin").await;
        let session = ada.begin().await;
        let events = format!("/v1/sessions/{session}/events");
        let first = EventReader::open(&ada, &session).await;
        let _second = EventReader::open(&bob, &session).await;
        assert_eq!(quota(&ada, "event_streams").await, (2, 2));
        for client in [&ada, &bob] {
            assert_exceeded(&client.get(&events).await, "event_streams", 2, 2);
        }
        let turns = format!("/v1/sessions/{session}/turns");
        let request = ada.request(Method::POST, &turns).header("Accept", "text/event-stream");
        let refused = Reply::of(request.json(&json!({ "message": "baker" }))).await;
        assert_exceeded(&refused, "event_streams", 2, 2);
        assert_eq!(app.count("select count(*) from turn").await, 0);
        let of_eve = eve.begin().await;
        EventReader::open(&eve, &of_eve).await.take(1).await;
        drop(first);
        tests::wait_until("a stream is free", async || quota(&ada, "event_streams").await.1 == 1).await;
        EventReader::open(&ada, &session).await.take(1).await;
        assert_eq!(ada.get("/v1/organization/quotas").await.at("/next_page"), Value::Null);
    })
    .await;
}
