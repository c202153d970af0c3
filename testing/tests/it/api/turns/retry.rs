//! Retrying a failed turn.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Reply, with_app};
use wiremock::ResponseTemplate;

use super::last_prompt;

#[tokio::test]
async fn a_failed_turn_can_be_retried_once() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        let path = format!("/v1/sessions/{session}/turns");
        app.llm.next(ResponseTemplate::new(401));
        let failed = ada.say(&session, "baker canary-once").await;
        assert_eq!(failed.text_at("/status"), "failed");
        let retry = format!("{path}/{}/retry", failed.text_at("/id"));
        let request = || ada.request(Method::POST, &retry).header("Idempotency-Key", "key");
        let at_once = join_all((0..10).map(|_| Reply::of(request().header("Prefer", "wait=30")))).await;
        assert!(at_once.iter().all(|reply| reply.text == at_once[0].text), "{at_once:?}");
        let again = &at_once[0];
        assert_eq!((again.status, again.text_at("/status").as_str()), (200, "succeeded"), "{again:?}");
        assert_eq!(again.at("/retry_of"), failed.at("/id"));
        assert_eq!((again.at("/message"), again.at("/sequence")), (failed.at("/message"), json!(2)));
        assert_eq!(last_prompt(app).await.matches("canary-once").count(), 1);
        assert_eq!(Reply::of(request()).await.text, again.text);
        assert_eq!(ada.post(&retry, Value::Null).await.problem(409), "turn_retried");
        let retry = format!("{path}/{}/retry", again.text_at("/id"));
        assert_eq!(ada.post(&retry, Value::Null).await.problem(409), "turn_not_failed");
    })
    .await;
}

#[tokio::test]
async fn a_retry_without_prefer_wait_returns_its_location() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.next(ResponseTemplate::new(401));
        let failed = ada.say(&session, "baker").await.text_at("/id");
        let again = ada.post(&format!("/v1/sessions/{session}/turns/{failed}/retry"), Value::Null).await;
        assert_eq!((again.status, again.at("/ahead")), (202, json!(0)), "{again:?}");
        let location = format!("/v1/sessions/{session}/turns/{}", again.text_at("/id"));
        assert_eq!(again.header("location"), location);
        assert_eq!(ada.say(&session, "in Lisbon").await.status, 200);
        assert_eq!(ada.get(&location).await.text_at("/status"), "succeeded");
    })
    .await;
}
