//! The streams of API keys.

use std::time::{Duration, Instant};

use tests::{Options, with_app_of};

use super::of;
use super::reader::Reader;

/// The streams of a key are its own, not those of whom it acts for; and they end with it.
#[tokio::test]
async fn a_key_has_streams_of_its_own() {
    let api = api::Settings { streams_per_user: 1, streams_per_key: 2, ..Options::default().api };
    with_app_of(Options { api, ..Options::default() }, async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let _of_ada = Reader::open(&ada, &of(&session), None).await;
        let key = app.live_key(&ada, &["sessions:read"]).await;
        let mut first = Reader::open(&key, &of(&session), None).await;
        let token = app.client_of(&key).await.acting_for(&ada.user_id);
        let mut second = Reader::open(&token, &of(&session), None).await;
        assert_eq!(key.get(&of(&session)).await.problem(429), "too_many_streams");
        let begun = Instant::now();
        assert_eq!(ada.delete(&format!("/v1/api-keys/{}", key.id)).await.status, 204);
        // An event makes both look.
        assert_eq!(ada.say(&session, "baker").await.status, 200);
        assert_eq!(first.reason().await, "api_key_ended");
        assert_eq!(second.reason().await, "api_key_ended");
        assert!(begun.elapsed() < Duration::from_secs(5));
    })
    .await;
}
