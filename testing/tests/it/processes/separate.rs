//! `postwright api` and `postwright worker` as separate processes.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::ExposeSecret;
use serde_json::json;
use tests::{
    Database, Installation, Llm, PASSWORD, Process, Reaction, Receiver, SeparateProcesses, write_keys,
};

use crate::api::publications::{set_target, wait_for_publication};

#[tokio::test]
async fn separate_processes_serve_one_dialogue_and_log_no_secret() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::new(None), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (api, anonymous) = processes.start_api("api").await;
    let running = [api, processes.start_worker("worker-1"), processes.start_worker("worker-2")];
    let tokens = anonymous.sign_up("ada", &processes.outbox()).await;
    let (access, refresh) = (tokens.text_at("/access_token"), tokens.text_at("/refresh_token"));
    let ada = anonymous.with_token(&access);
    let created = ada.form("/create-job-post", &[("message", ".net developer full stack")]).await;
    let session = created.text_at("/session_id");
    let fields =
        [("message", "senior level with 5+ years experience, canary-message"), ("session_id", &session)];
    assert_eq!(ada.form("/job-post-chat", &fields).await.text_at("/job_data/experienceLevel"), "senior");
    let read = ada.get(&format!("/job-post-session/{session}")).await;
    assert_eq!(read.at("/conversation_turns"), 5);
    assert_eq!(llm.calls().await.len(), 2);

    let body = json!({ "name": "x", "livemode": false, "scopes": ["sessions:write"] });
    let key = ada.post("/v1/api-keys", body).await.text_at("/key");
    let credentials = format!("{}:{key}", key.split('_').nth(2).unwrap());
    let form = [("grant_type", "client_credentials")];
    let request = anonymous.request(reqwest::Method::POST, "/v1/oauth/token").form(&form);
    let request = request.header("Authorization", format!("Basic {}", STANDARD.encode(credentials)));
    let token = tests::Reply::of(request).await.text_at("/access_token");
    for bearer in [&key, &token] {
        let partner = anonymous.with_token(bearer);
        let session = partner.begin().await;
        let turn = partner.say(&session, "A cook in Porto, canary-message").await;
        assert_eq!(turn.text_at("/status"), "succeeded", "{turn:?}");
    }
    assert_eq!(llm.calls().await.len(), 2, "test mode called the live model");
    // The target returns the token that it received.
    let receiver = Receiver::start().await;
    receiver.always(Reaction::Answer(401, "", "canary-token is not known".to_owned()));
    let target = json!({ "format": "ai_create", "url": receiver.url(), "bearer_token": "canary-token" });
    set_target(&ada, target).await;
    for message in ["In Lisbon, hybrid.", "Looks good, publish it."] {
        ada.form("/job-post-chat", &[("message", message), ("session_id", &session)]).await;
    }
    assert_eq!(receiver.wait_for(1).await[0].header("authorization"), "Bearer canary-token");
    wait_for_publication(&ada, "failed").await;

    ada.get("/nowhere?token=canary-query").await.problem(404);
    let database_password = database.url().expose_secret().split([':', '@']).nth(2).unwrap().to_owned();
    for process in &running {
        let log = process.log();
        assert!(!log.is_empty());
        for secret in [
            "canary",
            PASSWORD,
            "ada@example.com",
            "full stack",
            "pw_test_",
            &key[41..],
            &access,
            &refresh,
            &token,
            &database_password,
        ] {
            assert!(!log.contains(secret), "{secret} is in a log:\n{log}");
        }
    }
    drop(running);
    database.drop().await;
}

#[tokio::test]
async fn without_a_schema_api_and_worker_exit_and_name_the_command() {
    let (installation, database) = (Installation::new(None), Database::create_empty().await);
    let keys = write_keys(installation.directory());
    for name in ["api", "worker"] {
        let mut command = installation.command(&[name]);
        command.env("DATABASE_URL", database.url().expose_secret()).envs(keys.clone());
        command.env("LLM_BASE_URL", "http://127.0.0.1:9/v1").env("LLM_MODEL", "test-model");
        let mut process = Process::start(installation.directory(), name, command);
        let ended = tokio::time::timeout(Duration::from_secs(20), process.succeeded()).await;
        assert_eq!(ended.ok(), Some(false), "{name} still runs:\n{}", process.log());
        assert!(process.log().contains("run `postwright migrate`"), "{name} logged:\n{}", process.log());
    }
    database.drop().await;
}
