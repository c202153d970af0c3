//! The messages of one call: a static prefix that servers can cache, the talk so far, and the question of this turn.

use std::sync::LazyLock;

use job_post::Content;
use regex::Regex;
use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::{Conversation, Line, Rejected, Speaker, llm::schema};

pub(crate) const SYSTEM: &str = include_str!("../prompts/system.md");
pub(crate) const JSON_OBJECT: &str = include_str!("../prompts/json_object.md");
pub(crate) const FENCED_JSON: &str = include_str!("../prompts/fenced_json.md");
const REPAIR: &str = include_str!("../prompts/repair.md");

/// How much room the talk and the answer take in the model's context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    /// Lines of the talk that are sent along.
    lines: usize,
    /// Characters of each of them.
    characters: usize,
    /// Tokens of the answer.
    pub tokens: u32,
}

impl Room {
    /// Space for a long description, for models that think before they write, and for "put it back" ten messages later.
    pub const USUAL: Room = Room { lines: 24, characters: 1_000, tokens: 4_096 };
    /// For a context that the usual did not fit into.
    pub const TIGHT: Room = Room { lines: 4, characters: 250, tokens: 1_024 };
}

/// How much of an unusable answer is shown again, in characters.
const LONGEST_REJECTED: usize = 2_000;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Message {
    pub role: &'static str,
    pub content: String,
}

/// Names the version of everything static that the model is told: hex SHA-256 of the prompts and the schema.
pub fn prompt_hash() -> &'static str {
    static HASH: LazyLock<String> = LazyLock::new(|| {
        let mut hash = Sha256::new();
        for part in [SYSTEM, JSON_OBJECT, FENCED_JSON, REPAIR, &schema::answer().to_string()] {
            hash.update(part);
            hash.update([0]);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    });
    &HASH
}

/// The static texts that are nobody's business. What people say in their examples may be said by anybody, so it is left
/// out.
pub(crate) fn secrets() -> Vec<String> {
    static SAID: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?m)^Message: .*$|"reply":"[^"]*""#).expect("a fixed pattern compiles")
    });
    let texts = [SYSTEM, JSON_OBJECT, FENCED_JSON, REPAIR];
    texts.into_iter().flat_map(|text| SAID.split(text)).map(str::to_owned).collect()
}

/// The messages for a conversation; after an unusable answer also that answer and what was wrong with it.
pub(crate) fn messages(conversation: &Conversation, rejected: Option<&Rejected>, room: Room) -> Vec<Message> {
    messages_marked(conversation, rejected, room, &format!("{:016x}", rand::random::<u64>()))
}

/// The nonce keeps a user from writing the markers: nobody can guess it.
pub(crate) fn messages_marked(
    conversation: &Conversation,
    rejected: Option<&Rejected>,
    room: Room,
    nonce: &str,
) -> Vec<Message> {
    let mut messages = vec![Message { role: "system", content: SYSTEM.to_owned() }];
    messages.extend(told(&conversation.history, room));
    messages.push(Message { role: "user", content: question(conversation, nonce) });
    if let Some(rejected) = rejected {
        let raw = cut(&rejected.raw, LONGEST_REJECTED);
        let empty = raw.trim().is_empty();
        messages.push(if empty { unanswered() } else { Message { role: "assistant", content: raw } });
        messages.push(Message { role: "user", content: REPAIR.replace("{error}", &rejected.error) });
    }
    messages
}

/// The last lines of the talk. User and assistant take turns, beginning with the user: some chat templates refuse
/// anything else.
fn told(history: &[Line], room: Room) -> Vec<Message> {
    let recent = &history[history.len().saturating_sub(room.lines)..];
    let mut messages: Vec<Message> = Vec::new();
    for line in recent.iter().skip_while(|line| line.speaker == Speaker::Agent) {
        let role = if line.speaker == Speaker::User { "user" } else { "assistant" };
        let content = cut(&line.text, room.characters);
        match messages.last_mut() {
            Some(last) if last.role == role && role == "assistant" => {
                last.content = format!("{}\n{content}", last.content);
            }
            Some(last) if last.role == role => messages.extend([unanswered(), Message { role, content }]),
            _ => messages.push(Message { role, content }),
        }
    }
    if messages.last().is_some_and(|last| last.role == "user") {
        messages.push(unanswered());
    }
    messages
}

/// Stands where a turn failed, or where the model wrote nothing.
fn unanswered() -> Message {
    Message { role: "assistant", content: "(no answer)".to_owned() }
}

fn question(conversation: &Conversation, nonce: &str) -> String {
    let mut facts = json!({ "company": conversation.company_name, "fields": fields(&conversation.content) });
    let suggested = fields(&conversation.suggested);
    if !suggested.is_empty() {
        facts["suggested"] = suggested.into();
    }
    if let Some(locale) = &conversation.locale {
        facts["locale"] = json!(locale);
    }
    let message = &conversation.message;
    format!(
        "<job_post_{nonce}>\n{facts}\n</job_post_{nonce}>\n<message_{nonce}>\n{message}\n</message_{nonce}>"
    )
}

/// The fields that hold something, by the names the model uses.
pub fn fields(content: &Content) -> Map<String, Value> {
    let salary = &content.salary;
    let all = json!({
        "title": content.title,
        "department": content.department,
        "experienceLevel": content.experience_level,
        "location": content.location,
        "workType": content.work_type,
        "salaryMin": salary.min.map(|amount| amount.to_string()),
        "salaryMax": salary.max.map(|amount| amount.to_string()),
        "salaryPeriod": salary.period,
        "currency": salary.currency,
        "skills": content.skills,
        "description": content.description,
        "requirements": content.requirements,
        "responsibilities": content.responsibilities,
        "benefits": content.benefits,
        "enableAiInterview": content.enable_ai_interview,
        "isFeatured": content.is_featured,
    });
    let Value::Object(all) = all else {
        return Map::new();
    };
    all.into_iter().filter(|(_, value)| holds_something(value)).collect()
}

fn holds_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    }
}

/// Reads [`question`] back: the facts and the message. What the stand-in model does instead of understanding.
pub(crate) fn read_question(content: &str) -> Option<(Value, &str)> {
    let (nonce, rest) = content.strip_prefix("<job_post_")?.split_once(">\n")?;
    let (facts, rest) = rest.split_once(&format!("\n</job_post_{nonce}>\n<message_{nonce}>\n"))?;
    let message = rest.strip_suffix(&format!("\n</message_{nonce}>"))?;
    Some((serde_json::from_str(facts).ok()?, message))
}

fn cut(text: &str, characters: usize) -> String {
    let mut shown: String = text.chars().take(characters).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
#[path = "prompt_tests.rs"]
mod tests;
