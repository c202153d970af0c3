//! Duplicates of a request that is still in flight.

use std::time::Duration;

use futures_util::future::join_all;
use serde_json::json;
use tests::{App, Client, Person, Reply, wait_until, with_app};

use super::{is_replay, post};

/// Ten requests over each of twenty connections, all with one key.
async fn two_hundred(app: &App, ada: &Person, path: &str, prefer: &str) -> Vec<Reply> {
    let body = json!({ "message": "baker in Lisbon" });
    let over_one_connection = async |_| {
        let http = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(1).build().unwrap();
        let client = Client::new(http, app.base_url.clone()).with_token(ada.token());
        let mut replies = Vec::new();
        for _ in 0..10 {
            replies.push(post(&client, path, "one-key", prefer, &body).await);
        }
        replies
    };
    join_all((0..20).map(over_one_connection)).await.into_iter().flatten().collect()
}

async fn check_two_hundred(prefer: &str, status: u16) {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(200));
        let path = format!("/v1/sessions/{session}/turns");
        let replies = two_hundred(app, &ada, &path, prefer).await;
        assert!(replies.iter().all(|reply| reply.status == status), "{:?}", replies[0]);
        assert!(replies.iter().all(|reply| reply.text == replies[0].text));
        for header in ["content-type", "location", "preference-applied"] {
            assert!(replies.iter().all(|reply| reply.header(header) == replies[0].header(header)));
        }
        assert_eq!(replies.iter().filter(|reply| is_replay(reply)).count(), 199);
        assert_eq!(ada.say(&session, "thanks").await.status, 200);
        assert_eq!(app.count("select count(*) from turn").await, 2);
        assert_eq!(app.llm.calls().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn two_hundred_waiting_requests_with_one_key_start_one_turn() {
    check_two_hundred("wait=30", 200).await;
}

#[tokio::test]
async fn two_hundred_requests_with_one_key_start_one_turn() {
    check_two_hundred("respond-async", 202).await;
}

#[tokio::test]
async fn a_key_is_looked_up_before_on_busy_rejects() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_secs(3));
        let (path, body) =
            (format!("/v1/sessions/{session}/turns"), json!({ "message": "baker", "on_busy": "reject" }));
        let replies = join_all((0..20).map(|_| post(&ada, &path, "one-key", "respond-async", &body))).await;
        assert!(replies.iter().all(|reply| reply.status == 202), "{replies:?}");
        assert!(replies.iter().all(|reply| reply.text == replies[0].text));
        assert_eq!(ada.say(&session, "thanks").await.at("/sequence"), 2);
    })
    .await;
}

#[tokio::test]
async fn a_duplicate_that_does_not_wait_gets_retry_after() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        app.llm.slow_down(Duration::from_millis(1_500));
        let body = json!({ "message": "baker" });
        let first = post(&ada, &path, "key", "wait=30", &body);
        let second = async {
            let keys = async || app.count("select count(*) from idempotency_key").await;
            wait_until("the first request has stored its key", async || keys().await > 0).await;
            let refused = post(&ada, &path, "key", "", &body).await;
            assert_eq!(refused.problem(409), "request_in_flight");
            assert_eq!(refused.header("retry-after"), "1");
            post(&ada, &path, "key", "wait=30", &body).await
        };
        let (first, second) = tokio::join!(first, second);
        assert_eq!((first.status, second.status), (200, 200));
        assert_eq!(first.text, second.text);
        assert!(!is_replay(&first) && is_replay(&second));
    })
    .await;
}
