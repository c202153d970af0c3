//! Deletion of a job post, with the copies that the product has of it.

use std::time::Duration;

use reqwest::Method;
use serde_json::json;
use tests::{Client, Options, Reaction, Receiver, Reply, WebhookEndpoint, with_app, with_app_of};

use crate::api::publications::{set_ai_create_target, set_target, wait_for_publication};

/// Finalizes a session under an idempotency key; returns the job post's path.
async fn finalize(client: &Client, session: &str) -> String {
    let hash = client.read(session).await.text_at("/content_hash");
    let request = client.request(Method::POST, &format!("/v1/sessions/{session}/finalize"));
    let request = request.header("Idempotency-Key", "once").json(&json!({ "content_hash": hash }));
    let finalized = Reply::of(request).await;
    assert_eq!(finalized.status, 201, "{finalized:?}");
    finalized.header("location").to_owned()
}

#[tokio::test]
async fn a_deleted_job_post_leaves_no_copy_and_its_session_stays() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        set_target(&ada, json!({ "format": "signed_json", "url": receiver.url() })).await;
        let session = ada.begin_summarized().await;
        let post = finalize(&ada, &session).await;
        wait_for_publication(&ada, "delivered").await;
        let id = post.rsplit('/').next().unwrap();
        let places = app.places_of(id).await.into_keys().collect::<Vec<_>>();
        assert_eq!(places, ["delivery_attempt", "event", "idempotency_key", "job_post", "publication"]);

        assert_eq!(ada.delete(&post).await.status, 204);
        // The audit log and the session's log name it.
        assert_eq!(app.places_of(id).await.into_keys().collect::<Vec<_>>(), ["audit_entry", "event"]);
        assert_eq!(app.count("select count(*) from delivery").await, 0);
        assert_eq!(ada.get(&post).await.status, 404);
        assert_eq!(ada.delete(&post).await.status, 404);
        assert_eq!(ada.read(&session).await.at("/is_complete"), true);
    })
    .await;
}

#[tokio::test]
async fn the_deletion_of_a_job_post_is_sent_to_webhooks() {
    with_app_of(Options::quick_deliveries(), async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        WebhookEndpoint::add(&ada, &receiver, &["job_post.deleted"]).await;
        let session = ada.begin_summarized().await;
        let post = finalize(&ada, &session).await;
        ada.delete(&post).await;
        let event = receiver.wait_for(1).await[0].json();
        let id = post.rsplit('/').next().unwrap();
        assert_eq!(event["type"], "job_post.deleted");
        assert_eq!(event["data"], json!({ "session_id": session, "job_post_id": id, "revision": 1 }));
    })
    .await;
}

#[tokio::test]
async fn a_delivery_under_way_leaves_nothing_of_a_deleted_job_post() {
    let mut options = Options::quick_deliveries();
    options.worker.deliveries.long_timeout = Duration::from_secs(5);
    with_app_of(options, async |app| {
        let (ada, receiver) = (app.owner("ada").await, Receiver::start().await);
        receiver.always(Reaction::LateAnswer(
            Duration::from_millis(500),
            201,
            json!({ "id": 1 }).to_string(),
        ));
        set_ai_create_target(&ada, &receiver).await;
        let session = ada.begin_summarized().await;
        let post = finalize(&ada, &session).await;
        receiver.wait_for(1).await;
        assert_eq!(ada.delete(&post).await.status, 204);
        // The worker gets the response and records it nowhere; nothing is sent again.
        tokio::time::sleep(Duration::from_millis(1_000)).await;
        let left = "select (select count(*) from delivery) + (select count(*) from delivery_attempt)
                         + (select count(*) from publication)";
        assert_eq!(app.count(left).await, 0);
        assert_eq!(receiver.received().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_later_job_post_does_not_get_the_revision_of_a_deleted_one() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin_summarized().await;
        let first = finalize(&ada, &session).await;
        ada.delete(&first).await;
        // The same content again, and then another.
        let second = ada.finalize(&session).await;
        assert_eq!((second.status, second.at("/revision")), (201, json!(2)));
        ada.delete(second.header("location")).await;
        ada.patch(&format!("/v1/sessions/{session}/job-data"), json!({ "location": "Porto" })).await;
        assert_eq!(ada.read(&session).await.at("/revision"), 3);
        assert_eq!(ada.finalize(&session).await.at("/revision"), 3);
        assert_eq!(app.count("select count(*) from job_post").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_key_deletes_job_posts_of_its_own_mode() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin_summarized().await;
        let post = finalize(&ada, &session).await;
        let test_key = app.test_key(&ada, &["job_posts:write"]).await;
        assert_eq!(test_key.delete(&post).await.status, 404);
        let reading = app.live_key(&ada, &["job_posts:read"]).await;
        assert_eq!(reading.delete(&post).await.problem(403), "insufficient_scope");
        let key = app.live_key(&ada, &["job_posts:write"]).await;
        assert_eq!(key.delete(&post).await.status, 204);
    })
    .await;
}
