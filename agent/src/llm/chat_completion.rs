//! A chat-completions response, or a chunk of one. Everything is optional, since servers differ.

use serde::Deserialize;
use serde_json::Value;

use super::server_error::ServerError;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ChatCompletion {
    pub model: Option<String>,
    pub choices: Option<Vec<Choice>>,
    pub usage: Option<Usage>,
    /// Some gateways answer 200 with an error in the body.
    error: Option<Value>,
    /// Older servers mark the body itself as an error.
    object: Option<Value>,
    message: Option<Value>,
}

impl ChatCompletion {
    /// The response for a server that reports its content filter with a 400.
    pub fn withheld() -> Self {
        let choice = Choice { finish_reason: Some("content_filter".to_owned()), ..Choice::default() };
        Self { choices: Some(vec![choice]), ..Self::default() }
    }

    /// The error in the body of a response with a success status.
    pub fn error(&self) -> Option<ServerError> {
        let is_error = self.object.as_ref().is_some_and(|object| object == "error");
        let error = self.error.as_ref().or(self.message.as_ref().filter(|_| is_error));
        error.or(is_error.then_some(&Value::Null)).map(ServerError::of_value)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Choice {
    pub message: Option<Message>,
    /// In a stream: the addition to the message.
    pub delta: Option<Message>,
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
    /// The text of the answer, with its parts joined.
    pub fn text(&self) -> String {
        match &self.content {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(parts)) => parts.iter().filter_map(part_text).collect(),
            _ => String::new(),
        }
    }

    /// The text of a refusal, which some servers send as a part of the content.
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
    /// Prompt and completion tokens; 0 if the server does not count them.
    pub fn tokens(&self) -> (i64, i64) {
        let number = |value: &Option<Value>| value.as_ref().and_then(Value::as_i64).unwrap_or(0).max(0);
        (number(&self.prompt_tokens), number(&self.completion_tokens))
    }
}

fn part_text(part: &Value) -> Option<&str> {
    part.as_str().or_else(|| part.get("text")?.as_str())
}
