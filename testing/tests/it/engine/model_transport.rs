//! The agent against a model that breaks the rules of its trade: each fault ends as its kind, with nothing kept.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use agent::{Agent, Answer, Conversation, Fault, Settings};
use serde_json::json;
use tests::{Conduct, FaultServer, Then};
use tokio_util::sync::CancellationToken;

const SHORT: Duration = Duration::from_millis(200);
const ANSWER: &str = r#"{"updates":[{"op":"set","field":"title","value":"Cook","quote":"cook"}],"intent":"continue","reply":"Noted."}"#;

fn patient(base_url: String) -> Settings {
    Settings { timeout: Duration::from_secs(20), ..Settings::new(base_url, "a-model") }
}

/// Asks once; also gives what was told meanwhile.
async fn ask(settings: Settings, deadline: Option<Duration>) -> (Result<Answer, Fault>, String) {
    let agent = Agent::new(settings).unwrap();
    let conversation =
        Conversation { message: "We need a cook in Porto".to_owned(), ..Conversation::default() };
    let told = Mutex::new(String::new());
    let deadline = deadline.map(|wait| tokio::time::Instant::now() + wait);
    let mut on_text = |text: &str| told.lock().unwrap().push_str(text);
    let asked = agent.ask(&conversation, None, deadline, &mut on_text).await;
    (asked, told.into_inner().unwrap())
}

async fn fault(conduct: Conduct) -> (Fault, String) {
    let server = FaultServer::start(move |_, _| conduct.clone()).await;
    let (asked, told) = ask(patient(server.base_url()), None).await;
    assert_eq!(server.requests(), 1);
    (asked.unwrap_err(), told)
}

#[tokio::test]
async fn a_slow_model_answers_all_the_same() {
    let pause = Duration::from_millis(5);
    let server = FaultServer::start(move |_, _| Conduct::Well { after: SHORT, pause }).await;
    let (answer, told) = ask(patient(server.base_url()), None).await;
    let answer = answer.unwrap();
    assert_eq!((told, answer.proposal.updates.len()), (answer.proposal.reply, 2));
    assert!(answer.trace.latency_ms >= 200 && answer.trace.prompt_tokens > 0);
}

#[tokio::test]
async fn late_stalling_and_dripping_models_run_out_of_time() {
    let usual = patient(String::new());
    let limits = [
        (Conduct::Silent, Settings { first_byte: SHORT, ..usual.clone() }),
        (Conduct::Silent, Settings { timeout: SHORT, ..usual.clone() }),
        (Conduct::Silent, Settings { timeout: SHORT, stream: false, ..usual.clone() }),
        (Conduct::Half(Then::Stall), Settings { idle: SHORT, ..usual.clone() }),
        (Conduct::Drip(SHORT / 2), Settings { timeout: 8 * SHORT, idle: 4 * SHORT, ..usual }),
    ];
    for (conduct, limited) in limits {
        let name = format!("{conduct:?}");
        let server = FaultServer::start(move |_, _| conduct.clone()).await;
        let started = Instant::now();
        let (asked, _) = ask(Settings { base_url: server.base_url(), ..limited }, None).await;
        assert!(matches!(asked, Err(Fault::Timeout)), "{name}: {asked:?}");
        assert!(started.elapsed() < Duration::from_secs(10), "{name}");
    }
    let server = FaultServer::start(|_, _| Conduct::Drip(SHORT)).await;
    let (asked, _) = ask(patient(server.base_url()), Some(SHORT)).await;
    assert!(matches!(asked, Err(Fault::Timeout)), "the deadline is above all: {asked:?}");
    let (asked, _) = ask(patient(server.base_url()), Some(Duration::ZERO)).await;
    assert!(matches!(asked, Err(Fault::Timeout)), "{asked:?}");
    assert_eq!(server.requests(), 1, "past the deadline nothing is sent");
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_none() {
    for then in [Then::Cut, Then::Reset, Then::End, Then::Error] {
        let (fault, told) = fault(Conduct::Half(then)).await;
        assert!(matches!(fault, Fault::Interrupted(_)) && fault.is_retryable(), "{then:?}: {fault:?}");
        assert_eq!(fault.code(), "llm_overloaded");
        assert!(!told.is_empty(), "{then:?}: the caller was told something that is void now");
    }
    let (fault, _) = fault(Conduct::HangUp).await;
    assert!(matches!(fault, Fault::Overloaded { .. }), "{fault:?}");
}

#[tokio::test]
async fn mad_answers_are_bad_output_and_cost_little() {
    let stream = |data: &[u8]| Conduct::Stream([b"data: ", data, b"\n\ndata: [DONE]\n\n"].concat());
    let nested = "[".repeat(10_000);
    let huge = vec![b'x'; 10 * 1024 * 1024];
    let piece = json!({ "choices": [{ "delta": { "content": "x".repeat(1_000) } }] });
    let many = format!("data: {piece}\n\n").repeat(10_000).into_bytes();
    let mad = [
        ("nothing", Conduct::Whole(Vec::new())),
        ("a page", Conduct::Whole(b"<html>".to_vec())),
        ("10 MB", Conduct::Whole(huge.clone())),
        ("10 MB, one event", stream(&huge)),
        ("10 MB, many events", Conduct::Stream(many)),
        ("10 MB of silence", Conduct::Stream(b": hm\n\n".repeat(2_000_000))),
        ("nesting", Conduct::Whole(format!("{{\"choices\":{nested}").into_bytes())),
        ("nesting in a stream", stream(nested.as_bytes())),
        ("nesting in the answer", Conduct::says(&format!("{{\"updates\":{nested}"), "stop")),
        ("half of it", stream(b"{\"choices\":[{\"delta\":{\"con")),
        ("wrong types", stream(b"{\"choices\":7}")),
        ("wrong types in the answer", Conduct::says(r#"{"updates":{},"reply":"Ok"}"#, "stop")),
        ("invalid UTF-8", Conduct::Whole(b"{\"choices\":[{\"message\":{\"content\":\"\xff\"}}]}".to_vec())),
        ("invalid UTF-8 in a stream", stream(b"{\"choices\":[{\"delta\":{\"content\":\"\xc3\"}}]}")),
        ("NUL", stream(b"{\"choices\":[{\"delta\":{\"content\":\"\0\"}}]}")),
        ("NUL in the answer", Conduct::says("{\"reply\":\"\0\"}", "stop")),
        ("no piece", Conduct::Stream(b"data: [DONE]\n\n".to_vec())),
        ("chatter", Conduct::says("I would rather chat.", "stop")),
        ("cut before the first update", Conduct::says(r#"{"updates":[{"op":"se"#, "length")),
    ];
    for (name, conduct) in mad {
        let started = Instant::now();
        let (fault, _) = fault(conduct).await;
        let Fault::BadOutput(rejected) = &fault else { panic!("{name}: {fault:?}") };
        assert!(rejected.raw.len() <= 16 * 1024 && !rejected.raw.contains('\0'), "{name}");
        assert!(started.elapsed() < Duration::from_secs(5), "{name}: {:?}", started.elapsed());
    }
}

#[tokio::test]
async fn other_ends_have_their_own_outcome() {
    let cut = ANSWER.split_once("}]").unwrap().0.to_owned() + "},{\"op\":\"set\",\"fie";
    let refusal = json!({ "choices": [{ "delta": { "refusal": "I can't." } }] });
    let of = |data: &str| Conduct::Stream(format!("data: {data}\n\ndata: [DONE]\n\n").into_bytes());
    let ends = [
        (Conduct::says(ANSWER, "stop"), 1, None),
        (Conduct::says(&cut, "length"), 1, None),
        (Conduct::says("{\"upd", "content_filter"), 0, Some("content_filter")),
        (of(&refusal.to_string()), 0, Some("refusal")),
        (of(r#"{"choices":[]}"#), 0, Some("empty")),
        (Conduct::says(r#"{"reply":"a\u0000b"}"#, "stop"), 0, None),
    ];
    for (conduct, updates, flag) in ends {
        let name = format!("{conduct:?}");
        let server = FaultServer::start(move |_, _| conduct.clone()).await;
        let answer = ask(patient(server.base_url()), None).await.0.unwrap();
        assert_eq!((answer.proposal.updates.len(), answer.trace.flag), (updates, flag), "{name}");
        assert!(!answer.proposal.reply.is_empty() && !answer.proposal.reply.contains('\0'), "{name}");
    }
}

#[tokio::test]
async fn a_server_that_asks_for_patience_is_heard() {
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
        let (fault, _) = fault(Conduct::Status(status, headers, "later".to_owned())).await;
        assert_eq!(fault.retry_after(), Some(Duration::from_millis(wait)), "{status}: {fault:?}");
    }
}

#[tokio::test]
async fn connections_are_used_again() {
    let server = FaultServer::start(|_, _| Conduct::WELL).await;
    let agent = Agent::new(patient(server.base_url())).unwrap();
    for _ in 0..20 {
        agent.ask(&Conversation::default(), None, None, &mut |_| {}).await.unwrap();
    }
    assert_eq!(server.requests(), 20);
    assert!(server.connections() <= 5, "{} connections", server.connections());
}

#[tokio::test]
async fn the_built_in_model_streams() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let shutdown = CancellationToken::new();
    let serving = tokio::spawn(postwright::standin::serve(listener, shutdown.clone()));
    let (answer, told) = ask(patient(base_url), None).await;
    assert_eq!(told, answer.unwrap().proposal.reply);
    shutdown.cancel();
    serving.await.unwrap().unwrap();
}
