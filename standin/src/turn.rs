//! The turn to answer: the job post so far, the conversation, and the new message.

use std::collections::HashSet;

use job_post::Language;
use serde_json::{Map, Value};

use crate::{
    fault_injection,
    request::{self, lines, message_index},
};

/// A chat-completions request, read.
pub(crate) struct Turn {
    pub message: String,
    fields: Map<String, Value>,
    /// The user's earlier messages, oldest first.
    pub earlier: Vec<String>,
    pub last_reply: String,
    /// The agent's replies that the request holds, oldest first.
    pub replies: Vec<String>,
    pub language: Language,
}

impl Turn {
    /// Reads a chat-completions request. Without the agent's markers, the last user message is the new message.
    pub fn of(request: &Value) -> Turn {
        let lines = lines(request);
        let at = message_index(&lines);
        let last = lines.get(at).map(|(_, text)| text.as_str()).unwrap_or_default();
        let (facts, message) = request::read_question(last).unwrap_or((Value::Null, last));
        let (_, message) = fault_injection::split(message);
        let said = |who: &str| -> Vec<String> {
            let before = lines.iter().take(at).filter(|(role, _)| *role == who);
            before.map(|(_, text)| fault_injection::split(text).1.to_owned()).collect()
        };
        let earlier = said("user");
        let replies = said("assistant");
        let texts = std::iter::once(message).chain(earlier.iter().rev().map(String::as_str));
        Turn {
            language: Language::of(texts, facts["locale"].as_str()),
            message: decoded(message),
            fields: facts["fields"].as_object().cloned().unwrap_or_default(),
            last_reply: replies.last().cloned().unwrap_or_default(),
            replies,
            earlier,
        }
    }

    /// The job post has no field yet.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    pub fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// The value of a text field; empty if it has none.
    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// A value as text, also a number.
    pub fn shown(&self, field: &str) -> String {
        self.fields.get(field).map(|value| value.to_string().trim_matches('"').to_owned()).unwrap_or_default()
    }

    pub fn list(&self, field: &str) -> Vec<&str> {
        let items = self.fields.get(field).and_then(Value::as_array);
        items.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// All words that the post has, in lower case.
    pub fn known_words(&self) -> HashSet<String> {
        let texts = |value: &Value| match value {
            Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            Value::String(text) => vec![text.clone()],
            other => vec![other.to_string()],
        };
        let texts: Vec<String> = self.fields.values().flat_map(texts).collect();
        let words = texts.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
        words.map(str::to_lowercase).collect()
    }

    pub fn flag(&self, field: &str) -> bool {
        self.fields.get(field).and_then(Value::as_bool).unwrap_or(false)
    }

    pub fn has_skill(&self, skill: &str) -> bool {
        self.list("skills").iter().any(|it| it.to_lowercase() == skill.to_lowercase())
    }
}

/// The message without what editors and web forms leave in it: entities ("&amp;amp;"), hyphens and spaces that do not break.
fn decoded(message: &str) -> String {
    let mut text = message.replace(['\u{2011}', '\u{2010}'], "-").replace(['\u{a0}', '\u{202f}'], " ");
    while text.contains("&amp;") {
        text = text.replace("&amp;", "&");
    }
    text.replace("&nbsp;", " ").replace("&#39;", "'").replace("&quot;", "\"")
}
