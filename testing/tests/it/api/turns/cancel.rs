//! Cancelling a turn.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Reply, with_app};

use super::busy::send;
use super::last_prompt;

#[tokio::test]
async fn a_queued_turn_and_a_running_turn_can_be_cancelled() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        app.llm.slow_down(Duration::from_secs(20));
        let request = ada.request(Method::POST, &path).header("Prefer", "wait=30");
        let waits = Reply::of(request.json(&json!({ "message": "canary-running" })));
        let cancels = async {
            app.llm.wait_for_calls(1).await;
            let waiting = send(&ada, &session, "canary-waiting", "enqueue").await.text_at("/id");
            let cancelled = ada.post(&format!("{path}/{waiting}/cancel"), Value::Null).await;
            assert_eq!((cancelled.status, cancelled.text_at("/status").as_str()), (200, "cancelled"));
            app.llm.slow_down(Duration::ZERO);
            let running = ada.get(&path).await.text_at("/items/0/id");
            assert_eq!(ada.post(&format!("{path}/{running}/cancel"), Value::Null).await.status, 200);
            assert_eq!(ada.post(&format!("{path}/{running}/cancel"), Value::Null).await.status, 200);
        };
        let (answered, ()) = tokio::join!(waits, cancels);
        assert_eq!((answered.status, answered.text_at("/status").as_str()), (200, "cancelled"));
        assert!(answered.at("/reply").is_null());
        let done = ada.say(&session, "baker").await;
        assert_eq!(done.at("/sequence"), 3);
        assert!(!last_prompt(app).await.contains("canary"));
        let late = ada.post(&format!("{path}/{}/cancel", done.text_at("/id")), Value::Null).await;
        assert_eq!(late.problem(409), "turn_finished");
    })
    .await;
}
