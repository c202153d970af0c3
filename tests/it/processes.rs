//! The binary as its users start it: killed in the middle, started again, in pieces.

use std::time::Duration;

use serde_json::json;
use tests::{Installation, Llm};

#[tokio::test]
async fn a_turn_survives_kill_9_and_runs_once() {
    let llm = Llm::start().await;
    llm.slow_down(Duration::from_millis(700));
    let installation = Installation::new(Some(&llm.base_url()));
    let process = installation.start().await;
    let owner = process.owner();
    let session = owner.begin().await;
    let path = format!("/v1/sessions/{session}/turns");
    let accepted = owner.post(&path, json!({ "message": ".net developer full stack" })).await;
    assert_eq!(accepted.status, 202);
    let turn = format!("{path}/{}", accepted.text_at("/id"));
    while llm.calls().await.is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    process.kill().await;

    let process = installation.start().await;
    let owner = process.owner();
    let next = owner.say(&session, "senior level with 5+ years experience").await;
    assert_eq!(next.text_at("/status"), "succeeded", "{next:?}");
    assert_eq!(owner.get(&turn).await.text_at("/status"), "succeeded");
    let now = owner.get(&format!("/v1/sessions/{session}")).await;
    assert_eq!(now.at("/conversation_turns"), 5);
    assert_eq!(now.at("/version"), 2);
    assert_eq!(llm.calls().await.len(), 3);
    let (well, within) = process.stop().await;
    assert!(well && within < Duration::from_secs(10), "ended well: {well}, after {within:?}");
}
