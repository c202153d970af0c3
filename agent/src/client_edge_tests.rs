//! The client with streams, long conversations and failing models.

use serde_json::{Value, json};
use wiremock::{Mock, Request, ResponseTemplate, matchers::method};

use super::{tests::*, *};
use crate::{
    BreakerSettings, Line, Speaker,
    raw_server::{self, Raw, RawServer},
};

#[tokio::test]
async fn a_stream_is_shown_while_it_arrives() {
    let (server, agent) = server(|request| {
        let request: Value = request.body_json().unwrap();
        assert_eq!(request["stream"], true);
        events(&standin::stream(&request))
    })
    .await;
    let mut shown = Vec::new();
    let answer =
        agent.ask(&conversation(), None, None, &mut |text| shown.push(text.to_owned())).await.unwrap();
    assert!(shown.len() > 3, "{shown:?}");
    assert_eq!(shown.concat(), answer.proposal.reply);
    assert_eq!(answer.proposal.updates[0].value, "Cook");
    assert_eq!((answer.trace.model.as_str(), answer.trace.finish_reason.as_str()), ("a-model", "stop"));
    assert!(answer.trace.prompt_tokens > 0 && answer.trace.completion_tokens > 0);
    // The same answer without a stream has no preview.
    let whole = Settings { stream: false, ..Settings::new(format!("{}/v1", server.uri()), "a-model") };
    server.reset().await;
    Mock::given(method("POST"))
        .respond_with(|request: &Request| {
            let request: Value = request.body_json().unwrap();
            assert!(request.get("stream").is_none() && request.get("stream_options").is_none());
            ResponseTemplate::new(200).set_body_json(standin::complete(&request))
        })
        .mount(&server)
        .await;
    let mut shown = Vec::new();
    let whole = Agent::new(whole).unwrap();
    let same = whole.ask(&conversation(), None, None, &mut |text| shown.push(text.to_owned())).await.unwrap();
    assert_eq!((same.proposal, shown.len()), (answer.proposal, 0));
}

#[tokio::test]
async fn a_server_without_streaming_is_remembered() {
    let (server, agent) = server(|request| {
        let body: Value = request.body_json().unwrap();
        let refused = |words: &str| ResponseTemplate::new(422).set_body_json(json!({ "detail": words }));
        match &body {
            body if body.get("stream_options").is_some() => refused("stream_options: extra inputs"),
            body if body.get("stream").is_some() => refused("stream is not supported"),
            _ => ResponseTemplate::new(200).set_body_json(completion(ANSWER)),
        }
    })
    .await;
    ask(&agent).await.unwrap();
    assert_eq!(ask(&agent).await.unwrap().trace.schema_mode, "json_schema");
    assert_eq!(bodies(&server).await.len(), 4);
}

#[tokio::test]
async fn a_conversation_that_does_not_fit_is_cut_once() {
    let errors = [
        json!({ "error": { "code": "context_length_exceeded", "message": "Too long." } }),
        json!({ "error": { "code": 400, "message": "the request exceeds the available context size" } }),
        json!({ "object": "error", "code": 40303, "message": "This model's maximum context length is 2048 tokens." }),
    ];
    for error in errors {
        let (server, agent) = server(move |request| {
            let body: Value = request.body_json().unwrap();
            match body["messages"].as_array().unwrap().len() {
                1..=6 => ResponseTemplate::new(200).set_body_json(completion(ANSWER)),
                _ => ResponseTemplate::new(400).set_body_json(&error),
            }
        })
        .await;
        let line = |number| Line {
            speaker: if number % 2 == 0 { Speaker::User } else { Speaker::Agent },
            text: "so it was".to_owned(),
        };
        let long = Conversation { history: (0..20).map(line).collect(), ..conversation() };
        let answer = agent.ask(&long, None, None, &mut |_| {}).await.unwrap();
        assert!(answer.trace.history_cut);
        let bodies = bodies(&server).await;
        assert_eq!((bodies.len(), &bodies[1]["max_tokens"]), (2, &json!(1024)));
        assert!(!ask(&agent).await.unwrap().trace.history_cut, "and not for short talks");
    }
    let body = json!({ "error": { "message": "context length exceeded" } });
    let fault = fault(ResponseTemplate::new(400).set_body_json(body)).await;
    assert_eq!(fault.code(), "llm_configuration");
}

#[tokio::test]
async fn a_failing_model_gets_no_calls_and_is_probed_later() {
    let (server, agent) = server(|_| ResponseTemplate::new(503)).await;
    let breaker = BreakerSettings { open_for: Duration::from_secs(1), ..BreakerSettings::default() };
    let settings = Settings { breaker, ..agent.settings };
    let agent = Agent::new(settings).unwrap();
    for _ in 0..20 {
        assert!(agent.limits().is_empty());
        assert!(matches!(ask(&agent).await, Err(Fault::Overloaded { .. })));
    }
    let fault = ask(&agent.clone()).await.unwrap_err();
    let Fault::Unavailable { retry_after } = fault else { panic!("{fault:?}") };
    assert!(!retry_after.is_zero() && fault.is_retryable() && !fault.was_sent());
    assert_eq!(bodies(&server).await.len(), 20, "nothing more was sent");
    let limit = |calls| [OrganizationLimit { organization: Uuid::nil(), calls }];
    assert_eq!(agent.limits(), limit(0));
    tokio::time::sleep(retry_after).await;
    server.reset().await;
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(200).set_body_json(completion(ANSWER)))
        .mount(&server)
        .await;
    assert_eq!(agent.limits(), limit(3));
    drop(ask(&agent));
    ask(&agent).await.unwrap();
    for free in [2, 1] {
        assert_eq!(agent.limits(), limit(free));
        ask(&agent).await.unwrap();
    }
    assert!(agent.limits().is_empty());
}

/// A model that is silent for one organization and answers another, in `conversation`.
async fn silent_for_one() -> (RawServer, Agent, Conversation) {
    let server = RawServer::start(|_, body| match body.to_string().contains("ATTACK") {
        true => Raw::Stall(Vec::new()),
        false => raw_server::json(200, &completion(ANSWER)),
    })
    .await;
    let settings =
        Settings { first_byte: Duration::from_millis(500), ..Settings::new(&server.base_url, "a-model") };
    let attack =
        Conversation { organization: Uuid::from_u128(1), message: "ATTACK".to_owned(), ..conversation() };
    (server, Agent::new(settings).unwrap(), attack)
}

#[tokio::test]
async fn slow_calls_of_one_organization_do_not_delay_another() {
    let (server, agent, attack) = silent_for_one().await;
    let slow = (0..30).map(|_| async {
        let fault = agent.ask(&attack, None, None, &mut |_| {}).await.unwrap_err();
        assert_eq!(fault.code(), "llm_timeout", "{fault:?}");
    });
    futures_util::future::join_all(slow).await;
    assert_eq!(agent.limits(), [OrganizationLimit { organization: attack.organization, calls: 0 }]);
    assert!(matches!(agent.ask(&attack, None, None, &mut |_| {}).await, Err(Fault::Unavailable { .. })));
    for _ in 0..10 {
        ask(&agent).await.unwrap();
    }
    assert_eq!(server.requests().len(), 30 + 10);
}

#[tokio::test]
async fn slow_calls_of_several_organizations_do_not_delay_one_that_is_answered() {
    let (server, agent, attack) = silent_for_one().await;
    let slow = (0..60).map(|number| {
        let attack = Conversation { organization: Uuid::from_u128(1 + number % 6), ..attack.clone() };
        let agent = &agent;
        async move { agent.ask(&attack, None, None, &mut |_| {}).await.unwrap_err() }
    });
    let (answered, _) = tokio::join!(ask(&agent), futures_util::future::join_all(slow));
    answered.unwrap();
    assert_eq!(agent.availability(), Availability::Closed);
    ask(&agent).await.unwrap();
    assert_eq!(server.requests().len(), 60 + 2);
}

#[tokio::test]
async fn an_answer_that_began_and_does_not_end_opens_no_breaker() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
    let began = format!("{head}data: {{\"choices\":[{{\"delta\":{{\"content\":\"{{\"}}}}]}}\n\n");
    let waits = format!("{head}: PROCESSING\n\ndata: {{\"choices\":[],\"prompt_filter_results\":[]}}\n\n");
    for (sent, opens) in [(began, false), (waits, true), (head.to_owned(), true), (String::new(), true)] {
        let bytes = sent.clone();
        let server = RawServer::start(move |_, _| Raw::Stall(bytes.clone().into_bytes())).await;
        let short = Duration::from_millis(200);
        let settings =
            Settings { first_byte: short, idle: short, ..Settings::new(&server.base_url, "a-model") };
        let agent = Agent::new(settings).unwrap();
        let faults = futures_util::future::join_all((0..25).map(|_| ask(&agent))).await;
        assert!(faults.iter().all(|fault| matches!(fault, Err(Fault::Timeout))), "{sent:?}");
        assert_eq!(!agent.limits().is_empty(), opens, "{sent:?}");
    }
}

#[tokio::test]
async fn a_callers_deadline_is_not_the_models_fault() {
    let (_server, agent) = server(|_| ResponseTemplate::new(200).set_delay(Duration::from_secs(5))).await;
    let agent = Agent::new(Settings { timeout: Duration::from_secs(60), ..agent.settings }).unwrap();
    for _ in 0..30 {
        let deadline = Some(Instant::now() + Duration::from_millis(10));
        let fault = agent.ask(&conversation(), None, deadline, &mut |_| {}).await.unwrap_err();
        assert!(matches!(fault, Fault::Timeout), "{fault:?}");
    }
    assert!(agent.limits().is_empty());
    let retries = (0..100).filter(|_| agent.may_retry(Uuid::nil())).count();
    assert_eq!(retries, 10 + 30 / 5);
}

/// A response with the chunks as server-sent events.
fn events(chunks: &[Value]) -> ResponseTemplate {
    let events: String = chunks.iter().map(|chunk| format!("data: {chunk}\n\n")).collect();
    ResponseTemplate::new(200).set_body_raw(format!("{events}data: [DONE]\n\n"), "text/event-stream")
}
