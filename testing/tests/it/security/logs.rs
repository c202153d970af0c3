//! Logs hold neither messages nor keys, also when another server quotes them.

use std::collections::BTreeSet;
use std::sync::Mutex;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{
    Behaviour, Client, Database, FaultServer, Installation, Llm, Process, Reaction, Receiver, Reply,
    SeparateProcesses, WebhookEndpoint, wait_until,
};

use crate::api::publications::{set_target, wait_for_publication};

/// The model's key, which the processes get from the harness.
const KEY: &str = "canary-llm-key";
const JSON: &str = "content-type: application/json\r\nx-error: canary-header\r\n";

fn error(quoted: &str) -> Value {
    json!({ "error": { "message": quoted, "type": quoted, "param": quoted, "code": quoted } })
}

/// The ways in which a model server can quote a request, and whether a retry follows.
fn kinds(quoted: &str) -> Vec<(Behaviour, bool)> {
    let body = error(quoted).to_string();
    let event = |data: &Value| format!("data: {data}\n\ndata: [DONE]\n\n").into_bytes();
    let escaped: String = quoted.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
    vec![
        (Behaviour::Status(400, JSON, body.clone()), false),
        (
            Behaviour::Status(
                400,
                JSON,
                format!(r#"{{"error":{{"message":"{escaped}","code":"{escaped}"}}}}"#),
            ),
            false,
        ),
        (Behaviour::Status(401, JSON, body.clone()), false),
        (Behaviour::Status(403, JSON, quoted.to_owned()), false),
        (Behaviour::Status(404, "content-type: text/html\r\n", format!("<p>{quoted}</p>")), false),
        (
            Behaviour::Status(
                413,
                JSON,
                json!({ "detail": [{ "msg": quoted, "input": quoted }] }).to_string(),
            ),
            false,
        ),
        (Behaviour::Status(422, JSON, json!({ "detail": quoted }).to_string()), false),
        (
            Behaviour::Status(302, "location: http://127.0.0.1:1/canary-location\r\n", quoted.to_owned()),
            false,
        ),
        (Behaviour::Status(429, JSON, body.clone()), true),
        (Behaviour::Status(500, JSON, body.clone()), true),
        (Behaviour::Whole(body.into_bytes()), true),
        (Behaviour::Whole(json!({ "choices": quoted }).to_string().into_bytes()), true),
        (Behaviour::Stream(event(&error(quoted))), true),
        (Behaviour::Stream(event(&json!({ "choices": [{ "delta": quoted }] }))), true),
        (Behaviour::Stream(format!("data: {quoted}\n\n").into_bytes()), true),
        (Behaviour::Raw(format!("HTTP/1.1 {quoted}\r\n{quoted}\r\n\r\n").into_bytes()), true),
    ]
}

/// A model that quotes each request in the way that its message names. Retries get a good answer.
async fn quoting_model() -> FaultServer {
    let seen = Mutex::new(BTreeSet::new());
    FaultServer::start(move |_, request| {
        let whole = request.to_string();
        let number = |from: usize| whole[from..].split(|c: char| !c.is_ascii_digit()).next()?.parse().ok();
        let kind: usize =
            whole.rfind("kind-").and_then(|at| number(at + "kind-".len())).expect("a message with a kind");
        let quoted = format!("{} Authorization: Bearer {KEY}", request["messages"]);
        let (behaviour, is_retried) = kinds(&quoted).swap_remove(kind);
        let is_new = seen.lock().expect("a lock").insert(kind);
        if is_retried && !is_new { Behaviour::WELL } else { behaviour }
    })
    .await
}

fn assert_silent(processes: &[&Process]) {
    for process in processes {
        let log = process.log();
        assert!(!log.is_empty());
        for secret in ["canary", "baker in Lisbon", "Authorization", "hiring manager"] {
            let lines: Vec<_> = log.lines().filter(|line| line.contains(secret)).collect();
            assert!(lines.is_empty(), "{secret}: {lines:#?}");
        }
    }
}

#[tokio::test]
async fn no_error_of_a_model_server_brings_a_message_or_the_key_into_a_log() {
    let (model, installation, database) =
        (quoting_model().await, Installation::new(None), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, model.base_url()).await;
    let (api, client) = processes.start_api("api").await;
    let worker = processes.start_worker("worker");
    let ada = client.sign_up_owner("ada", &processes.outbox()).await;
    for kind in 0..kinds("").len() {
        let begun = ada.post("/v1/sessions", json!({ "company_name": "canary-company" })).await;
        let message = format!("baker in Lisbon, canary-message kind-{kind}");
        let turn = ada.say(&begun.text_at("/id"), &message).await;
        assert!(["succeeded", "failed"].contains(&&*turn.text_at("/status")), "{kind}: {turn:?}");
    }
    assert!(model.requests() > 16, "{}", model.requests());
    assert_silent(&[&api, &worker]);
    let log = worker.log();
    for shown in ["HTTP 400", "HTTP 404", "HTTP 413", "HTTP 302", "the server reported an error"] {
        assert!(log.contains(shown), "{shown} is not in the log:\n{log}");
    }
    let keys = "select count(*) from turn t where to_jsonb(t)::text like '%canary-llm-key%'";
    assert_eq!(database.count(keys).await, 0, "the model's key is in the database");
    database.drop().await;
}

#[tokio::test]
async fn no_answer_of_a_receiver_comes_into_a_log() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::with_quick_deliveries(), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (api, client) = processes.start_api("api").await;
    let worker = processes.start_worker("worker");
    let ada = client.sign_up_owner("ada", &processes.outbox()).await;
    let hook = Receiver::start().await;
    let endpoint = WebhookEndpoint::add(&ada, &hook, &["webhook.test"]).await;
    for status in [302, 400, 500, 410] {
        let headers = "x-echo: canary-header\r\nlocation: http://127.0.0.1:1/canary-location\r\n";
        hook.next(Reaction::Answer(status, headers, "canary-body".to_owned()));
    }
    endpoint.test(&ada).await;
    endpoint.wait_for(&ada, "failed", 1).await;
    let target = Receiver::start().await;
    target.always(Reaction::Answer(
        422,
        "x-echo: canary-header\r\n",
        json!({ "message": "canary-body" }).to_string(),
    ));
    set_target(&ada, json!({ "format": "ai_create", "url": target.url(), "bearer_token": "canary-token" }))
        .await;
    publish(&ada).await;
    wait_for_publication(&ada, "failed").await;
    assert_silent(&[&api, &worker]);
    database.drop().await;
}

async fn publish(ada: &Client) {
    let session = ada.begin_summarized().await;
    assert_eq!(ada.finalize(&session).await.status, 201);
}

#[tokio::test]
async fn no_refused_request_comes_into_a_log() {
    let (llm, installation, database) =
        (Llm::start().await, Installation::new(None), Database::create_empty().await);
    let processes = SeparateProcesses::prepare(&installation, &database, llm.base_url()).await;
    let (api, client) = processes.start_api("api").await;
    let ada = client.sign_up_owner("ada", &processes.outbox()).await;
    let mut refused = 0;
    for path in
        ["/v1/sessions", "/v1/webhook-endpoints", "/v1/api-keys", "/v1/auth/sign-in", "/v1/auth/refresh"]
    {
        for body in [
            r#"{"canary": "canary"}"#.to_owned(),
            r#""canary"#.to_owned(),
            r#"{"company_name": ["canary"], "url": 7, "name": {"canary": 1}, "email": "canary"}"#.to_owned(),
            format!(r#"{{"company_name": "canary{}"}}"#, "x".repeat(10_000)),
            r#"{"company_name": "canary\u0000", "email": "canary\u0000", "password": "canary\u0000"}"#
                .to_owned(),
            "canary\u{fffd}".to_owned(),
        ] {
            let request = ada.request(Method::POST, path).header("content-type", "application/json");
            let reply = Reply::of(request.header("idempotency-key", "canary").body(body)).await;
            refused += usize::from((400..500).contains(&reply.status));
            assert!(reply.status < 500, "{reply:?}");
        }
    }
    assert!(refused >= 25, "{refused}");
    client.with_token("canary.canary.canary").get("/v1/me").await.problem(401);
    wait_until("the requests are logged", async || api.log().matches("answered").count() > 25).await;
    assert_silent(&[&api]);
    database.drop().await;
}
