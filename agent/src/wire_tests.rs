//! Responses that are labelled, ended or transported in unusual ways, with a server of raw bytes.

use std::{
    io::Write as _,
    time::{Duration, Instant},
};

use flate2::{Compression, write::GzEncoder};
use serde_json::json;

use crate::{
    Agent, Completion, Conversation, Fault,
    raw_server::{Raw, RawServer, response},
};

const ANSWER: &str = r#"{"updates":[],"intent":"continue","reply":"Noted."}"#;

/// Asks a server that always responds like this.
async fn asked(raw: Raw) -> Result<Completion, Fault> {
    let server = RawServer::start(move |_, _| raw.clone()).await;
    ask(&server.agent()).await
}

async fn ask(agent: &Agent) -> Result<Completion, Fault> {
    agent.ask(&Conversation::default(), None, None, &mut |_| {}).await
}

fn whole() -> String {
    json!({ "model": "m", "choices": [{ "message": { "content": ANSWER }, "finish_reason": "stop" }] })
        .to_string()
}

/// The events of an answer, with or without its end.
fn events(finish: bool) -> String {
    let piece = json!({ "choices": [{ "delta": { "content": ANSWER } }] });
    let end = json!({ "choices": [{ "delta": {}, "finish_reason": "stop" }] });
    if finish { format!("data: {piece}\n\ndata: {end}\n\n") } else { format!("data: {piece}\n\n") }
}

fn head(version: &str, more: &str) -> String {
    format!("HTTP/{version} 200 OK\r\ncontent-type: text/event-stream\r\n{more}\r\n")
}

#[tokio::test]
async fn an_answer_with_a_finish_reason_is_complete() {
    let chunk = |text: &str| format!("{:x}\r\n{text}\r\n", text.len());
    let chunked = head("1.1", "transfer-encoding: chunked\r\n");
    let usage = json!({ "choices": [], "usage": { "prompt_tokens": 7 } });
    for (name, raw) in [
        ("a clean end", Raw::Keep(response(200, "text/event-stream", &events(true)))),
        ("HTTP/1.0", Raw::Close(format!("{}{}", head("1.0", ""), events(true)).into_bytes())),
        (
            "closed",
            Raw::Close(format!("{}{}", head("1.1", "connection: close\r\n"), events(true)).into_bytes()),
        ),
        ("no last chunk", Raw::Close(format!("{chunked}{}", chunk(&events(true))).into_bytes())),
        (
            "half a chunk",
            Raw::Close(format!("{chunked}{}ff\r\ndata: {{\"us", chunk(&events(true))).into_bytes()),
        ),
        ("no last newline", Raw::Keep(response(200, "text/event-stream", events(true).trim_end()))),
        (
            "the usage behind it",
            Raw::Keep(response(200, "text/event-stream", &format!("{}data: {usage}", events(true)))),
        ),
        ("no end at all", Raw::Stall(format!("{chunked}{}", chunk(&events(true))).into_bytes())),
    ] {
        let started = Instant::now();
        let completion = asked(raw).await.unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert_eq!(
            (completion.proposal.reply.as_str(), completion.trace.finish_reason.as_str()),
            ("Noted.", "stop")
        );
        assert!(started.elapsed() < Duration::from_secs(10), "{name}");
    }
    let cut = Raw::Close(format!("{}{}", head("1.0", ""), events(false)).into_bytes());
    assert!(matches!(asked(cut).await, Err(Fault::Interrupted(_))));
}

#[tokio::test]
async fn the_first_bytes_decide_what_a_body_is() {
    let done = "data: [DONE]\n\n";
    for kind in ["text/plain; charset=utf-8", "application/json", "text/event-stream", "text/html"] {
        for body in [
            whole(),
            format!("\u{feff}\r\n {}", whole()),
            format!("{}\n\n{done}", whole()),
            format!("[{}]", whole()),
            format!("{}{done}", events(true)),
            format!("\u{feff}\n{}{done}", events(true)),
            format!(": hello\n\n{}{done}", events(true)),
            format!("event: message\n{}{done}", events(true)),
            format!("retry: 3000\n\n{}{done}", events(true)),
            format!("id: 1\n{}{done}", events(true)),
            format!("data: ping\n\ndata:\n\n{}data: pong\n\n{done}", events(true)),
        ] {
            let completion = asked(Raw::Keep(response(200, kind, &body))).await;
            assert_eq!(completion.unwrap().proposal.reply, "Noted.", "{kind}: {body}");
        }
    }
    let unlabelled = format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{}", events(true));
    assert!(asked(Raw::Close(unlabelled.into_bytes())).await.is_ok());
}

#[tokio::test]
async fn odd_types_do_not_break_an_answer() {
    let body = json!({ "model": 7, "created": "soon", "usage": "none", "choices": [
        { "index": "0", "message": { "content": ANSWER, "reasoning": null, "tool_calls": "none" }, "finish_reason": "stop" },
    ] });
    let completion = asked(Raw::Keep(response(200, "application/json", &body.to_string()))).await.unwrap();
    assert_eq!((completion.trace.model.as_str(), completion.trace.prompt_tokens), ("a-model", 0));
    let usage = json!({ "choices": [{ "message": { "content": ANSWER } }], "usage": { "prompt_tokens": 7.0, "completion_tokens": "3" } });
    let trace = asked(Raw::Keep(response(200, "application/json", &usage.to_string()))).await.unwrap().trace;
    assert_eq!((trace.prompt_tokens, trace.completion_tokens), (7, 3));
}

#[tokio::test]
async fn the_answer_may_stand_in_another_member() {
    let draft = ANSWER.replace("Noted.", "Draft.");
    let streamed = |delta: serde_json::Value| {
        let piece = json!({ "choices": [{ "delta": delta, "finish_reason": null }] });
        let end = json!({ "choices": [{ "delta": { "content": null }, "finish_reason": "tool_calls" }] });
        response(200, "text/event-stream", &format!("data: {piece}\n\ndata: {end}\n\ndata: [DONE]\n\n"))
    };
    let complete = |message: serde_json::Value| {
        response(
            200,
            "application/json",
            &json!({ "choices": [{ "message": message, "finish_reason": "stop" }] }).to_string(),
        )
    };
    for message in [
        json!({ "reasoning_content": ANSWER }),
        json!({ "content": "", "reasoning_content": format!("Perhaps {draft}. No: {ANSWER}") }),
        json!({ "content": null, "reasoning": ANSWER }),
        json!({ "content": "\n", "tool_calls": [{ "index": 0, "type": "function", "function": { "arguments": ANSWER } }] }),
        json!({ "content": ANSWER, "reasoning_content": draft }),
        json!({ "content": format!("<|channel|>analysis<|message|>{draft}<|channel|>final<|message|>{ANSWER}") }),
    ] {
        for body in [streamed(message.clone()), complete(message.clone())] {
            let completion =
                asked(Raw::Keep(body)).await.unwrap_or_else(|fault| panic!("{message}: {fault:?}"));
            assert_eq!(completion.proposal.reply, "Noted.", "{message}");
        }
    }
}

#[tokio::test]
async fn a_connection_that_was_closed_meanwhile_costs_no_call() {
    let good = response(200, "application/json", &whole());
    let server = RawServer::start(move |number, _| match number {
        // The server closes the kept connection when the second request comes, as after its keep-alive timeout.
        1 => Raw::Close(Vec::new()),
        _ => Raw::Keep(good.clone()),
    })
    .await;
    let agent = server.agent();
    ask(&agent).await.unwrap();
    ask(&agent).await.unwrap();
    assert_eq!(server.requests().len(), 3);
    // A first connection was not kept before, so its end is the server's fault.
    let silent = RawServer::start(|_, _| Raw::Close(Vec::new())).await;
    assert!(matches!(ask(&silent.agent()).await, Err(Fault::Overloaded { .. })));
    assert_eq!(silent.requests().len(), 1);
    // A server that stops responding gets one request more, not an endless row of them.
    let good = response(200, "application/json", &whole());
    let stopped = RawServer::start(move |number, _| match number {
        0 => Raw::Keep(good.clone()),
        _ => Raw::Close(Vec::new()),
    })
    .await;
    let agent = stopped.agent();
    ask(&agent).await.unwrap();
    assert!(matches!(ask(&agent).await, Err(Fault::Overloaded { .. })));
    assert_eq!(stopped.requests().len(), 3);
}

#[tokio::test]
async fn a_compressed_response_is_read() {
    let gzip = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    for body in [whole(), events(true)] {
        for encoding in ["content-encoding: gzip\r\n", ""] {
            let body = gzip(&body);
            let head = format!("HTTP/1.1 200 OK\r\n{encoding}content-length: {}\r\n\r\n", body.len());
            let completion = asked(Raw::Keep([head.into_bytes(), body].concat())).await.unwrap();
            assert_eq!(completion.proposal.reply, "Noted.");
        }
    }
    // Also the body of an error.
    let error = gzip(r#"{"error":{"code":"insufficient_quota"}}"#);
    let head = format!("HTTP/1.1 429 X\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", error.len());
    let fault = asked(Raw::Keep([head.into_bytes(), error].concat())).await.unwrap_err();
    assert!(fault.to_string().contains("insufficient_quota"), "{fault}");
}
