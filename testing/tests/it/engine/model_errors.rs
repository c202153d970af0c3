//! Errors of the model: the turn fails with a code, its message is kept, and the session can continue.

use serde_json::json;
use tests::{App, completion, with_app};
use wiremock::ResponseTemplate;

/// Runs a turn with a model that always responds like this. Returns the error code and the number of calls.
async fn fail(app: &App, response: ResponseTemplate) -> (String, usize) {
    let ada = app.owner("ada").await;
    let session = ada.begin().await;
    app.llm.always(response);
    let turn = ada.say(&session, "baker in Lisbon").await;
    assert_eq!(turn.status, 200, "{turn:?}");
    assert_eq!(turn.text_at("/status"), "failed");
    let calls = app.llm.calls().await.len();
    // The message is kept, and the session can continue once the model works.
    let messages = ada.get(&format!("/v1/sessions/{session}/messages")).await;
    assert_eq!(messages.text_at("/items/1/text"), "baker in Lisbon");
    app.llm.next_says(json!([]), "continue", "Sorry about that. What is the title?");
    assert_eq!(ada.say(&session, "are you there?").await.text_at("/status"), "succeeded");
    (turn.text_at("/error/code"), calls)
}

#[tokio::test]
async fn a_turn_fails_after_three_server_errors() {
    with_app(async |app| {
        assert_eq!(fail(app, ResponseTemplate::new(500)).await, ("llm_overloaded".into(), 3));
    })
    .await;
}

#[tokio::test]
async fn a_turn_fails_after_three_429_responses() {
    with_app(async |app| {
        let response = ResponseTemplate::new(429).insert_header("retry-after-ms", "10");
        assert_eq!(fail(app, response).await, ("llm_overloaded".into(), 3));
    })
    .await;
}

#[tokio::test]
async fn a_turn_fails_after_two_completions_that_are_no_json() {
    with_app(async |app| {
        assert_eq!(fail(app, completion("I'd love to help!")).await, ("llm_bad_output".into(), 2));
    })
    .await;
}

#[tokio::test]
async fn a_turn_fails_after_empty_responses() {
    with_app(async |app| {
        let (code, calls) = fail(app, ResponseTemplate::new(200)).await;
        assert_eq!(code, "llm_bad_output");
        assert!(calls <= 3);
    })
    .await;
}

#[tokio::test]
async fn a_turn_fails_at_once_when_the_models_key_is_wrong() {
    with_app(async |app| {
        assert_eq!(fail(app, ResponseTemplate::new(401)).await, ("llm_configuration".into(), 1));
    })
    .await;
}

#[tokio::test]
async fn a_turn_succeeds_after_two_faults() {
    with_app(async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.next(ResponseTemplate::new(503));
        app.llm.next(completion("not json"));
        let turn = ada.say(&session, ".net developer full stack").await;
        assert_eq!(turn.text_at("/status"), "succeeded", "{turn:?}");
        assert_eq!(app.llm.calls().await.len(), 3);
    })
    .await;
}
