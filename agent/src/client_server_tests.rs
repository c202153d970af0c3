//! Each supported server: the parameters that it accepts, and its errors for the others, in its own words.

use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, Request, ResponseTemplate,
    matchers::{header, header_exists, method, path, query_param},
};

use super::{tests::*, *};
use crate::ResponseFormat;

/// Asks a server twice; returns the bodies of all requests and both completions.
async fn asked_twice(
    respond: impl Fn(&Value) -> ResponseTemplate + Send + Sync + 'static,
) -> (Vec<Value>, [Completion; 2]) {
    asked_twice_with(|_| {}, respond).await
}

async fn asked_twice_with(
    configure: impl FnOnce(&mut Settings),
    respond: impl Fn(&Value) -> ResponseTemplate + Send + Sync + 'static,
) -> (Vec<Value>, [Completion; 2]) {
    let server = MockServer::start().await;
    let answered = move |request: &Request| respond(&request.body_json().unwrap());
    Mock::given(method("POST")).and(path("/v1/chat/completions")).respond_with(answered).mount(&server).await;
    let mut settings = Settings::new(format!("{}/v1", server.uri()), "a-model");
    configure(&mut settings);
    let agent = Agent::new(settings).unwrap();
    let answers = [ask(&agent).await.unwrap(), ask(&agent).await.unwrap()];
    (bodies(&server).await, answers)
}

fn refused(body: Value) -> ResponseTemplate {
    ResponseTemplate::new(400).set_body_json(body)
}

/// The answer as a stream: its chunks, one with the usage if the request asks for it, and the end mark.
fn streamed(request: &Value, first: Option<Value>) -> ResponseTemplate {
    let piece = |delta: Value, finish: Value| {
        json!({ "object": "chat.completion.chunk", "model": "model-1", "usage": null,
                "choices": [{ "index": 0, "delta": delta, "finish_reason": finish }] })
    };
    let (begin, end) = ANSWER.split_at(40);
    let mut pieces = Vec::from_iter(first);
    pieces.push(piece(json!({ "role": "assistant", "content": begin }), Value::Null));
    pieces.push(piece(json!({ "content": end }), Value::Null));
    pieces.push(piece(json!({}), json!("stop")));
    if request["stream_options"]["include_usage"] == true {
        pieces.push(json!({ "choices": [], "usage": { "prompt_tokens": 100, "completion_tokens": 20 } }));
    }
    let text: String = pieces.iter().map(|piece| format!("data: {piece}\n\n")).collect();
    ResponseTemplate::new(200).set_body_raw(format!("{text}data: [DONE]\n\n"), "text/event-stream")
}

fn is_understood(answer: &Completion) {
    assert_eq!(
        (answer.proposal.updates[0].value.as_str(), answer.proposal.reply.as_str()),
        ("Cook", "Noted.")
    );
}

#[tokio::test]
async fn openai_with_a_reasoning_model() {
    let refuse = |message: &str, parameter: &str, code: &str| {
        refused(
            json!({ "error": { "message": message, "type": "invalid_request_error", "param": parameter, "code": code } }),
        )
    };
    let (bodies, answers) = asked_twice(move |body| match body {
        body if body.get("max_tokens").is_some() => refuse(
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            "max_tokens",
            "unsupported_parameter",
        ),
        body if body.get("temperature").is_some_and(|it| *it != json!(1)) => refuse(
            "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
            "temperature",
            "unsupported_value",
        ),
        body => streamed(body, None),
    })
    .await;
    assert_eq!(bodies.len(), 2 + 2, "learnt once");
    assert_eq!(bodies[3]["response_format"]["json_schema"]["strict"], true);
    assert_eq!((&bodies[3]["max_completion_tokens"], bodies[3].get("temperature")), (&json!(4096), None));
    answers.iter().for_each(is_understood);
    assert_eq!((answers[0].trace.schema_mode, answers[0].trace.completion_tokens), ("json_schema", 20));
}

#[tokio::test]
async fn azure_needs_its_header_path_and_version() {
    let server = MockServer::start().await;
    let prompt_filter = json!({ "choices": [], "prompt_filter_results": [{ "prompt_index": 0 }] });
    Mock::given(method("POST"))
        .and(path("/openai/deployments/posts/chat/completions"))
        .and(query_param("api-version", "2024-10-21"))
        .and(header("api-key", "azure-key"))
        .respond_with(move |request: &Request| {
            streamed(&request.body_json().unwrap(), Some(prompt_filter.clone()))
        })
        .mount(&server)
        .await;
    let settings = Settings {
        api_key: Some("azure-key".into()),
        key_header: Some(crate::KeyHeader::ApiKey),
        completion_limit: Some(true),
        ..Settings::new(format!("{}/openai/deployments/posts?api-version=2024-10-21", server.uri()), "posts")
    };
    is_understood(&ask(&Agent::new(settings).unwrap()).await.unwrap());
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests.len(), 1);
    assert!(requests[0].headers.get("authorization").is_none());
    assert_eq!(requests[0].body_json::<Value>().unwrap()["max_completion_tokens"], 4096);
}

#[tokio::test]
async fn azures_content_filter_asks_the_user_to_rephrase() {
    let error = json!({ "error": { "code": "content_filter", "status": 400, "innererror": { "code": "ResponsibleAIPolicyViolation" },
        "message": "The response was filtered due to the prompt triggering Azure OpenAI's content management policy." } });
    let (_, answers) = asked_twice(move |_| refused(error.clone())).await;
    assert!(answers[0].proposal.updates.is_empty() && !answers[0].proposal.reply.is_empty());
    assert_eq!(answers[0].trace.flag, Some("content_filter"));
}

#[tokio::test]
async fn vllm_accepts_all_parameters() {
    let (bodies, answers) = asked_twice(|body| {
        assert_eq!((&body["max_tokens"], &body["temperature"]), (&json!(4096), &json!(0)));
        streamed(body, None)
    })
    .await;
    assert_eq!(bodies.len(), 2);
    answers.iter().for_each(is_understood);
}

#[tokio::test]
async fn an_old_vllm_refuses_unknown_parameters() {
    let (bodies, answers) = asked_twice(|body| {
        if body["response_format"]["type"] == "json_schema" {
            let message = "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), 'msg': \"Input should be 'text' or 'json_object'\"}]";
            return refused(json!({ "object": "error", "message": message, "type": "BadRequestError", "param": null, "code": 400 }));
        }
        streamed(body, None)
    })
    .await;
    assert_eq!((bodies.len(), answers[1].trace.schema_mode), (1 + 2, "json_object"));
    answers.iter().for_each(is_understood);
}

#[tokio::test]
async fn ollama_needs_no_key_and_ignores_unknown_parameters() {
    let server = MockServer::start().await;
    Mock::given(header_exists("authorization")).respond_with(ResponseTemplate::new(401)).mount(&server).await;
    Mock::given(method("POST"))
        .respond_with(|request: &Request| {
            let body: Value = request.body_json().unwrap();
            // Only `max_tokens` limits the answer here.
            assert!(body.get("max_tokens").is_some());
            streamed(&json!({}), None)
        })
        .mount(&server)
        .await;
    let agent = Agent::new(Settings::new(format!("{}/v1", server.uri()), "qwen3")).unwrap();
    let answer = ask(&agent).await.unwrap();
    is_understood(&answer);
    assert_eq!(
        (answer.trace.prompt_tokens, bodies(&server).await.len()),
        (0, 1),
        "no usage, and none needed"
    );
}

#[tokio::test]
async fn llama_cpp_reports_a_context_overflow_in_numbers() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .respond_with(|request: &Request| {
            let body: Value = request.body_json().unwrap();
            if body["max_tokens"] == 4096 {
                let error = json!({ "code": 400, "type": "exceed_context_size_error", "n_prompt_tokens": 5123, "n_ctx": 4096,
                    "message": "the request exceeds the available context size, try increasing it" });
                return refused(json!({ "error": error }));
            }
            streamed(&body, None)
        })
        .mount(&server)
        .await;
    let agent = Agent::new(Settings::new(format!("{}/v1", server.uri()), "local")).unwrap();
    let answer = ask(&agent).await.unwrap();
    is_understood(&answer);
    assert!(answer.trace.history_cut);
}

#[tokio::test]
async fn litellm_names_the_parameters_its_provider_refuses() {
    let (bodies, answers) = asked_twice(|body| {
        let unsupported = |parameter: &str| {
            let message = format!(
                "litellm.UnsupportedParamsError: groq does not support parameters: ['{parameter}'], for model=some. To drop these, set \
                 `litellm.drop_params=True`"
            );
            refused(json!({ "error": { "message": message, "type": "None", "param": "None", "code": "400" } }))
        };
        match body {
            body if body["response_format"]["type"] == "json_schema" => unsupported("response_format"),
            body if body.get("stream_options").is_some() => unsupported("stream_options"),
            body => streamed(body, None),
        }
    })
    .await;
    assert_eq!(bodies.len(), 2 + 2);
    assert_eq!(
        (&bodies[3]["stream"], &bodies[3]["response_format"]["type"]),
        (&json!(true), &json!("json_object"))
    );
    answers.iter().for_each(is_understood);
}

#[tokio::test]
async fn configured_parameters_are_tried_first() {
    let (bodies, answers) = asked_twice_with(
        |settings| {
            settings.response_format = Some(ResponseFormat::Prompt);
            settings.completion_limit = Some(true);
            settings.temperature = false;
        },
        |body| streamed(body, None),
    )
    .await;
    assert_eq!((bodies.len(), answers[0].trace.schema_mode), (2, "prompt"));
    let absent = ["response_format", "temperature", "max_tokens"].map(|name| bodies[0].get(name).is_none());
    assert_eq!(absent, [true; 3]);
    assert!(bodies[0]["messages"][0]["content"].as_str().unwrap().contains("additionalProperties"));
}
