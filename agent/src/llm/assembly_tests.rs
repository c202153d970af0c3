//! Streams as servers really send them.

use serde_json::json;

use super::*;

/// What comes of these events, and what was told.
fn assembled(events: &[&str]) -> (Result<Completion, Fault>, String) {
    let (mut assembly, mut told) = (Assembly::default(), String::new());
    let mut on_text = |text: &str| told.push_str(text);
    for event in events {
        match assembly.take(event.as_bytes(), &mut on_text) {
            Ok(Progress::Going) => {}
            Ok(Progress::Done) => break,
            Err(fault) => return (Err(fault), told),
        }
    }
    (Ok(assembly.completion()), told)
}

fn delta(content: &str) -> String {
    json!({ "choices": [{ "delta": { "content": content } }] }).to_string()
}

#[test]
fn pieces_become_a_completion() {
    let (completion, told) = assembled(&[
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
    assert_eq!(told, "Hi there");
    assert_eq!(super::super::reading::text(&completion), r#"{"updates":[],"reply":"Hi there"}"#);
    assert_eq!(completion.usage.unwrap().tokens(), (7, 3));
    assert_eq!(completion.model.as_deref(), Some("m"));
    assert_eq!(completion.choices.unwrap()[0].finish_reason.as_deref(), Some("stop"));
}

#[test]
fn what_was_withheld_is_known_as_such() {
    let (completion, told) = assembled(&[
        r#"{"choices":[{"delta":{"refusal":"I "}}]}"#,
        r#"{"choices":[{"delta":{"refusal":"can't"}}]}"#,
    ]);
    let message = completion.unwrap().choices.unwrap().remove(0).message.unwrap();
    assert_eq!((message.refusal().as_deref(), told.as_str()), (Some("I can't"), ""));
    let (completion, _) = assembled(&[r#"{"choices":[]}"#]);
    assert_eq!(completion.unwrap().choices.unwrap().len(), 0, "no choice at all");
    assert!(assembled(&[]).0.unwrap().choices.is_none(), "no piece at all");
}

#[test]
fn errors_on_the_way_end_it() {
    let (fault, told) =
        assembled(&[&delta(r#"{"reply":"Hal"#), r#"{"error":{"message":"out of memory","code":500}}"#]);
    assert_eq!(told, "Hal");
    assert_eq!(fault.unwrap_err().to_string(), "the model's answer broke off: out of memory 500");
    for told in [r#"{"error":"boom"}"#, r#"{"object":"error","message":"boom","code":4}"#] {
        let fault = assembled(&[told, "[DONE]"]).0.unwrap_err();
        assert_eq!(fault.to_string(), "the model's answer broke off: boom");
    }
    for mad in ["", "{", "7", r#"{"choices":7}"#, &"[".repeat(10_000), "{\"model\":\"\0\"}"] {
        let Err(Fault::BadOutput(rejected)) = assembled(&[&delta("before"), mad]).0 else {
            panic!("{mad:.40}");
        };
        assert_eq!(rejected.raw, "before");
    }
    let long = delta(&"x".repeat(100 * 1024));
    let Err(Fault::BadOutput(rejected)) = assembled(&[&long, &long, &long]).0 else { panic!() };
    assert_eq!((rejected.error.as_str(), rejected.raw.len()), ("it was far too long", 16 * 1024));
}

#[test]
fn a_leak_is_not_told_while_it_comes() {
    let answer = json!({ "reply": format!("Sure. {}", crate::prompt::SYSTEM) }).to_string();
    let letters: Vec<char> = answer.chars().collect();
    let pieces: Vec<String> =
        letters.chunks(9).map(|piece| delta(&piece.iter().collect::<String>())).collect();
    let (completion, told) = assembled(&pieces.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(completion.is_ok() && told.starts_with("Sure. ") && told.len() < 60, "{told}");
}
