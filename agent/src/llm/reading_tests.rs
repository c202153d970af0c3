//! Responses of real servers and models, and how they are read.

use job_post::{Language, Op};
use serde_json::json;

use super::{
    chat_completion::ChatCompletion,
    reading::{Reading, read},
};
use crate::phrases::{Phrase, phrase};

fn completion(content: serde_json::Value, finish_reason: &str) -> ChatCompletion {
    serde_json::from_value(json!({
        "choices": [{ "message": { "content": content }, "finish_reason": finish_reason }],
    }))
    .unwrap()
}

fn of(text: &str) -> Result<Reading, String> {
    read(&completion(json!(text), "stop"), Language::English)
}

/// `op field=value`, and the reply.
fn shown(reading: &Reading) -> String {
    let updates = reading.proposal.updates.iter().map(|it| {
        let op = match it.op {
            Op::Set => "set",
            Op::Add => "add",
            Op::Remove => "remove",
            Op::Clear => "clear",
        };
        format!("{op} {}={}", json!(it.field).as_str().unwrap(), it.value)
    });
    format!("{} | {}", updates.collect::<Vec<_>>().join(", "), reading.proposal.reply)
}

#[test]
fn any_readable_form_is_read() {
    let cases = [
        (r#"{"updates":[],"intent":"continue","reply":"Hi"}"#, " | Hi"),
        (r#"<think>{"reply":"no"}</think> {"updates":[],"reply":" Hi "}"#, " | Hi"),
        ("Sure!\n```json\n{\"reply\":\"Hi\"}\n```\nAnything else?", " | Hi"),
        (r#"{"note":1} {"reply":"Hi"}"#, " | Hi"),
        (r#"{"reply":"Hi","extra":{"a":[1]},"intent":"CONTINUE"}"#, " | Hi"),
        (
            r#"{"updates":[{"op":"set","field":"salaryMin","value":85000,"quote":"85k","why":"x"}],"reply":"Ok"}"#,
            "set salaryMin=85000 | Ok",
        ),
        (
            r#"{"updates":[{"field":"enable_ai_interview","value":true}],"reply":"Ok"}"#,
            "set enableAiInterview=true | Ok",
        ),
        (
            r#"{"updates":[{"op":"set","field":"skills","value":["Rust","Go",null]}],"reply":"Ok"}"#,
            "add skills=Rust, add skills=Go | Ok",
        ),
        (r#"{"updates":[{"op":"clear","field":"salaryMax"}],"reply":"Ok"}"#, "clear salaryMax= | Ok"),
        (
            r#"{"updates":[7,{"op":"eat","field":"title","value":"x"},{"op":"set","field":"colour","value":"red"},
               {"op":"set","field":"title","value":null},{"op":"set","field":"title","value":"Cook\u0000"}],"reply":"Ok"}"#,
            "set title=Cook | Ok",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(of(text).as_ref().map(shown), Ok(expected.to_owned()), "{text}");
    }
    assert_eq!(of(r#"{"updates":[1,2],"reply":"Ok"}"#).map(|reading| reading.dropped), Ok(2));
}

#[test]
fn near_json_is_mended() {
    let update = r#"{"op":"set","field":"title","value":"Cook","quote":"cook"}"#;
    let answer = format!(r#"{{"updates":[{update}],"intent":"continue","reply":"Hi"}}"#);
    let encoded = json!(answer).to_string();
    for text in [
        answer.replace("}],", "},],"),
        answer.replace("\"Hi\"}", "\"Hi\",}"),
        encoded.clone(),
        format!("```json\n{encoded}\n```"),
        answer.replace(update, &json!(update).to_string()),
        json!({ "updates": format!("[{update}]"), "reply": "Hi" }).to_string(),
    ] {
        assert_eq!(of(&text).as_ref().map(shown), Ok("set title=Cook | Hi".to_owned()), "{text}");
    }
    assert_eq!(of("{\"updates\":[],\"reply\":\"one\n\ttwo\"}").unwrap().proposal.reply, "one\n\ttwo");
}

#[test]
fn of_several_answers_the_last_counts() {
    let draft = r#"{"updates":[],"reply":"draft"}"#;
    let last = r#"{"updates":[],"reply":"last"}"#;
    for text in [
        format!("{draft} no, better: {last}"),
        format!("<think>{draft}</think>{last}"),
        format!("<think>{draft} {last}</think>\n"),
        format!(
            "<|channel|>analysis<|message|>{draft}<|end|><|start|>assistant<|channel|>final<|message|>{last}"
        ),
        format!("{draft}<|channel|>final<|message|>{last}<|return|>"),
        r#"{"updates":[],"reply":"last","note":{"reply":"draft"}}"#.to_owned(),
        r#"{"updates":[],"note":"</think> {\"reply\":\"draft\"}","reply":"last"}"#.to_owned(),
        r#"{"name":"job_post_turn","arguments":{"updates":[],"reply":"last"}}"#.to_owned(),
    ] {
        assert_eq!(of(&text).unwrap().proposal.reply, "last", "{text}");
    }
    assert!(of(&format!("<think>{draft}</think> I would rather chat.")).is_err());
}

#[test]
fn an_answer_without_content_stands_elsewhere() {
    let answer = r#"{"updates":[],"reply":"Hi"}"#;
    for message in [
        json!({ "content": null, "reasoning_content": format!("Let me see: {answer}") }),
        json!({ "content": "", "reasoning": answer }),
        json!({ "content": " \n", "reasoning_content": "hm", "tool_calls": [{ "function": { "arguments": answer } }] }),
        json!({ "content": "I note the title.", "tool_calls": [{ "function": { "arguments": answer } }] }),
        json!({ "tool_calls": [{ "function": { "arguments": { "updates": [], "reply": "Hi" } } }] }),
    ] {
        let completion = serde_json::from_value(json!({ "choices": [{ "message": message }] })).unwrap();
        assert_eq!(read(&completion, Language::English).unwrap().proposal.reply, "Hi", "{message}");
    }
    let thought = json!({ "reasoning": answer, "content": "I would rather chat." });
    let completion = serde_json::from_value(json!({ "choices": [{ "message": thought }] })).unwrap();
    assert!(read(&completion, Language::English).is_err());
    let unfinished =
        json!({ "reasoning": r#"{"updates":[{"op":"set","field":"title","value":"Cook"},{"#, "content": "" });
    let completion =
        serde_json::from_value(json!({ "choices": [{ "message": unfinished, "finish_reason": "length" }] }))
            .unwrap();
    assert!(read(&completion, Language::English).is_err());
}

#[test]
fn an_unusable_answer_has_an_error() {
    let nested = "[".repeat(10_000);
    let cases = [
        ("", "it was empty"),
        ("I would rather chat.", "no JSON object"),
        (r#"{"updates":[{"op":"set","#, "no JSON object"),
        (&format!("{{\"updates\":{nested}"), "no JSON object"),
        (r#"{"updates":[],"intent":"continue"}"#, "`reply` was empty"),
        (r#"{"updates":[],"intent":"continue","reply":"  "}"#, "`reply` was empty"),
        (r#"{"updates":{"title":"Cook"},"reply":"Ok"}"#, "`updates` must be"),
        (r#"{"updates":[],"intent":4,"reply":"Ok"}"#, "`intent` must be"),
        (r#"{"updates":[],"reply":["Ok"]}"#, "`reply` must be"),
    ];
    for (text, expected) in cases {
        let error = of(text).unwrap_err();
        assert!(error.contains(expected), "{text:.40}: {error}");
    }
}

#[test]
fn content_may_be_parts_or_null() {
    let parts = json!([{ "type": "text", "text": "{\"reply\":" }, { "type": "text", "text": "\"Hi\"}" }]);
    let reading = read(&completion(parts, "stop"), Language::English).unwrap();
    assert_eq!(reading.proposal.reply, "Hi");
    assert!(read(&completion(json!(null), "stop"), Language::English).is_err());
}

#[test]
fn a_cut_answer_keeps_its_complete_updates() {
    let cut = r#"{"updates":[{"op":"set","field":"title","value":"Cook","quote":"cook"},{"op":"set","fie"#;
    let reading = read(&completion(json!(cut), "length"), Language::German).unwrap();
    assert_eq!(shown(&reading), format!("set title=Cook | {}", phrase(Language::German, Phrase::NotedThat)));
    assert!(read(&completion(json!("{\"updates\":[{"), "length"), Language::German).is_err());
}

#[test]
fn a_refusal_asks_the_user_to_rephrase() {
    let flag = |completion: serde_json::Value| {
        let reading = read(&serde_json::from_value(completion).unwrap(), Language::English).unwrap();
        assert!(reading.proposal.updates.is_empty() && !reading.proposal.reply.is_empty());
        reading.flag
    };
    assert_eq!(flag(json!({ "choices": [] })), Some("empty"));
    assert_eq!(
        flag(json!({ "choices": [{ "finish_reason": "content_filter", "message": { "content": null } }] })),
        Some("content_filter")
    );
    assert_eq!(
        flag(json!({ "choices": [{ "message": { "content": null, "refusal": "I can't." } }] })),
        Some("refusal")
    );
    let part = json!([{ "type": "refusal", "refusal": "I can't." }]);
    assert_eq!(flag(json!({ "choices": [{ "message": { "content": part } }] })), Some("refusal"));
}
