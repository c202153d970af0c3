//! Requests that are too long for the model, with a server of raw bytes.

use serde_json::{Value, json};

use crate::{
    Conversation, Fault,
    raw_server::{Raw, RawServer, json, long_conversation, response},
    recovery_tests::{answer, ask, is_reduced},
};

/// The errors of known servers for a request that is too long.
fn overflows() -> Vec<(u16, Value)> {
    let error =
        |status: u16, message: &str| (status, json!({ "error": { "message": message, "code": status } }));
    vec![
        error(
            400,
            "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.",
        ),
        error(400, "the request exceeds the available context size, try increasing it"),
        error(500, "the request exceeds the available context size. try increasing the context size"),
        error(500, "input length exceeds maximum context length"),
        error(
            413,
            "Request too large for model `m` on tokens per minute (TPM), please reduce your message size",
        ),
        error(413, "no"),
        error(
            429,
            "Request too large for m on tokens per min (TPM). The input or output tokens must be reduced.",
        ),
        (
            400,
            json!([{ "error": { "code": 400, "status": "INVALID_ARGUMENT",
            "message": "The input token count (20000) exceeds the maximum number of tokens allowed (14000)." } }]),
        ),
        (
            400,
            json!({ "code": "Client specified an invalid argument",
            "error": "This model's maximum prompt length is 8192 but the request contains 9000 tokens." }),
        ),
        (
            422,
            json!({ "error_type": "validation",
            "error": "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 4000 and 1024" }),
        ),
        error(400, "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 6144]"),
        (
            400,
            json!({ "object": "error", "type": "invalid_request_prompt",
            "message": "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length" }),
        ),
        (
            400,
            json!({ "error": { "message": "Provider returned error", "code": 400,
            "metadata": { "raw": "{\"error\":{\"message\":\"prompt is too long: 9000 tokens\"}}" } } }),
        ),
        (
            400,
            json!({ "error": { "message": "litellm.ContextWindowExceededError: litellm.BadRequestError", "code": "400" } }),
        ),
        error(200, "This endpoint's maximum context length is 8192 tokens."),
        (200, json!({ "error": { "message": "prompt is too long", "type": "invalid_request_error" } })),
    ]
}

#[tokio::test]
async fn an_overflow_is_known_in_any_servers_words() {
    for (status, error) in overflows() {
        for in_stream in [false, true] {
            if in_stream && status != 200 {
                continue;
            }
            let refused = error.clone();
            let server = RawServer::start(move |_, body| match is_reduced(body) {
                true => json(200, &answer()),
                false if in_stream => {
                    Raw::Close(response(200, "text/event-stream", &format!(": hi\n\ndata: {refused}\n\n")))
                }
                false => json(status, &refused),
            })
            .await;
            let agent = server.agent();
            for turn in 1..=12 {
                let answer = ask(&agent, &long_conversation())
                    .await
                    .unwrap_or_else(|fault| panic!("{error}: {fault:?}"));
                assert!(answer.trace.history_cut && answer.trace.schema_mode == "json_schema", "{error}");
                assert_eq!(server.requests().len(), 2 * turn, "{error}");
            }
            assert!(!ask(&agent, &Conversation::default()).await.unwrap().trace.history_cut);
            assert!(agent.limits().is_empty());
        }
    }
}

#[tokio::test]
async fn an_overflow_that_stays_ends_the_call_and_spares_the_breaker() {
    for (status, error) in overflows() {
        let server = RawServer::start(move |_, _| json(status, &error)).await;
        let agent = server.agent();
        for _ in 0..25 {
            let fault = ask(&agent, &long_conversation()).await.unwrap_err();
            assert_eq!(fault.code(), "llm_configuration", "{fault:?}");
        }
        assert!(agent.limits().is_empty());
        assert_eq!(server.requests().len(), 2 * 25);
    }
}

#[tokio::test]
async fn an_error_in_a_stream_after_text_is_an_interruption() {
    let pieces = "data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n\ndata: {\"error\":{\"message\":\"prompt is too long\"}}\n\n";
    let server = RawServer::start(|_, _| Raw::Close(response(200, "text/event-stream", pieces))).await;
    let fault = ask(&server.agent(), &long_conversation()).await.unwrap_err();
    assert!(matches!(fault, Fault::Interrupted(_)), "{fault:?}");
    assert_eq!(server.requests().len(), 1);
}
