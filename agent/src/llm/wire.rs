//! The response as servers really send it: everything optional, much of it of any type.

use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Completion {
    pub model: Option<String>,
    pub choices: Option<Vec<Choice>>,
    pub usage: Option<Usage>,
    /// Some gateways answer 200 with an error inside.
    pub error: Option<Value>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Choice {
    pub message: Option<Message>,
    pub finish_reason: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Message {
    /// Text, null, or a list of parts.
    pub content: Option<Value>,
    pub refusal: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Usage {
    pub prompt_tokens: Option<Value>,
    pub completion_tokens: Option<Value>,
}

impl Message {
    /// The text of the answer, parts joined.
    pub fn text(&self) -> String {
        match &self.content {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(parts)) => parts.iter().filter_map(part_text).collect(),
            _ => String::new(),
        }
    }

    /// The words of a refusal, which some servers send as a part of the content.
    pub fn refusal(&self) -> Option<String> {
        let part = match &self.content {
            Some(Value::Array(parts)) => parts.iter().find_map(|part| part.get("refusal")?.as_str()),
            _ => None,
        };
        let words = self.refusal.as_deref().or(part)?;
        (!words.trim().is_empty()).then(|| words.to_owned())
    }
}

impl Usage {
    /// Prompt and completion tokens; 0 where the server does not tell.
    pub fn tokens(&self) -> (i64, i64) {
        let number = |value: &Option<Value>| value.as_ref().and_then(Value::as_i64).unwrap_or(0).max(0);
        (number(&self.prompt_tokens), number(&self.completion_tokens))
    }
}

fn part_text(part: &Value) -> Option<&str> {
    part.as_str().or_else(|| part.get("text")?.as_str())
}

/// What an error body says, whatever its shape: for a log line and for finding the refused parameter.
pub(crate) fn error_text(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let told = serde_json::from_str::<Value>(&text).ok().and_then(|value| message_of(&value));
    let line = told.unwrap_or_else(|| text.into_owned()).replace(['\n', '\r', '\0'], " ");
    line.chars().take(300).collect()
}

fn message_of(value: &Value) -> Option<String> {
    let error = value.get("error").or_else(|| value.get("detail")).unwrap_or(value);
    let words = error.as_str().or_else(|| error.get("message")?.as_str())?;
    let parameter = error.get("param").and_then(Value::as_str).unwrap_or_default();
    Some(format!("{words} {parameter}").trim().to_owned())
}
