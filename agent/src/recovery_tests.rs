//! What the client sends after a refusal, with a server of raw bytes.

use std::{
    io,
    sync::{Arc, Mutex},
};

use serde_json::{Value, json};

use crate::{
    Agent, Completion, Conversation, Fault, Settings,
    llm::http::MOST_REQUESTS,
    raw_server::{Raw, RawServer, json, long_conversation, response},
};

const ANSWER: &str = r#"{"updates":[],"intent":"continue","reply":"Noted."}"#;

pub(crate) fn answer() -> Value {
    json!({ "choices": [{ "message": { "content": ANSWER }, "finish_reason": "stop" }] })
}

pub(crate) async fn ask(agent: &Agent, conversation: &Conversation) -> Result<Completion, Fault> {
    agent.ask(conversation, None, None, &mut |_| {}).await
}

pub(crate) fn is_reduced(body: &Value) -> bool {
    body["messages"].as_array().unwrap().len() < 10
}

fn schema_mode(body: &Value) -> &str {
    body["response_format"]["type"].as_str().unwrap_or("prompt")
}

#[tokio::test]
async fn an_unknown_refusal_of_a_long_talk_is_tried_shorter_before_other_parameters() {
    for status in [400, 413, 422] {
        let server = RawServer::start(move |_, body| match is_reduced(body) {
            true => json(200, &answer()),
            false => json(status, &json!({ "error": "zu lang" })),
        })
        .await;
        let completion = ask(&server.agent(), &long_conversation()).await.unwrap();
        assert_eq!((completion.trace.history_cut, completion.trace.schema_mode), (true, "json_schema"));
        assert_eq!(server.requests().len(), 2);
    }
    // It was something else: the whole talk is sent again, with other parameters.
    let server = RawServer::start(|_, body| match schema_mode(body) {
        "json_schema" => json(400, &json!({ "error": "no" })),
        _ => json(200, &answer()),
    })
    .await;
    let completion = ask(&server.agent(), &long_conversation()).await.unwrap();
    assert_eq!((completion.trace.history_cut, completion.trace.schema_mode), (false, "json_object"));
    let reduced: Vec<bool> = server.requests().iter().map(is_reduced).collect();
    assert_eq!(reduced, [false, true, false, false, false, false]);
}

#[tokio::test]
async fn a_passing_refusal_changes_nothing() {
    let json_error = |message: &str, code: &str| {
        response(
            400,
            "application/json",
            &json!({ "error": { "message": message, "code": code } }).to_string(),
        )
    };
    let passing = [
        json_error(
            "Generated JSON does not match the expected schema. (json_schema)",
            "json_validate_failed",
        ),
        json_error(
            "Failed to validate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
            "",
        ),
        json_error("JSON could not be validated", ""),
        json_error("We could not parse the JSON body of your request.", ""),
        response(400, "text/html", "<html><head><title>400 Bad Request</title></head></html>"),
        response(400, "text/plain", ""),
    ];
    for refusal in passing {
        let server = RawServer::start(move |number, _| match number {
            0 => Raw::Keep(refusal.clone()),
            _ => json(200, &answer()),
        })
        .await;
        let agent = server.agent();
        for _ in 0..3 {
            ask(&agent, &Conversation::default()).await.unwrap();
        }
        let requests = server.requests();
        assert_eq!(requests.len(), 4);
        assert!(requests.iter().all(|body| schema_mode(body) == "json_schema" && body["max_tokens"] == 4096));
    }
    // The same with a long talk, where the server spoke of JSON.
    let refusal = json_error("JSON could not be validated", "json_validate_failed");
    let server = RawServer::start(move |number, _| match number {
        0 => Raw::Keep(refusal.clone()),
        _ => json(200, &answer()),
    })
    .await;
    assert!(!ask(&server.agent(), &long_conversation()).await.unwrap().trace.history_cut);
}

#[tokio::test]
async fn a_model_that_keeps_writing_broken_json_is_asked_for_a_looser_format() {
    let server = RawServer::start(|_, body| match schema_mode(body) {
        "prompt" => json(200, &answer()),
        _ => json(
            400,
            &json!({ "error": { "message": "Failed to generate JSON.", "code": "json_validate_failed" } }),
        ),
    })
    .await;
    let completion = ask(&server.agent(), &Conversation::default()).await.unwrap();
    assert_eq!((completion.trace.schema_mode, server.requests().len()), ("prompt", 4));
    assert!(server.requests().iter().all(|body| body["temperature"] == 0));
}

#[tokio::test]
async fn a_certain_refusal_is_not_repeated() {
    for error in [
        json!({ "message": "Unsupported parameter", "param": "max_tokens", "code": "unsupported_parameter" }),
        json!({ "message": "Unrecognized request argument supplied: max_tokens" }),
        json!({ "message": "`max_tokens` is not supported" }),
    ] {
        let server = RawServer::start(move |_, body| match body.get("max_tokens") {
            Some(_) => json(400, &json!({ "error": error })),
            None => json(200, &answer()),
        })
        .await;
        let completion = ask(&server.agent(), &long_conversation()).await.unwrap();
        assert!(!completion.trace.history_cut);
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_call_sends_eight_requests_at_most() {
    for conversation in [Conversation::default(), long_conversation()] {
        for message in ["no", "We could not parse the JSON body", "Internal error"] {
            let server = RawServer::start(move |number, _| match number {
                0 => json(200, &answer()),
                // The kept connection closes without a byte, so one request is sent again.
                1 => Raw::Close(Vec::new()),
                _ => json(400, &json!({ "error": { "message": message } })),
            })
            .await;
            let agent = server.agent();
            ask(&agent, &conversation).await.unwrap();
            let fault = ask(&agent, &conversation).await.unwrap_err();
            assert_eq!(fault.to_string(), "the model's endpoint refuses our requests: HTTP 400");
            assert_eq!(server.requests().len(), 1 + MOST_REQUESTS as usize);
        }
    }
}

#[tokio::test]
async fn an_empty_account_is_a_matter_of_configuration() {
    let errors = [
        (
            429,
            json!({ "message": "canary", "type": "insufficient_quota", "code": "insufficient_quota" }),
            "insufficient_quota",
        ),
        (429, json!({ "message": "canary", "code": "billing_not_active" }), "billing_not_active"),
        (429, json!({ "message": "You exceeded your current quota, please check your plan." }), "HTTP 429"),
        (
            402,
            json!({ "message": "Insufficient Balance", "code": "invalid_request_error" }),
            "HTTP 402 invalid_request_error",
        ),
        (
            403,
            json!({ "message": "canary", "code": "billing_hard_limit_reached" }),
            "billing_hard_limit_reached",
        ),
        (200, json!({ "message": "canary", "code": "insufficient_quota" }), "insufficient_quota"),
    ];
    for (status, error, expected) in errors {
        let body = json!({ "error": error });
        let server = RawServer::start(move |_, _| json(status, &body)).await;
        let fault = ask(&server.agent(), &Conversation::default()).await.unwrap_err();
        assert!(!fault.is_retryable() && fault.to_string().contains(expected), "{fault}");
        assert!(!fault.to_string().contains("canary"));
        assert_eq!(server.requests().len(), 1);
    }
    let passing = json!({ "error": { "message": "You exceeded your current quota. Please retry in 3s.", "code": 429 } });
    let server = RawServer::start(move |_, _| json(429, &passing)).await;
    assert!(ask(&server.agent(), &Conversation::default()).await.unwrap_err().is_retryable());
}

#[tokio::test]
async fn the_body_of_an_error_may_fail_to_come() {
    let stalled = b"HTTP/1.1 503 X\r\nretry-after: 7\r\ncontent-length: 99\r\n\r\n{\"error\"".to_vec();
    for raw in [Raw::Stall(stalled.clone()), Raw::Close(stalled)] {
        let server = RawServer::start(move |_, _| raw.clone()).await;
        let fault = ask(&server.agent(), &Conversation::default()).await.unwrap_err();
        assert!(matches!(fault, Fault::Overloaded { .. }), "{fault:?}");
        assert_eq!(fault.retry_after().map(|wait| wait.as_secs()), Some(7));
    }
}

#[tokio::test]
async fn the_limit_and_the_effort_are_settings() {
    let server = RawServer::start(|_, body| match body.get("reasoning_effort") {
        Some(_) if body["model"] == "old" => json(
            400,
            &json!({ "error": { "message": "Unrecognized request argument supplied: reasoning_effort" } }),
        ),
        _ => json(200, &answer()),
    })
    .await;
    for model in ["new", "old"] {
        let settings = Settings {
            max_tokens: 16_000,
            reasoning_effort: Some("low".to_owned()),
            ..Settings::new(&server.base_url, model)
        };
        ask(&Agent::new(settings).unwrap(), &Conversation::default()).await.unwrap();
    }
    let requests = server.requests();
    let efforts: Vec<&Value> = requests.iter().map(|body| &body["reasoning_effort"]).collect();
    assert_eq!(efforts, [&json!("low"), &json!("low"), &Value::Null]);
    assert!(requests.iter().all(|body| body["max_tokens"] == 16_000 && body["temperature"] == 0));
}

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_log_has_the_codes_of_an_error_and_not_its_text() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    for (status, code) in [(503, "engine_overloaded_error"), (429, "rate_limit_exceeded")] {
        let error = json!({ "error": { "message": "canary", "type": "canary", "code": code } });
        let server = RawServer::start(move |_, _| json(status, &error)).await;
        ask(&server.agent(), &Conversation::default()).await.unwrap_err();
        let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(logged.contains(&format!("status={status} codes=\"{code}\"")), "{logged}");
        assert!(!logged.contains("canary"), "{logged}");
    }
}
