//! `Idempotency-Key`: a repeated request gets the bytes of the first response, and has no second effect.

mod concurrent;
mod stored_responses;

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Client, Reply, with_app};

async fn post(client: &Client, path: &str, key: &str, prefer: &str, body: &Value) -> Reply {
    let request = client.request(Method::POST, path).header("Idempotency-Key", key).header("Prefer", prefer);
    Reply::of(request.json(body)).await
}

fn is_replay(reply: &Reply) -> bool {
    reply.header("idempotency-replayed") == "true"
}

#[tokio::test]
async fn a_key_belongs_to_one_request_of_one_person() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let (one, other) = (ada.begin().await, ada.begin().await);
        let path = |session: &str| format!("/v1/sessions/{session}/turns");
        let body = json!({ "message": "baker", "on_busy": "enqueue" });
        let first = post(&ada, &path(&one), "key", "wait=30", &body).await;
        assert_eq!((first.status, is_replay(&first)), (200, false));
        // The same JSON, written differently.
        let request = ada
            .request(Method::POST, &path(&one))
            .header("Idempotency-Key", "key")
            .header("Prefer", "wait=3");
        let request = request.header("Content-Type", "application/json");
        let again = Reply::of(request.body("{ \"on_busy\":\"enqueue\",\n\"message\":\"baker\" }")).await;
        assert_eq!((again.text.as_str(), again.status), (first.text.as_str(), 200));
        assert_eq!(again.header("preference-applied"), "wait=30");
        assert!(is_replay(&again));
        // Another body, another path.
        let reused = post(&ada, &path(&one), "key", "wait=30", &json!({ "message": "cook" })).await;
        assert_eq!(reused.problem(422), "idempotency_key_reused");
        let reused = post(&ada, &path(&other), "key", "wait=30", &body).await;
        assert_eq!(reused.problem(422), "idempotency_key_reused");
        // Keys are separate for each operation and for each person.
        assert!(!is_replay(&post(&ada, "/v1/sessions", "key", "", &json!({})).await));
        let bob = app.colleague(&ada, "bob", "admin").await;
        assert!(!is_replay(&post(&bob, &path(&one), "key", "wait=30", &body).await));
        assert_eq!(app.count("select count(*) from turn").await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_malformed_key_is_refused() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        for bad in ["", "two words", &"x".repeat(256)] {
            let refused = post(&ada, "/v1/sessions", bad, "", &json!({})).await;
            refused.problem(422);
            assert_eq!(refused.text_at("/errors/0/pointer"), "/Idempotency-Key");
        }
        assert_eq!(post(&ada, "/v1/sessions", &"~".repeat(255), "", &json!({})).await.status, 201);
        let twice = ada.request(Method::POST, "/v1/sessions").json(&json!({}));
        Reply::of(twice.header("Idempotency-Key", "a").header("Idempotency-Key", "b")).await.problem(422);
    })
    .await;
}

#[tokio::test]
async fn a_refused_request_does_not_use_up_its_key() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        app.llm.slow_down(Duration::from_millis(300));
        assert_eq!(ada.post(&path, json!({ "message": "baker" })).await.status, 202);
        let body = json!({ "message": "in Lisbon", "on_busy": "reject" });
        assert_eq!(post(&ada, &path, "key", "wait=30", &body).await.problem(409), "turn_in_progress");
        assert_eq!(app.count("select count(*) from idempotency_key").await, 0);
        app.wait_until_idle().await;
        let accepted = post(&ada, &path, "key", "wait=30", &body).await;
        assert_eq!((accepted.status, is_replay(&accepted)), (200, false), "{accepted:?}");
        assert!(is_replay(&post(&ada, &path, "key", "wait=30", &body).await));
    })
    .await;
}

/// Requests whose stored response shows their session. That of a fork belongs to who made it, and all members see job posts.
const ABOUT_A_SESSION: [(&str, &str); 4] =
    [("turns", "wait=30"), ("turns", "wait=0"), ("undo", ""), ("restore", "")];

#[tokio::test]
async fn a_replay_shows_only_sessions_that_the_caller_still_sees() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let mut requests = Vec::new();
        for (place, prefer) in ABOUT_A_SESSION {
            let session = ada.begin_summarized().await;
            let body = match place {
                "turns" => json!({ "message": "baker" }),
                "restore" => json!({ "version": 0 }),
                _ => json!({}),
            };
            let path = format!("/v1/sessions/{session}/{place}");
            let first = post(&bob, &path, &session, prefer, &body).await;
            assert!(first.status < 300, "{first:?}");
            requests.push((path, session, prefer, body));
        }
        ada.patch(&format!("/v1/members/{}", bob.user_id), json!({ "role": "member" })).await;
        let demoted = app.sign_in(&bob.email).await;
        for (path, key, prefer, body) in &requests {
            let replayed = post(&demoted, path, key, prefer, body).await;
            replayed.problem(404);
            let streamed = demoted.request(Method::POST, path).header("Idempotency-Key", key);
            Reply::of(streamed.header("Accept", "text/event-stream").json(body)).await.problem(404);
        }
        ada.patch(&format!("/v1/members/{}", bob.user_id), json!({ "role": "admin" })).await;
        let bob = app.sign_in(&bob.email).await;
        for (path, key, prefer, body) in &requests {
            assert!(is_replay(&post(&bob, path, key, prefer, body).await), "{path}");
        }
    })
    .await;
}
