//! A chat-completions response, or a chunk of one. Everything is optional, since servers differ.

use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::Value;

use super::server_error::ServerError;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ChatCompletion {
    #[serde(deserialize_with = "lenient")]
    pub model: Option<String>,
    pub choices: Option<Vec<Choice>>,
    #[serde(deserialize_with = "lenient")]
    pub usage: Option<Usage>,
    /// Some gateways answer 200 with an error in the body.
    error: Option<Value>,
    /// Older servers mark the body itself as an error.
    object: Option<Value>,
    message: Option<Value>,
}

impl ChatCompletion {
    /// Reads the first JSON value of these bytes. Some servers put it into a list, or write an end mark behind it.
    pub fn of_bytes(bytes: &[u8]) -> serde_json::Result<Self> {
        if bytes.starts_with(b"[") {
            return serde_json::from_slice::<(Self,)>(bytes).map(|(first,)| first);
        }
        Self::deserialize(&mut serde_json::Deserializer::from_slice(bytes))
    }

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
    #[serde(deserialize_with = "lenient")]
    pub finish_reason: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Message {
    /// Text, null, or a list of parts.
    pub content: Option<Value>,
    #[serde(deserialize_with = "lenient")]
    pub refusal: Option<String>,
    /// The thinking part, as llama.cpp, DeepSeek and vLLM name it.
    #[serde(deserialize_with = "lenient")]
    pub reasoning_content: Option<String>,
    /// The same, as OpenRouter and newer vLLM name it.
    #[serde(deserialize_with = "lenient")]
    pub reasoning: Option<String>,
    /// Some gateways make a tool of the schema.
    pub tool_calls: Option<Value>,
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

    /// The thinking part.
    pub fn thoughts(&self) -> &str {
        self.reasoning_content.as_deref().or(self.reasoning.as_deref()).unwrap_or_default()
    }

    /// The arguments of the first tool call, or in a stream an addition to them.
    pub fn arguments(&self) -> String {
        let calls = self.tool_calls.as_ref().and_then(Value::as_array);
        let is_first = |call: &&Value| call.get("index").and_then(Value::as_u64).unwrap_or(0) == 0;
        match calls.and_then(|calls| calls.iter().find(is_first)?.pointer("/function/arguments")) {
            Some(Value::String(text)) => text.clone(),
            Some(arguments @ Value::Object(_)) => arguments.to_string(),
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
        let number = |value: &Option<Value>| value.as_ref().and_then(count).unwrap_or(0).max(0);
        (number(&self.prompt_tokens), number(&self.completion_tokens))
    }
}

fn part_text(part: &Value) -> Option<&str> {
    part.as_str().or_else(|| part.get("text")?.as_str())
}

fn count(value: &Value) -> Option<i64> {
    value
        .as_i64()
        .or_else(|| value.as_f64().map(|number| number as i64))
        .or_else(|| value.as_str()?.parse().ok())
}

/// Reads a value of an unexpected type, or an empty text, as absent.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Option<T>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(if value == "" { None } else { serde_json::from_value(value).ok() })
}
