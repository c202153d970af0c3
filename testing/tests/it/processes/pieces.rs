//! The binary as its users start it: killed in the middle, started again, in pieces.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::ExposeSecret;
use serde_json::json;
use tests::{Apart, Database, Installation, Llm, PASSWORD, Piece, Reaction, Receiver};

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

#[tokio::test]
async fn the_pieces_apart_serve_one_dialogue_and_keep_it_out_of_their_logs() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::new(None), Database::create_empty().await);
    let apart = Apart::prepare(&installation, &database, llm.base_url()).await;
    let (api, nobody) = apart.start_api("api").await;
    let pieces = [api, apart.start_worker("worker-1"), apart.start_worker("worker-2")];
    let wish = json!({
        "organization_name": "papaya trading", "name": "Ada", "email": "ada@example.com", "password": PASSWORD,
    });
    let tokens = nobody.post("/v1/auth/sign-up", wish).await;
    let (access, refresh) = (tokens.text_at("/access_token"), tokens.text_at("/refresh_token"));
    let ada = nobody.with_token(&access);
    let created = ada.form("/create-job-post", &[("message", ".net developer full stack")]).await;
    let session = created.text_at("/session_id");
    let fields =
        [("message", "senior level with 5+ years experience, canary-message"), ("session_id", &session)];
    assert_eq!(ada.form("/job-post-chat", &fields).await.text_at("/job_data/experienceLevel"), "senior");
    let read = ada.get(&format!("/job-post-session/{session}")).await;
    assert_eq!(read.at("/conversation_turns"), 5);
    assert_eq!(llm.calls().await.len(), 2);

    let wish = json!({ "name": "x", "livemode": false, "scopes": ["sessions:write"] });
    let key = ada.post("/v1/api-keys", wish).await.text_at("/key");
    let basic = format!("{}:{key}", key.split('_').nth(2).unwrap());
    let form = [("grant_type", "client_credentials")];
    let request = nobody.request(reqwest::Method::POST, "/v1/oauth/token").form(&form);
    let request = request.header("Authorization", format!("Basic {}", STANDARD.encode(basic)));
    let token = tests::Reply::of(request).await.text_at("/access_token");
    for bearer in [&key, &token] {
        let partner = nobody.with_token(bearer);
        let session = partner.begin().await;
        let turn = partner.say(&session, "A cook in Porto, canary-message").await;
        assert_eq!(turn.text_at("/status"), "succeeded", "{turn:?}");
    }
    assert_eq!(llm.calls().await.len(), 2, "test mode asked the live model");
    // A target that repeats the token that it was sent.
    let receiver = Receiver::start().await;
    receiver.always(Reaction::Answer(401, "", "canary-token is not known".to_owned()));
    let target = json!({ "format": "ai_create", "url": receiver.url(), "bearer_token": "canary-token" });
    assert_eq!(ada.put("/v1/organization/publication-target", target).await.status, 200);
    for message in ["In Lisbon, hybrid.", "Looks good, publish it."] {
        ada.form("/job-post-chat", &[("message", message), ("session_id", &session)]).await;
    }
    assert_eq!(receiver.wait_for(1).await[0].header("authorization"), "Bearer canary-token");
    while ada.get("/v1/publications").await.at("/items/0/status") != "failed" {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    ada.get("/nowhere?token=canary-query").await.problem(404);
    let database_password = database.url().expose_secret().split([':', '@']).nth(2).unwrap().to_owned();
    for piece in &pieces {
        let log = piece.log();
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
    drop(pieces);
    database.drop().await;
}

#[tokio::test]
async fn without_a_schema_the_pieces_say_what_to_do_and_end() {
    let (installation, database) = (Installation::new(None), Database::create_empty().await);
    let keys = installation.write_keys();
    for name in ["api", "worker"] {
        let mut command = installation.command(&[name]);
        command.env("DATABASE_URL", database.url().expose_secret()).env("POSTWRIGHT_SIGNING_KEYS", &keys);
        command.env("LLM_BASE_URL", "http://127.0.0.1:9/v1").env("LLM_MODEL", "test-model");
        let mut piece = Piece::start(installation.directory(), name, command);
        let ended = tokio::time::timeout(Duration::from_secs(20), piece.ended_well()).await;
        assert_eq!(ended.ok(), Some(false), "{name} goes on:\n{}", piece.log());
        assert!(piece.log().contains("run `postwright migrate`"), "{name} said:\n{}", piece.log());
    }
    database.drop().await;
}

#[tokio::test]
async fn the_demo_has_a_test_key_that_stays() {
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
async fn a_clean_stop_complains_about_nothing() {
    let installation = Installation::new(None);
    let demo = installation.directory().join("demo.json");
    // More than once: what is left to itself at the end may win its race with PostgreSQL's.
    for _ in 0..3 {
        let _ = std::fs::remove_file(&demo);
        let mut command = installation.command(&["--data-dir"]);
        command.arg(installation.directory());
        let mut everything = Piece::start(installation.directory(), "everything", command);
        let ready = async {
            while !demo.exists() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), ready).await.expect("ready within a minute");
        assert!(everything.stop().await);
        let log = everything.log();
        let complaints: Vec<_> =
            log.lines().filter(|line| line.contains(" WARN ") || line.contains(" ERROR ")).collect();
        assert!(complaints.is_empty(), "{complaints:#?}");
        assert!(log.contains("stopping"), "{log}");
    }
}
