//! `postwright` without a subcommand: PostgreSQL, API and worker in one process, killed, stopped and started again.

use std::time::Duration;

use serde_json::json;
use tests::{Installation, Llm, Process, wait_until};

#[tokio::test]
async fn a_turn_survives_kill_9_and_runs_once() {
    let llm = Llm::start().await;
    llm.slow_down(Duration::from_millis(700));
    let installation = Installation::new(Some(&llm.base_url()));
    let server = installation.start().await;
    let owner = server.owner();
    let session = owner.begin().await;
    let accepted = owner.start_turn(&session, ".net developer full stack").await;
    assert_eq!(accepted.status, 202);
    let turn = format!("/v1/sessions/{session}/turns/{}", accepted.text_at("/id"));
    llm.wait_for_calls(1).await;
    server.kill().await;

    let server = installation.start().await;
    let owner = server.owner();
    let next = owner.say(&session, "senior level with 5+ years experience").await;
    assert_eq!(next.text_at("/status"), "succeeded", "{next:?}");
    assert_eq!(owner.get(&turn).await.text_at("/status"), "succeeded");
    let now = owner.read(&session).await;
    assert_eq!(now.at("/conversation_turns"), 5);
    assert_eq!(now.at("/version"), 2);
    assert_eq!(llm.calls().await.len(), 3);
    let (succeeded, within) = server.stop().await;
    assert!(succeeded && within < Duration::from_secs(10), "succeeded: {succeeded}, after {within:?}");
}

#[tokio::test]
async fn the_demo_test_key_survives_a_restart() {
    let installation = Installation::new(None);
    let first = installation.start().await;
    let key = first.demo["test_key"].as_str().unwrap().to_owned();
    let partner = first.owner().with_token(&key);
    let session = partner.begin().await;
    let failed = partner.say(&session, "!fail:401 A cook in Porto").await;
    assert_eq!(failed.text_at("/error/code"), "llm_configuration", "{failed:?}");
    assert_eq!(partner.say(&session, "A cook in Porto").await.text_at("/status"), "succeeded");
    assert_eq!(partner.get("/v1/me").await.at("/livemode"), false);
    assert!(first.stop().await.0);
    let second = installation.start().await;
    assert_eq!(second.demo["test_key"], *key);
    assert_eq!(second.owner().with_token(&key).get("/v1/me").await.status, 200);
    assert!(second.stop().await.0);
}

#[tokio::test]
async fn the_demo_token_survives_a_restart_until_somebody_ends_the_login() {
    let installation = Installation::new(None);
    let first = installation.start().await;
    let (token, organization) = (first.demo["access_token"].clone(), first.demo["organization_id"].clone());
    assert!(first.stop().await.0);
    let second = installation.start().await;
    assert_eq!(second.demo["access_token"], token);
    assert_eq!(second.owner().get("/v1/me").await.status, 200);
    assert_eq!(second.owner().post("/v1/auth/sign-out", json!({})).await.status, 204);
    assert!(second.stop().await.0);
    let third = installation.start().await;
    assert_ne!(third.demo["access_token"], token);
    assert_eq!(third.owner().get("/v1/me").await.status, 200);
    assert_eq!(third.demo["organization_id"], organization);
    assert!(third.stop().await.0);
}

#[tokio::test]
async fn the_first_start_fills_the_demo_organization_once() {
    let installation = Installation::new(None).with("POSTWRIGHT_DEMO_DATA", "true");
    let server = installation.start().await;
    let owner = server.owner();
    let finished = async || {
        let summaries = owner.get("/v1/session-summaries?status=complete").await;
        summaries.at("/items").as_array().map_or(0, Vec::len)
    };
    wait_until("three conversations are finished", async || finished().await == 3).await;
    let all = owner.get("/v1/session-summaries").await.at("/items");
    assert_eq!(all.as_array().unwrap().len(), 5);
    assert!(all.as_array().unwrap().iter().all(|one| one["company_name"].as_str().unwrap().contains("demo")));
    wait_until("a delivery has failed", async || {
        owner.get("/v1/attention").await.at("/items/0/kind") == "webhook_endpoint_failing"
    })
    .await;
    assert!(server.stop().await.0);
    let again = installation.start().await;
    assert_eq!(again.owner().get("/v1/session-summaries").await.at("/items").as_array().unwrap().len(), 5);
    again.stop().await;
}

#[tokio::test]
async fn a_clean_stop_logs_no_warning() {
    let installation = Installation::new(None);
    let demo = installation.directory().join("demo.json");
    // Three times, because the order in which tasks and PostgreSQL stop varies.
    for _ in 0..3 {
        let _ = std::fs::remove_file(&demo);
        let mut command = installation.command(&["--data-dir"]);
        command.arg(installation.directory());
        let mut server = Process::start(installation.directory(), "everything", command);
        wait_until("the server is ready", async || demo.exists()).await;
        assert!(server.stop().await);
        let log = server.log();
        let warnings: Vec<_> =
            log.lines().filter(|line| line.contains(" WARN ") || line.contains(" ERROR ")).collect();
        assert!(warnings.is_empty(), "{warnings:#?}");
        assert!(log.contains("stopping"), "{log}");
    }
}
