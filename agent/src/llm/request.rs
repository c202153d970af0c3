//! The body of one chat-completions request.

use serde_json::{Value, json};

use super::{
    parameters::{Parameters, Streaming},
    response_format::ResponseFormat,
    schema,
};
use crate::{
    Settings,
    prompt::{self, Message, PromptLimits},
};

/// The body of a request with these parameters.
pub(crate) fn body(
    settings: &Settings,
    messages: &[Message],
    limits: PromptLimits,
    parameters: Parameters,
) -> Value {
    let mut body = json!({ "model": settings.model, "messages": messages });
    if let (ResponseFormat::JsonObject | ResponseFormat::Prompt, Some(system)) =
        (parameters.format, messages.first())
    {
        body["messages"][0]["content"] = json!(format!("{}{}", system.content, described(parameters.format)));
    }
    body[parameters.token_limit()] = json!(limits.answer_tokens.min(settings.max_tokens));
    if parameters.temperature {
        body["temperature"] = json!(0);
    }
    if let (true, Some(effort)) = (parameters.effort, &settings.reasoning_effort) {
        body["reasoning_effort"] = json!(effort);
    }
    match parameters.format {
        ResponseFormat::JsonSchema => body["response_format"] = strict_schema(),
        ResponseFormat::JsonObject => body["response_format"] = json!({ "type": "json_object" }),
        ResponseFormat::Prompt => {}
    }
    if parameters.streaming != Streaming::Off {
        body["stream"] = json!(true);
    }
    if parameters.streaming == Streaming::WithUsage {
        body["stream_options"] = json!({ "include_usage": true });
    }
    body
}

fn strict_schema() -> Value {
    json!({
        "type": "json_schema",
        "json_schema": { "name": schema::NAME, "strict": true, "schema": schema::answer() },
    })
}

/// The schema as a part of the prompt, for servers that cannot enforce it. It follows the cacheable prefix.
fn described(format: ResponseFormat) -> String {
    let words = if format == ResponseFormat::Prompt { prompt::FENCED_JSON } else { prompt::JSON_OBJECT };
    format!("{words}{}\n", schema::answer())
}
