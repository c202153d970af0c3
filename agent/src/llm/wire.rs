//! The response, or a piece of one, as servers really send it: everything optional, much of it of any type.

use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Completion {
    pub model: Option<String>,
    pub choices: Option<Vec<Choice>>,
    pub usage: Option<Usage>,
    /// Some gateways answer 200 with an error inside.
    error: Option<Value>,
    /// Older servers call the whole thing one.
    object: Option<Value>,
    message: Option<Value>,
}

impl Completion {
    /// That of a server which says with a 400 that a filter of its own keeps it from answering.
    pub fn withheld() -> Self {
        let choice = Choice { finish_reason: Some("content_filter".to_owned()), ..Choice::default() };
        Self { choices: Some(vec![choice]), ..Self::default() }
    }

    /// What went wrong at the server, though it said that all is well.
    pub fn error(&self) -> Option<String> {
        let called_one = self.object.as_ref().is_some_and(|object| object == "error");
        let error = self.error.as_ref().or(self.message.as_ref().filter(|_| called_one));
        let told =
            error.map(|error| message_of(error).or(error.as_str().map(str::to_owned)).unwrap_or_default());
        told.or(called_one.then(String::new))
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Choice {
    pub message: Option<Message>,
    /// In a stream: what is added to the message.
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

/// What an error body says, whatever its shape: for a log line and for finding out what was refused.
pub(crate) fn error_text(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let told = serde_json::from_str::<Value>(&text).ok().and_then(|value| message_of(&value));
    let line = told.unwrap_or_else(|| text.into_owned()).replace(['\n', '\r', '\0'], " ");
    line.chars().take(300).collect()
}

/// The words of an error and what names it. A code may be text or a number.
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

/// Whether an error says that a filter refused the talk. Azure says so of the prompt with a 400, of the answer with a
/// `finish_reason`.
pub(crate) fn is_content_filter(error: &str) -> bool {
    error.contains("content_filter") || error.contains("content management policy")
}

/// Whether an error says that prompt and answer do not fit into the model's context. Words of OpenAI, Azure, vLLM,
/// llama.cpp, LiteLLM and Anthropic's gateway.
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
