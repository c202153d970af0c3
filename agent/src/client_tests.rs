//! The client with servers that are compliant, strict, slow, overloaded or broken.

use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, Request, ResponseTemplate,
    matchers::{header, method, path},
};

use super::*;
use crate::completion::LONGEST_RAW;

pub(super) const ANSWER: &str = r#"{"updates":[{"op":"set","field":"title","value":"Cook","quote":"cook"}],"intent":"continue","reply":"Noted."}"#;

pub(super) fn completion(content: &str) -> Value {
    json!({
        "model": "model-1",
        "choices": [{ "message": { "content": content }, "finish_reason": "stop" }],
        "usage": { "prompt_tokens": 100, "completion_tokens": 20 },
    })
}

pub(super) async fn server(
    respond: impl Fn(&Request) -> ResponseTemplate + Send + Sync + 'static,
) -> (MockServer, Agent) {
    let server = MockServer::start().await;
    Mock::given(method("POST")).and(path("/v1/chat/completions")).respond_with(respond).mount(&server).await;
    let agent = agent(&server.uri());
    (server, agent)
}

fn agent(uri: &str) -> Agent {
    let settings = Settings {
        api_key: Some("sk-secret".into()),
        timeout: Duration::from_secs(20),
        ..Settings::new(format!("{uri}/v1/"), "a-model")
    };
    Agent::new(settings).unwrap()
}

/// Asks without a preview.
pub(super) async fn ask(agent: &Agent) -> Result<Completion, Fault> {
    agent.ask(&conversation(), None, None, &mut |_| {}).await
}

pub(super) fn conversation() -> Conversation {
    Conversation {
        message: "a cook".to_owned(),
        request_id: Some("req-1".to_owned()),
        locale: None,
        ..Conversation::default()
    }
}

pub(super) async fn fault(respond: ResponseTemplate) -> Fault {
    let (_server, agent) = server(move |_| respond.clone()).await;
    ask(&agent).await.unwrap_err()
}

pub(super) async fn bodies(server: &MockServer) -> Vec<Value> {
    server.received_requests().await.unwrap().iter().map(|request| request.body_json().unwrap()).collect()
}

#[tokio::test]
async fn an_answer_comes_with_its_trace() {
    let server = MockServer::start().await;
    Mock::given(header("authorization", "Bearer sk-secret"))
        .and(header("x-request-id", "req-1"))
        .respond_with(ResponseTemplate::new(200).set_body_json(completion(ANSWER)))
        .mount(&server)
        .await;
    let Completion { proposal, trace } = ask(&agent(&server.uri())).await.unwrap();
    assert_eq!((proposal.updates.len(), proposal.reply.as_str()), (1, "Noted."));
    assert_eq!(
        (trace.model.as_str(), trace.schema_mode, trace.finish_reason.as_str()),
        ("model-1", "json_schema", "stop")
    );
    assert_eq!((trace.prompt_tokens, trace.completion_tokens, trace.flag), (100, 20, None));
    assert_eq!(trace.raw, ANSWER);
    let body = &bodies(&server).await[0];
    assert_eq!(body["model"], "a-model");
    assert_eq!(body["max_tokens"], 4096);
    assert_eq!(body["stream_options"]["include_usage"], true);
    assert_eq!(body["response_format"]["json_schema"]["strict"], true);
    assert!(!format!("{:?}", agent(&server.uri())).contains("sk-secret"));
}

#[tokio::test]
async fn statuses_become_faults() {
    for status in [408, 409, 429, 500, 502, 503] {
        let fault = fault(ResponseTemplate::new(status).insert_header("retry-after", "7")).await;
        assert_eq!((fault.code(), fault.is_retryable()), ("llm_overloaded", true), "{status}");
        assert_eq!(fault.retry_after(), Some(Duration::from_secs(7)), "{status}");
    }
    for status in [301, 400, 401, 403, 404, 422] {
        let error = json!({ "error": { "code": 7, "message": "no such thing" } });
        let fault = fault(ResponseTemplate::new(status).set_body_json(error)).await;
        assert_eq!((fault.code(), fault.is_retryable()), ("llm_configuration", false), "{status}");
    }
}

#[tokio::test]
async fn broken_answers_are_bad_output() {
    let bodies: [(Vec<u8>, &str); 6] = [
        (Vec::new(), "no completion"),
        (b"<html>".to_vec(), "no completion"),
        (b"{\"choices\":\"none\"}".to_vec(), "no completion"),
        (b"{\"choices\":[{\"message\":{\"content\":\"\xff\"}}]}".to_vec(), "no completion"),
        (vec![b'['; 300 * 1024], "too long"),
        (completion("I'd rather chat").to_string().into_bytes(), "no JSON object"),
    ];
    for (body, expected) in bodies {
        let fault = fault(ResponseTemplate::new(200).set_body_bytes(body)).await;
        let Fault::BadOutput(rejected) = &fault else { panic!("{fault:?}") };
        assert!(rejected.error.contains(expected), "{rejected:?}");
        assert!(rejected.raw.len() <= LONGEST_RAW);
        assert_eq!((fault.code(), fault.is_retryable()), ("llm_bad_output", false));
    }
}

#[tokio::test]
async fn late_and_absent_servers_differ() {
    let (_server, slow) = server(|_| ResponseTemplate::new(200).set_delay(Duration::from_secs(5))).await;
    let short = Duration::from_millis(100);
    for settings in [
        Settings { timeout: short, ..slow.settings.clone() },
        Settings { first_byte: short, ..slow.settings.clone() },
        Settings { timeout: short, stream: false, ..slow.settings.clone() },
    ] {
        let late = ask(&Agent::new(settings).unwrap()).await.unwrap_err();
        assert_eq!((late.code(), late.is_retryable()), ("llm_timeout", true));
    }
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let absent = ask(&agent(&format!("http://{unused}"))).await.unwrap_err();
    assert_eq!(absent.code(), "llm_overloaded");
    let gateway = json!({ "error": { "message": "upstream is down" } });
    assert_eq!(fault(ResponseTemplate::new(200).set_body_json(gateway)).await.code(), "llm_overloaded");
    for address in ["", "no address", "ftp://localhost/v1"] {
        let fault = Agent::new(Settings::new(address, "m")).unwrap_err();
        assert_eq!(fault.code(), "llm_configuration", "{address}");
    }
}

#[tokio::test]
async fn the_parameters_of_a_strict_server_are_kept() {
    let (server, agent) = server(|request| {
        let body: Value = request.body_json().unwrap();
        let refused = |parameter: &str| {
            let message = format!("Unsupported parameter: {parameter}");
            ResponseTemplate::new(400)
                .set_body_json(json!({ "error": { "message": message, "param": parameter } }))
        };
        match &body {
            body if body.get("max_tokens").is_some() => refused("max_tokens"),
            body if body.get("temperature").is_some() => refused("temperature"),
            body if body["response_format"]["type"] == "json_schema" => refused("response_format"),
            _ => ResponseTemplate::new(200).set_body_json(completion(ANSWER)),
        }
    })
    .await;
    let answer = ask(&agent).await.unwrap();
    assert_eq!(answer.trace.schema_mode, "json_object");
    assert_eq!(bodies(&server).await.len(), 4);
    ask(&agent.clone()).await.unwrap();
    let bodies = bodies(&server).await;
    assert_eq!(bodies.len(), 5, "the second question goes straight to what worked");
    let system = bodies[4]["messages"][0]["content"].as_str().unwrap();
    assert!(system.starts_with(prompt::SYSTEM) && system.contains("additionalProperties"));
}

#[tokio::test]
async fn the_last_fallback_asks_for_fenced_json() {
    let (_server, agent) = server(|request| {
        let body: Value = request.body_json().unwrap();
        if body.get("response_format").is_some() {
            return ResponseTemplate::new(422);
        }
        ResponseTemplate::new(200).set_body_json(completion(&format!("```json\n{ANSWER}\n```")))
    })
    .await;
    assert_eq!(ask(&agent).await.unwrap().trace.schema_mode, "prompt");
}

#[tokio::test]
async fn a_repair_shows_the_bad_answer_and_the_error() {
    let (server, agent) = server(|_| ResponseTemplate::new(200).set_body_json(completion(ANSWER))).await;
    let rejected = Rejected { raw: "gibberish".to_owned(), error: "it holds no JSON".to_owned() };
    agent.ask(&conversation(), Some(&rejected), None, &mut |_| {}).await.unwrap();
    let messages = bodies(&server).await[0]["messages"].as_array().unwrap().clone();
    let [.., bad, repair] = messages.as_slice() else { panic!("{messages:?}") };
    assert_eq!((bad["role"].as_str(), bad["content"].as_str()), (Some("assistant"), Some("gibberish")));
    assert!(repair["content"].as_str().unwrap().contains("it holds no JSON"));
    // The stand-in still finds the question.
    let answer = standin::complete(&json!({ "messages": messages }));
    assert!(answer["choices"][0]["message"]["content"].as_str().unwrap().contains("Cook"));
}

#[tokio::test]
async fn the_stand_in_is_a_model_like_any_other() {
    let (_server, agent) = server(|request| {
        ResponseTemplate::new(200).set_body_json(standin::complete(&request.body_json().unwrap()))
    })
    .await;
    let answer = ask(&agent).await.unwrap();
    assert_eq!(answer.proposal.updates[0].value, "Cook");
    assert_eq!(answer.trace.model, "a-model");
}
