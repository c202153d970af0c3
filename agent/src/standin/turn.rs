//! What a request tells: the job post so far, what was said, and the message to answer.

use job_post::Language;
use serde_json::{Map, Value};

use super::magic;
use crate::prompt;

pub(super) struct Turn {
    pub message: String,
    fields: Map<String, Value>,
    /// The user's earlier messages, oldest first.
    pub earlier: Vec<String>,
    pub last_reply: String,
    /// All of our replies that the request holds, oldest first.
    pub replies: Vec<String>,
    pub language: Language,
}

impl Turn {
    /// Reads a chat-completions request. Without our markers the whole last user message is the message.
    pub fn of(request: &Value) -> Turn {
        let lines = lines(request);
        let at = place_of_message(&lines);
        let last = lines.get(at).map(|(_, text)| text.as_str()).unwrap_or_default();
        let (facts, message) = prompt::read_question(last).unwrap_or((Value::Null, last));
        let (_, message) = magic::split(message);
        let said = |who: &str| -> Vec<String> {
            let before = lines.iter().take(at).filter(|(role, _)| *role == who);
            before.map(|(_, text)| magic::split(text).1.to_owned()).collect()
        };
        let earlier = said("user");
        let replies = said("assistant");
        let texts = std::iter::once(message).chain(earlier.iter().rev().map(String::as_str));
        Turn {
            language: Language::of(texts, facts["locale"].as_str()),
            message: message.to_owned(),
            fields: facts["fields"].as_object().cloned().unwrap_or_default(),
            last_reply: replies.last().cloned().unwrap_or_default(),
            replies,
            earlier,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    pub fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// A text field; empty if unknown.
    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    pub fn list(&self, field: &str) -> Vec<&str> {
        let items = self.fields.get(field).and_then(Value::as_array);
        items.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    pub fn flag(&self, field: &str) -> bool {
        self.fields.get(field).and_then(Value::as_bool).unwrap_or(false)
    }

    pub fn has_skill(&self, skill: &str) -> bool {
        self.list("skills").iter().any(|it| it.to_lowercase() == skill.to_lowercase())
    }
}

/// The message to answer as it was written.
pub(super) fn message(request: &Value) -> String {
    let lines = lines(request);
    let last = lines.get(place_of_message(&lines)).map(|(_, text)| text.as_str()).unwrap_or_default();
    prompt::read_question(last).map_or(last, |(_, message)| message).to_owned()
}

/// Behind it there may be an answer of ours and a request to repair it.
fn place_of_message(lines: &[(&str, String)]) -> usize {
    let question =
        lines.iter().rposition(|(role, text)| *role == "user" && prompt::read_question(text).is_some());
    question.or_else(|| lines.iter().rposition(|(role, _)| *role == "user")).unwrap_or(0)
}

fn lines(request: &Value) -> Vec<(&str, String)> {
    let messages = request["messages"].as_array().map(Vec::as_slice).unwrap_or_default();
    messages
        .iter()
        .map(|message| (message["role"].as_str().unwrap_or_default(), content(&message["content"])))
        .collect()
}

/// Text, or the parts of it.
fn content(content: &Value) -> String {
    match content {
        Value::Array(parts) => parts.iter().filter_map(|part| part["text"].as_str()).collect(),
        _ => content.as_str().unwrap_or_default().to_owned(),
    }
}
