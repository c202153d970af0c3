//! The number of streams that one person or one API key may have open.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::json;
use tests::{EventReader, Options, Reply, with_app_of};

use super::events_of;

#[tokio::test]
async fn the_number_of_streams_per_person_is_limited() {
    let api = api::Settings { streams_per_user: 2, ..api::Settings::default() };
    with_app_of(Options { api, ..Options::default() }, async |app| {
        let ada = app.owner("ada").await;
        let bob = app.colleague(&ada, "bob", "admin").await;
        let session = ada.begin().await;
        let (first, _second) =
            (EventReader::open(&ada, &session).await, EventReader::open(&ada, &session).await);
        let refused = ada.get(&events_of(&session)).await;
        assert_eq!(refused.problem(429), "too_many_streams");
        assert!(!refused.header("retry-after").is_empty());
        EventReader::open(&bob, &session).await.take(1).await;
        // The limit holds for the stream of a new turn too, and its message is not accepted.
        let path = format!("/v1/sessions/{session}/turns");
        let request = ada.request(Method::POST, &path).header("Accept", "text/event-stream");
        Reply::of(request.json(&json!({ "message": "baker" }))).await.problem(429);
        assert_eq!(app.count("select count(*) from turn").await, 0);
        drop(first);
        let begun = Instant::now();
        EventReader::open(&ada, &session).await.take(1).await;
        assert!(
            begun.elapsed() < Duration::from_secs(5),
            "it took {:?} to see a client leave",
            begun.elapsed()
        );
    })
    .await;
}

/// The streams of a key count against its own limit, not against that of the person it acts for; revoking it ends them.
#[tokio::test]
async fn the_streams_of_a_key_have_their_own_limit_and_end_with_it() {
    let api = api::Settings { streams_per_user: 1, streams_per_key: 2, ..Options::default().api };
    with_app_of(Options { api, ..Options::default() }, async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let _of_ada = EventReader::open(&ada, &session).await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let mut first = EventReader::open(&key, &session).await;
        let token = app.client_of(&key).await.acting_for(&ada.user_id);
        let mut second = EventReader::open(&token, &session).await;
        assert_eq!(key.get(&events_of(&session)).await.problem(429), "too_many_streams");
        let begun = Instant::now();
        assert_eq!(ada.delete(&format!("/v1/api-keys/{}", key.id)).await.status, 204);
        // The streams check their authorization when there is an event.
        assert_eq!(ada.say(&session, "baker").await.status, 200);
        assert_eq!(first.reason().await, "api_key_ended");
        assert_eq!(second.reason().await, "api_key_ended");
        assert!(begun.elapsed() < Duration::from_secs(5));
    })
    .await;
}
