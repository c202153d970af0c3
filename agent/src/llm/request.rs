//! The body of one chat-completions request.

use serde_json::{Value, json};

use super::{
    ladder::{Form, Rung, Streaming},
    schema,
};
use crate::prompt::{self, Message, Room};

/// Everything the model is sent, for one rung of the ladder.
pub(crate) fn body(model: &str, messages: &[Message], room: Room, rung: Rung) -> Value {
    let mut body = json!({ "model": model, "messages": messages });
    if let (Form::JsonObject | Form::Prompt, Some(system)) = (rung.form, messages.first()) {
        body["messages"][0]["content"] = json!(format!("{}{}", system.content, described(rung.form)));
    }
    let limit = if rung.completion_limit { "max_completion_tokens" } else { "max_tokens" };
    body[limit] = json!(room.tokens);
    if rung.temperature {
        body["temperature"] = json!(0);
    }
    match rung.form {
        Form::JsonSchema => body["response_format"] = strict_schema(),
        Form::JsonObject => body["response_format"] = json!({ "type": "json_object" }),
        Form::Prompt => {}
    }
    if rung.streaming != Streaming::Off {
        body["stream"] = json!(true);
    }
    if rung.streaming == Streaming::WithUsage {
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

/// The schema in words, behind the cacheable prefix, for servers that cannot enforce it.
fn described(form: Form) -> String {
    let words = if form == Form::Prompt { prompt::FENCED_JSON } else { prompt::JSON_OBJECT };
    format!("{words}{}\n", schema::answer())
}
