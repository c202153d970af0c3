//! `POST …/turns` with `Accept: text/event-stream`: the events of one turn.

use reqwest::Method;
use serde_json::json;
use tests::{EventReader, with_app};

#[tokio::test]
async fn a_started_turn_can_be_followed_to_its_end() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        // One turn before it and one behind it.
        assert_eq!(ada.post(&path, json!({ "message": "baker" })).await.status, 202);
        let request = || {
            let request = ada.request(Method::POST, &path).header("Accept", "text/event-stream");
            request.header("Idempotency-Key", "key").json(&json!({ "message": "in Lisbon" }))
        };
        let response = request().send().await.unwrap();
        let location = response.headers()["location"].to_str().unwrap().to_owned();
        assert!(!response.headers().contains_key("idempotency-replayed"));
        assert_eq!(ada.post(&path, json!({ "message": "full time" })).await.status, 202);
        let events = EventReader::of(response).rest().await;
        let turn = location.rsplit('/').next().unwrap();
        let kinds: Vec<&str> = events.iter().map(|event| event.data["type"].as_str().unwrap()).collect();
        assert_eq!((kinds[0], *kinds.last().unwrap()), ("turn.queued", "turn.succeeded"));
        assert_eq!(kinds.iter().filter(|kind| **kind == "job_data.changed").count(), 1, "{kinds:?}");
        assert!(events.iter().all(|event| event.data.get("turn_id").is_none_or(|of| of == turn)));
        // Repeated with the same key, the request replays the same events.
        let again = request().send().await.unwrap();
        assert_eq!(again.headers()["idempotency-replayed"], "true");
        assert_eq!(again.headers()["location"].to_str().unwrap(), location);
        assert_eq!(EventReader::of(again).rest().await, events);
        assert_eq!(ada.say(&session, "done").await.at("/sequence"), 4);
    })
    .await;
}
