//! The preview equals the reply of the complete answer.

use job_post::Language;
use serde_json::json;

use super::*;
use crate::llm::{chat_completion::ChatCompletion, reading};

/// The preview of an answer that arrives in pieces of `size` characters.
fn preview(answer: &str, size: usize) -> String {
    let mut scanner = ReplyScanner::default();
    let characters: Vec<char> = answer.chars().collect();
    characters.chunks(size).map(|piece| scanner.push(&piece.iter().collect::<String>())).collect()
}

fn read(answer: &str) -> String {
    let completion: ChatCompletion =
        serde_json::from_value(json!({ "choices": [{ "message": { "content": answer } }] })).unwrap();
    reading::read(&completion, Language::English).unwrap().proposal.reply
}

#[test]
fn the_preview_equals_the_reply() {
    let answers = [
        r#"{"updates":[],"intent":"continue","reply":"Noted. Where is it?"}"#,
        r#"{"reply":"First of all","updates":[{"field":"title","value":"a } ] \" b"}],"intent":"continue"}"#,
        r#"{"updates":[{"op":"set","field":"title","value":"x","reply":"not this"}],"reply":"this"}"#,
        r#"{"reply":"  \n Two\n\nlines,\ta tab \u00e9\u4e2d \ud83d\ude00 \\ \/ \" \r\b\f\u0007end \n "}"#,
        r#"{"reply":"éß中😀 as they are   "}"#,
        "<think>{\"reply\":\"no <b>\"} </thin</think>\n{\"updates\":[],\"reply\":\"yes\"}",
        "Sure!\n```json\n{\"updates\": [ ],\n \"intent\" : \"continue\" , \"reply\" : \"Hi\" }\n```\nAnything {else}?",
        r#"{"note":1} {"intent":"eat","reply":"Hi"}"#,
        r#"{"a very long key, longer than any of ours":"reply","x":["reply"],"reply":"Hi"}"#,
    ];
    for answer in answers {
        for size in 1..=answer.chars().count() {
            assert_eq!(preview(answer, size), read(answer), "{answer} in pieces of {size}");
        }
    }
}

#[test]
fn a_final_intent_has_no_preview() {
    for intent in ["finalize", " RESET", "undo"] {
        let answer = json!({ "updates": [], "intent": intent, "reply": "Done!" }).to_string();
        assert_eq!(preview(&answer, 3), "");
    }
}

#[test]
fn broken_answers_have_no_preview() {
    let nested = "[".repeat(10_000);
    let broken = [
        "",
        "}}]]",
        "I'd rather chat",
        r#"{"reply":{"reply":"no"}}"#,
        r#"{"reply":7,"#,
        r#"{"updates":"\u12"#,
        &format!("{{\"updates\":{nested}\"reply\":\"no\""),
        r#"{"reply":"\ud83d"}"#,
    ];
    for answer in broken {
        assert_eq!(preview(answer, 7), "", "{answer:.40}");
    }
    assert_eq!(preview(r#"{"reply":"\ud83dx\ude00y\uzzzz"}"#, 1), "xy", "half characters are left out");
}
