//! Streams of real servers.

use serde_json::json;

use super::*;

/// The response of these events, and the preview.
fn assembled(events: &[&str]) -> (Result<ChatCompletion, Fault>, String) {
    let (mut assembly, mut shown) = (Assembly::default(), String::new());
    let mut on_text = |text: &str| shown.push_str(text);
    for event in events {
        match assembly.take(event.as_bytes(), &mut on_text) {
            Ok(Progress::Going) => {}
            Ok(Progress::Done) => break,
            Err(Failed::Fault(fault)) => return (Err(fault), shown),
            Err(Failed::Refused(refusal)) => return (Err(refusal.fault()), shown),
        }
    }
    (Ok(assembly.completion()), shown)
}

fn delta(content: &str) -> String {
    json!({ "choices": [{ "delta": { "content": content } }] }).to_string()
}

#[test]
fn chunks_become_a_response() {
    let (completion, shown) = assembled(&[
        r#"{"choices":[],"prompt_filter_results":[{}],"model":""}"#,
        r#"{"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":null}}],"usage":null}"#,
        &delta(r#"{"updates":[],"re"#),
        r#"{"choices":[{"delta":{"reasoning_content":"hm"}}]}"#,
        r#"{"choices":[{"delta":{"content":[{"type":"text","text":"ply\":\"Hi"}]},"finish_reason":null}]}"#,
        &delta(r#" there"}"#),
        r#"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#,
        r#"{"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3}}"#,
        "[DONE]",
        "never read",
    ]);
    let completion = completion.unwrap();
    assert_eq!(shown, "Hi there");
    assert_eq!(super::super::reading::text(&completion), r#"{"updates":[],"reply":"Hi there"}"#);
    assert_eq!(completion.usage.unwrap().tokens(), (7, 3));
    assert_eq!(completion.model.as_deref(), Some("m"));
    assert_eq!(completion.choices.unwrap()[0].finish_reason.as_deref(), Some("stop"));
}

#[test]
fn a_refusal_is_recognised() {
    let (completion, shown) = assembled(&[
        r#"{"choices":[{"delta":{"refusal":"I "}}]}"#,
        r#"{"choices":[{"delta":{"refusal":"can't"}}]}"#,
    ]);
    let message = completion.unwrap().choices.unwrap().remove(0).message.unwrap();
    assert_eq!((message.refusal().as_deref(), shown.as_str()), (Some("I can't"), ""));
    let (completion, _) = assembled(&[r#"{"choices":[]}"#]);
    assert_eq!(completion.unwrap().choices.unwrap().len(), 0, "no choice at all");
    assert!(assembled(&[]).0.unwrap().choices.is_none(), "no piece at all");
}

#[test]
fn an_error_in_the_stream_ends_it() {
    let (fault, shown) =
        assembled(&[&delta(r#"{"reply":"Hal"#), r#"{"error":{"message":"out of memory","code":500}}"#]);
    assert_eq!(shown, "Hal");
    assert_eq!(
        fault.unwrap_err().to_string(),
        "the model's answer broke off: the server reported an error 500"
    );
    for shown in [r#"{"error":"boom"}"#, r#"{"object":"error","message":"boom","code":4}"#] {
        let fault = assembled(&[shown, "[DONE]"]).0.unwrap_err();
        assert_eq!(fault.to_string(), "the model's answer broke off: the server reported an error");
    }
    for broken in ["{", r#"{"choices":7}"#, "{\"model\":\"\0\"}"] {
        let Err(Fault::BadOutput(rejected)) = assembled(&[&delta("before"), broken]).0 else {
            panic!("{broken:.40}");
        };
        assert_eq!(rejected.raw, "before");
    }
    let long = delta(&"x".repeat(100 * 1024));
    let Err(Fault::BadOutput(rejected)) = assembled(&[&long, &long, &long]).0 else { panic!() };
    assert_eq!((rejected.error.as_str(), rejected.raw.len()), ("it was far too long", 16 * 1024));
}

#[test]
fn pings_and_odd_types_are_ignored() {
    let (completion, shown) = assembled(&[
        "ping",
        "7",
        "",
        &"[".repeat(10_000),
        r#"{"type":"ping"}"#,
        r#"{"model":7,"usage":"none","created":"soon","choices":[{"delta":{"content":"","refusal":{}},"finish_reason":""}]}"#,
        &delta(r#"{"reply":"Hi"}"#),
        r#"{"model":"","usage":{"prompt_tokens":"7","completion_tokens":3.0},"choices":[{"delta":null,"finish_reason":"stop"}]}"#,
    ]);
    let completion = completion.unwrap();
    assert_eq!((shown.as_str(), completion.model.as_deref()), ("Hi", None));
    assert_eq!(completion.usage.unwrap().tokens(), (7, 3));
}

#[test]
fn an_error_before_any_text_refuses_the_request() {
    let mut assembly = Assembly::default();
    let started = r#"{"choices":[{"delta":{"role":"assistant","content":""}}]}"#;
    assert!(assembly.take(started.as_bytes(), &mut |_| {}).is_ok());
    let error = br#"[{"error":{"message":"prompt is too long","code":400}}]"#;
    let Err(Failed::Refused(refusal)) = assembly.take(error, &mut |_| {}) else { panic!() };
    assert!(refusal.is_overflow() && refusal.is_bad_request());
}

#[test]
fn thoughts_and_arguments_are_kept_apart() {
    let (completion, shown) = assembled(&[
        r#"{"choices":[{"delta":{"reasoning":"hm "}}]}"#,
        r#"{"choices":[{"delta":{"reasoning":"so"}}]}"#,
        r#"{"choices":[{"delta":{"tool_calls":[{"index":1,"function":{"arguments":"no"}}]}}]}"#,
        r#"{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"x","arguments":"{\"rep"}}]}}]}"#,
        r#"{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"ly\":1}"}}]}}]}"#,
    ]);
    let message = completion.unwrap().choices.unwrap().remove(0).message.unwrap();
    assert_eq!((message.thoughts(), message.arguments().as_str()), ("hm so", r#"{"reply":1}"#));
    assert!(shown.is_empty());
    let mut assembly = Assembly::default();
    (0..10).for_each(|_| assembly.think(&"é".repeat(30_000)));
    assert!(assembly.thoughts.len() <= 2 * LONGEST_THOUGHTS);
}

#[test]
fn a_leak_is_not_shown() {
    let answer = json!({ "reply": format!("Sure. {}", crate::prompt::SYSTEM) }).to_string();
    let letters: Vec<char> = answer.chars().collect();
    let pieces: Vec<String> =
        letters.chunks(9).map(|piece| delta(&piece.iter().collect::<String>())).collect();
    let (completion, shown) = assembled(&pieces.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(completion.is_ok() && shown.starts_with("Sure. ") && shown.len() < 60, "{shown}");
}
