//! A chat-completions response, or a chunk of one. Everything is optional, since servers differ.

use serde::Deserialize;
use serde_json::Value;

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
    pub fn error(&self) -> Option<String> {
        let is_error = self.object.as_ref().is_some_and(|object| object == "error");
        let error = self.error.as_ref().or(self.message.as_ref().filter(|_| is_error));
        let text =
            error.map(|error| message_of(error).or(error.as_str().map(str::to_owned)).unwrap_or_default());
        text.or(is_error.then(String::new))
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

/// The text of an error body of any shape, for a log line and for finding the refused parameter.
pub(crate) fn error_text(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let message = serde_json::from_str::<Value>(&text).ok().and_then(|value| message_of(&value));
    let line = message.unwrap_or_else(|| text.into_owned()).replace(['\n', '\r', '\0'], " ");
    line.chars().take(300).collect()
}

/// The text of an error with its parameter, code and type.
fn message_of(value: &Value) -> Option<String> {
    let error = value.get("error").or_else(|| value.get("detail")).unwrap_or(value);
    let words = error.as_str().or_else(|| error.get("message")?.as_str())?;
    let names = ["param", "code", "type"].into_iter().filter_map(|name| match error.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    Some(std::iter::once(words.to_owned()).chain(names).collect::<Vec<_>>().join(" "))
}

/// Is it the error of a content filter? Azure reports a filtered prompt with a 400, a filtered answer with a
/// `finish_reason`.
pub(crate) fn is_content_filter(error: &str) -> bool {
    error.contains("content_filter") || error.contains("content management policy")
}

/// Does the error say that the prompt exceeds the model's context? These are the texts of OpenAI, Azure, vLLM, llama.cpp,
/// LiteLLM and Anthropic's gateway.
pub(crate) fn is_context_overflow(error: &str) -> bool {
    let error = error.to_lowercase();
    let words = [
        "context_length",
        "context length",
        "context_size",
        "context size",
        "context window",
        "prompt is too long",
        "input is too long",
        "too many tokens",
        "reduce the length",
    ];
    words.iter().any(|words| error.contains(words))
}
