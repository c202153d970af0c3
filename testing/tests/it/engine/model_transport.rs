//! The LLM client against a faulty server: each fault has its kind, and nothing of the response is kept.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use agent::{Agent, Completion, Conversation, Fault, Settings};
use serde_json::json;
use tests::{Behaviour, FaultServer, Step};
use tokio_util::sync::CancellationToken;

const SHORT: Duration = Duration::from_millis(200);
const ANSWER: &str = r#"{"updates":[{"op":"set","field":"title","value":"Cook","quote":"cook"}],"intent":"continue","reply":"Noted."}"#;

/// Settings with a long timeout.
fn settings(base_url: String) -> Settings {
    Settings { timeout: Duration::from_secs(20), ..Settings::new(base_url, "a-model") }
}

/// Makes one call; also returns the text that was streamed.
async fn call(settings: Settings, deadline: Option<Duration>) -> (Result<Completion, Fault>, String) {
    let agent = Agent::new(settings).unwrap();
    let conversation =
        Conversation { message: "We need a cook in Porto".to_owned(), ..Conversation::default() };
    let streamed = Mutex::new(String::new());
    let deadline = deadline.map(|wait| tokio::time::Instant::now() + wait);
    let mut on_text = |text: &str| streamed.lock().unwrap().push_str(text);
    let result = agent.ask(&conversation, None, deadline, &mut on_text).await;
    (result, streamed.into_inner().unwrap())
}

async fn fault(behaviour: Behaviour) -> (Fault, String) {
    let server = FaultServer::start(move |_, _| behaviour.clone()).await;
    let (result, streamed) = call(settings(server.base_url()), None).await;
    assert_eq!(server.requests(), 1);
    (result.unwrap_err(), streamed)
}

#[tokio::test]
async fn a_slow_response_within_the_timeouts_is_used() {
    let pause = Duration::from_millis(5);
    let server = FaultServer::start(move |_, _| Behaviour::Well { after: SHORT, pause }).await;
    let (answer, streamed) = call(settings(server.base_url()), None).await;
    let answer = answer.unwrap();
    assert_eq!((streamed, answer.proposal.updates.len()), (answer.proposal.reply, 2));
    assert!(answer.trace.latency_ms >= 200 && answer.trace.prompt_tokens > 0);
}

#[tokio::test]
async fn late_stalled_and_dripping_responses_time_out() {
    let usual = settings(String::new());
    let limits = [
        (Behaviour::Silent, Settings { first_byte: SHORT, ..usual.clone() }),
        (Behaviour::Silent, Settings { timeout: SHORT, ..usual.clone() }),
        (Behaviour::Silent, Settings { timeout: SHORT, stream: false, ..usual.clone() }),
        (Behaviour::Half(Step::Stall), Settings { idle: SHORT, ..usual.clone() }),
        (Behaviour::Drip(SHORT / 2), Settings { timeout: 8 * SHORT, idle: 4 * SHORT, ..usual }),
    ];
    for (behaviour, limited) in limits {
        let name = format!("{behaviour:?}");
        let server = FaultServer::start(move |_, _| behaviour.clone()).await;
        let started = Instant::now();
        let (result, _) = call(Settings { base_url: server.base_url(), ..limited }, None).await;
        assert!(matches!(result, Err(Fault::Timeout)), "{name}: {result:?}");
        assert!(started.elapsed() < Duration::from_secs(10), "{name}");
    }
    let server = FaultServer::start(|_, _| Behaviour::Drip(SHORT)).await;
    let (result, _) = call(settings(server.base_url()), Some(SHORT)).await;
    assert!(matches!(result, Err(Fault::Timeout)), "the deadline limits all other timeouts: {result:?}");
    let (result, _) = call(settings(server.base_url()), Some(Duration::ZERO)).await;
    assert!(matches!(result, Err(Fault::Timeout)), "{result:?}");
    assert_eq!(server.requests(), 1, "no request is sent after the deadline");
}

#[tokio::test]
async fn a_response_that_breaks_off_is_an_error() {
    for step in [Step::Cut, Step::Reset, Step::End, Step::Error] {
        let (fault, streamed) = fault(Behaviour::Half(step)).await;
        assert!(matches!(fault, Fault::Interrupted(_)) && fault.is_retryable(), "{step:?}: {fault:?}");
        assert_eq!(fault.code(), "llm_overloaded");
        assert!(!streamed.is_empty(), "{step:?}: text was streamed before the fault");
    }
    let (fault, _) = fault(Behaviour::HangUp).await;
    assert!(matches!(fault, Fault::Overloaded { .. }), "{fault:?}");
}

#[tokio::test]
async fn malformed_responses_are_bad_output_and_use_little_memory() {
    let stream = |data: &[u8]| Behaviour::Stream([b"data: ", data, b"\n\ndata: [DONE]\n\n"].concat());
    let nested = "[".repeat(10_000);
    let huge = vec![b'x'; 10 * 1024 * 1024];
    let piece = json!({ "choices": [{ "delta": { "content": "x".repeat(1_000) } }] });
    let many = format!("data: {piece}\n\n").repeat(10_000).into_bytes();
    let malformed = [
        ("nothing", Behaviour::Whole(Vec::new())),
        ("a page", Behaviour::Whole(b"<html>".to_vec())),
        ("10 MB", Behaviour::Whole(huge.clone())),
        ("10 MB, one event", stream(&huge)),
        ("10 MB, many events", Behaviour::Stream(many)),
        ("10 MB of silence", Behaviour::Stream(b": hm\n\n".repeat(2_000_000))),
        ("nesting", Behaviour::Whole(format!("{{\"choices\":{nested}").into_bytes())),
        ("nesting in a stream", stream(nested.as_bytes())),
        ("nesting in the completion", Behaviour::completion(&format!("{{\"updates\":{nested}"), "stop")),
        ("half of it", stream(b"{\"choices\":[{\"delta\":{\"con")),
        ("wrong types", stream(b"{\"choices\":7}")),
        ("wrong types in the completion", Behaviour::completion(r#"{"updates":{},"reply":"Ok"}"#, "stop")),
        ("invalid UTF-8", Behaviour::Whole(b"{\"choices\":[{\"message\":{\"content\":\"\xff\"}}]}".to_vec())),
        ("invalid UTF-8 in a stream", stream(b"{\"choices\":[{\"delta\":{\"content\":\"\xc3\"}}]}")),
        ("NUL", stream(b"{\"choices\":[{\"delta\":{\"content\":\"\0\"}}]}")),
        ("NUL in the completion", Behaviour::completion("{\"reply\":\"\0\"}", "stop")),
        ("no piece", Behaviour::Stream(b"data: [DONE]\n\n".to_vec())),
        ("chatter", Behaviour::completion("I would rather chat.", "stop")),
        ("cut before the first update", Behaviour::completion(r#"{"updates":[{"op":"se"#, "length")),
    ];
    for (name, behaviour) in malformed {
        let started = Instant::now();
        let (fault, _) = fault(behaviour).await;
        let Fault::BadOutput(rejected) = &fault else { panic!("{name}: {fault:?}") };
        assert!(rejected.raw.len() <= 16 * 1024 && !rejected.raw.contains('\0'), "{name}");
        assert!(started.elapsed() < Duration::from_secs(5), "{name}: {:?}", started.elapsed());
    }
}

#[tokio::test]
async fn each_finish_reason_has_its_outcome() {
    let cut = ANSWER.split_once("}]").unwrap().0.to_owned() + "},{\"op\":\"set\",\"fie";
    let refusal = json!({ "choices": [{ "delta": { "refusal": "I can't." } }] });
    let of = |data: &str| Behaviour::Stream(format!("data: {data}\n\ndata: [DONE]\n\n").into_bytes());
    let ends = [
        (Behaviour::completion(ANSWER, "stop"), 1, None),
        (Behaviour::completion(&cut, "length"), 1, None),
        (Behaviour::completion("{\"upd", "content_filter"), 0, Some("content_filter")),
        (of(&refusal.to_string()), 0, Some("refusal")),
        (of(r#"{"choices":[]}"#), 0, Some("empty")),
        (Behaviour::completion(r#"{"reply":"a\u0000b"}"#, "stop"), 0, None),
    ];
    for (behaviour, updates, flag) in ends {
        let name = format!("{behaviour:?}");
        let server = FaultServer::start(move |_, _| behaviour.clone()).await;
        let answer = call(settings(server.base_url()), None).await.0.unwrap();
        assert_eq!((answer.proposal.updates.len(), answer.trace.flag), (updates, flag), "{name}");
        assert!(!answer.proposal.reply.is_empty() && !answer.proposal.reply.contains('\0'), "{name}");
    }
}

#[tokio::test]
async fn retry_after_of_the_model_is_honoured() {
    let statuses = [
        (429, "retry-after: 7\r\n", 7_000),
        (503, "retry-after-ms: 250\r\n", 250),
        (529, "retry-after: 3600\r\n", 60_000),
        (
            502,
            "date: Sun, 22 Nov 2026 10:00:00 GMT\r\nretry-after: Sun, 22 Nov 2026 10:00:20 GMT\r\n",
            20_000,
        ),
    ];
    for (status, headers, wait) in statuses {
        let (fault, _) = fault(Behaviour::Status(status, headers, "later".to_owned())).await;
        assert_eq!(fault.retry_after(), Some(Duration::from_millis(wait)), "{status}: {fault:?}");
    }
}

#[tokio::test]
async fn connections_are_reused() {
    let server = FaultServer::start(|_, _| Behaviour::WELL).await;
    let agent = Agent::new(settings(server.base_url())).unwrap();
    for _ in 0..20 {
        agent.ask(&Conversation::default(), None, None, &mut |_| {}).await.unwrap();
    }
    assert_eq!(server.requests(), 20);
    assert!(server.connections() <= 5, "{} connections", server.connections());
}

#[tokio::test]
async fn the_stand_in_streams() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let shutdown = CancellationToken::new();
    let serving = tokio::spawn(standin::serve(listener, shutdown.clone()));
    let (answer, streamed) = call(settings(base_url), None).await;
    assert_eq!(streamed, answer.unwrap().proposal.reply);
    shutdown.cancel();
    serving.await.unwrap().unwrap();
}
