//! Which responses are stored, and for how long.

use std::time::Duration;

use serde_json::{Value, json};
use tests::{Options, with_app, with_app_of};

use super::{is_replay, post};

#[tokio::test]
async fn every_creating_route_replays_its_response() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let twice = async |path: &str, body: Value| {
            let (first, second) =
                (post(&ada, path, "key", "", &body).await, post(&ada, path, "key", "", &body).await);
            assert_eq!((first.status, first.text.as_str()), (201, second.text.as_str()), "{second:?}");
            for header in ["location", "etag", "content-type"] {
                assert_eq!(first.header(header), second.header(header));
            }
            assert!(!is_replay(&first) && is_replay(&second));
            first
        };
        let session = twice("/v1/sessions", json!({})).await.text_at("/id");
        ada.say(&session, "Backend engineer in Lisbon, hybrid.").await;
        let hash = ada.read(&session).await.text_at("/content_hash");
        twice(&format!("/v1/sessions/{session}/finalize"), json!({ "content_hash": hash })).await;
        twice(&format!("/v1/sessions/{session}/fork"), json!({})).await;
        twice("/v1/invitations", json!({ "email": "bob@example.com", "role": "member" })).await;
        for (table, rows) in [("session", 2), ("job_post", 1), ("invitation", 1), ("idempotency_key", 4)] {
            let query = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
            let count: i64 = sqlx::query_scalar(query).fetch_one(app.superuser()).await.unwrap();
            assert_eq!(count, rows, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn deleting_a_session_deletes_its_stored_responses() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        let body = json!({ "message": "baker" });
        assert_eq!(post(&ada, &path, "key", "wait=30", &body).await.status, 200);
        assert_eq!(ada.delete(&format!("/v1/sessions/{session}")).await.status, 204);
        assert_eq!(app.count("select count(*) from idempotency_key").await, 0);
        post(&ada, &path, "key", "wait=30", &body).await.problem(404);
    })
    .await;
}

#[tokio::test]
async fn a_response_is_stored_when_its_client_disconnects() {
    let options = Options { workers: 0, ..Options::default() };
    with_app_of(options, async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        let body = json!({ "message": "baker" });
        // The client disconnects while its request waits for the turn.
        let lost = tokio::time::timeout(Duration::from_secs(1), post(&ada, &path, "key", "wait=30", &body));
        assert!(lost.await.is_err());
        app.start_worker(worker::Settings::default()).await;
        let replica = app.start_replica().await.with_token(ada.token());
        let again = post(&replica, &path, "key", "wait=30", &body).await;
        assert_eq!(again.text_at("/status"), "succeeded", "{again:?}");
        assert!(is_replay(&again));
        assert_eq!(app.count("select count(*) from turn").await, 1);
    })
    .await;
}
