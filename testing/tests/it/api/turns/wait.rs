//! `Prefer: wait`: a response with the finished turn, or 202 with its location.

use std::time::Duration;

use reqwest::Method;
use serde_json::json;
use tests::{Reply, with_app};

#[tokio::test]
async fn without_prefer_wait_a_turn_returns_its_location() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(300));
        let accepted = ada.start_turn(&session, "baker").await;
        assert_eq!(accepted.status, 202, "{accepted:?}");
        let location = accepted.header("location").to_owned();
        assert_eq!(location, format!("/v1/sessions/{session}/turns/{}", accepted.text_at("/id")));
        assert!(["queued", "running"].contains(&ada.get(&location).await.text_at("/status").as_str()));
        // A second message waits for the first.
        let second = ada.say(&session, "in Lisbon").await;
        assert_eq!(second.at("/sequence"), 2);
        assert_eq!(ada.get(&location).await.text_at("/status"), "succeeded");
    })
    .await;
}

#[tokio::test]
async fn waiting_ends_after_the_preferred_time() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(Duration::from_millis(1_500));
        let path = format!("/v1/sessions/{session}/turns");
        let request =
            ada.request(Method::POST, &path).header("Prefer", "wait=1").json(&json!({ "message": "baker" }));
        let accepted = Reply::of(request).await;
        assert_eq!(accepted.status, 202, "{accepted:?}");
        assert_eq!(ada.say(&session, "in Lisbon").await.status, 200);
    })
    .await;
}
