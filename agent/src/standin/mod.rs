//! The brain of the built-in stand-in model: rules and small vocabularies instead of a language model. Deterministic,
//! no I/O; its HTTP endpoint is elsewhere, and nothing else knows that it is not a model like any other.

use serde_json::{Value, json};

/// A whole chat-completions request in, a whole `chat.completion` out.
pub fn complete(request: &Value) -> Value {
    json!({"model": request["model"]})
}
