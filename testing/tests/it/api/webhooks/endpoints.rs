//! Webhook endpoints and their secrets.

use reqwest::Method;
use serde_json::json;
use tests::{Options, Receiver, Reply, WebhookEndpoint, is_signed, with_app, with_app_of};

#[tokio::test]
async fn an_endpoint_can_be_added_changed_and_deleted() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let body = json!({ "url": "https://127.0.0.1:1/endpoint", "description": "ATS", "event_types": ["turn.failed", "turn.completed"] });
        let created = ada.post("/v1/webhook-endpoints", body).await;
        assert_eq!(created.status, 201, "{created:?}");
        assert!(created.text_at("/secret").starts_with("whsec_"));
        let path = created.header("location");
        let read = ada.get(path).await;
        assert_eq!(read.at("/secret"), json!(null), "shown once");
        assert_eq!(read.at("/event_types"), json!(["turn.completed", "turn.failed"]));
        let tag = read.header("etag").to_owned();
        assert_eq!(Reply::of(ada.request(Method::GET, path).header("If-None-Match", &tag)).await.status, 304);
        let patch = |tag: &str| ada.request(Method::PATCH, path).header("If-Match", tag).json(&json!({ "description": "" }));
        let changed = Reply::of(patch(&tag)).await;
        assert_eq!((changed.status, changed.at("/description")), (200, json!(null)));
        Reply::of(patch(&tag)).await.problem(412);
        assert_eq!(ada.get("/v1/webhook-endpoints").await.at("/items/0/id"), read.at("/id"));
        assert_eq!(ada.delete(path).await.status, 204);
        ada.get(path).await.problem(404);
        assert_eq!(ada.get("/v1/webhook-endpoints").await.json(), json!({ "items": [] }));
    })
    .await;
}

#[tokio::test]
async fn invalid_endpoints_are_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for (body, pointer) in [
            (json!({}), "/url"),
            (json!({ "url": "" }), "/url"),
            (json!({ "url": "https://1.1.1.1/", "event_types": ["turn.exploded"] }), "/event_types/0"),
            (json!({ "url": "https://1.1.1.1/", "secret": "mine" }), "/secret"),
            (json!({ "url": "https://1.1.1.1/", "description": "a\0b" }), "/description"),
            (json!({ "url": format!("https://1.1.1.1/{}", "ü".repeat(1_900)) }), "/url"),
        ] {
            let refused = ada.post("/v1/webhook-endpoints", body.clone()).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), pointer, "{body}");
        }
        for _ in 0..20 {
            assert_eq!(
                ada.post("/v1/webhook-endpoints", json!({ "url": "https://127.0.0.1:1/" })).await.status,
                201
            );
        }
        let one_more = ada.post("/v1/webhook-endpoints", json!({ "url": "https://127.0.0.1:1/" })).await;
        assert_eq!(one_more.problem(403), "quota_exceeded");
        let bob = app.colleague(&ada, "bob", "member").await;
        bob.get("/v1/webhook-endpoints").await.problem(403);
    })
    .await;
}

#[tokio::test]
async fn a_repeated_request_returns_the_same_secret() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let request = || {
            let request = ada.request(Method::POST, "/v1/webhook-endpoints").header("Idempotency-Key", "one");
            request.json(&json!({ "url": "https://127.0.0.1:1/" }))
        };
        let (first, second) = (Reply::of(request()).await, Reply::of(request()).await);
        assert_eq!(first.text, second.text);
        assert_eq!(app.count("select count(*) from webhook_endpoint").await, 1);
    })
    .await;
}

#[tokio::test]
async fn after_a_rotation_both_secrets_sign_for_a_day() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        let endpoint = WebhookEndpoint::add(&ada, &receiver, &[]).await;
        let test = async |count: usize| {
            endpoint.test(&ada).await;
            receiver.wait_for(count).await.remove(count - 1)
        };
        assert!(is_signed(&endpoint.secret, &test(1).await));
        let rotated = ada.post(&format!("{}/rotate-secret", endpoint.path), json!({})).await;
        let fresh = rotated.text_at("/secret");
        assert!(fresh != endpoint.secret && rotated.at("/previous_secret_until").is_string());
        let during = test(2).await;
        assert!(is_signed(&endpoint.secret, &during) && is_signed(&fresh, &during));
        app.move_clock("24:00:01").await;
        let after = test(3).await;
        assert!(!is_signed(&endpoint.secret, &after) && is_signed(&fresh, &after));
    })
    .await;
}
