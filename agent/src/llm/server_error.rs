//! The error that a server reports in a body.
//!
//! Its text can quote the conversation or the API key, in any disguise. So it only decides how to go on; what is logged and
//! stored are codes of a closed list.

use serde_json::Value;

/// The longest text that is looked at, in characters.
const LONGEST: usize = 300;

/// Types, codes and parameters of errors, as the known servers write them.
const KNOWN: [&str; 53] = [
    "api_error",
    "AuthenticationError",
    "authentication_error",
    "BadRequestError",
    "billing_not_active",
    "content_filter",
    "context_length_exceeded",
    "DeploymentNotFound",
    "engine_overloaded_error",
    "exceed_context_size_error",
    "insufficient_quota",
    "InternalServerError",
    "internal_error",
    "internal_server_error",
    "invalid_api_key",
    "invalid_organization",
    "invalid_prompt",
    "invalid_request",
    "invalid_request_error",
    "invalid_type",
    "invalid_value",
    "max_completion_tokens",
    "max_tokens",
    "messages",
    "missing_required_parameter",
    "model",
    "model_not_found",
    "model_not_supported",
    "NotFoundError",
    "not_found_error",
    "OperationNotSupported",
    "overloaded_error",
    "PermissionDeniedError",
    "permission_denied",
    "permission_error",
    "quota_exceeded",
    "rate_limit_error",
    "rate_limit_exceeded",
    "request_too_large",
    "requests",
    "response_format",
    "server_error",
    "service_unavailable",
    "stream",
    "stream_options",
    "string_above_max_length",
    "temperature",
    "timeout_error",
    "tokens",
    "unavailable_error",
    "unknown_parameter",
    "unsupported_parameter",
    "unsupported_value",
];

/// No `Debug`, so that no log line shows the text by accident.
pub(crate) struct ServerError {
    text: String,
    codes: Vec<String>,
}

impl ServerError {
    /// The error in a body of any shape.
    pub fn of_body(body: &[u8]) -> Self {
        let text = String::from_utf8_lossy(body);
        serde_json::from_str(&text)
            .map_or_else(|_| Self::new(&text, Vec::new()), |value| Self::of_value(&value))
    }

    /// The error in a JSON value, or in its member `error` or `detail`.
    pub fn of_value(value: &Value) -> Self {
        let error = value.get("error").or_else(|| value.get("detail")).unwrap_or(value);
        let message = error.as_str().or_else(|| error.get("message")?.as_str());
        let names = ["param", "code", "type"].into_iter().filter_map(|name| match error.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        });
        let names: Vec<String> = names.collect();
        let whole = || value.to_string();
        let words = message.map_or_else(whole, |message| format!("{message} {}", names.join(" ")));
        Self::new(&words, names)
    }

    /// Codes that contain nothing of the conversation or of the key; empty if the server names none that is known.
    pub fn codes(&self) -> String {
        self.codes.join(" ")
    }

    /// The text with the codes, to find out what the server refuses. Never to be logged or stored.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Is it the error of a content filter? Azure reports a filtered prompt with a 400, a filtered answer with a
    /// `finish_reason`.
    pub fn is_content_filter(&self) -> bool {
        self.text.contains("content_filter") || self.text.contains("content management policy")
    }

    /// Does the error say that the prompt exceeds the model's context? These are the texts of OpenAI, Azure, vLLM, llama.cpp,
    /// LiteLLM and Anthropic's gateway.
    pub fn is_context_overflow(&self) -> bool {
        let error = self.text.to_lowercase();
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

    fn new(text: &str, names: Vec<String>) -> Self {
        let is_status = |name: &str| matches!(name.parse(), Ok(400..=599_u16));
        let is_known = |name: &String| KNOWN.contains(&&**name) || is_status(name);
        Self {
            text: text.chars().take(LONGEST).collect(),
            codes: names.into_iter().filter(is_known).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn codes(error: &Value) -> String {
        ServerError::of_body(error.to_string().as_bytes()).codes()
    }

    #[test]
    fn only_known_codes_are_shown() {
        let openai = json!({ "error": {
            "message": "canary", "type": "invalid_request_error", "param": "temperature", "code": "unsupported_value",
        } });
        assert_eq!(codes(&openai), "temperature unsupported_value invalid_request_error");
        let llama_cpp =
            json!({ "error": { "code": 400, "message": "canary", "type": "exceed_context_size_error" } });
        assert_eq!(codes(&llama_cpp), "400 exceed_context_size_error");
        for quoting in [
            json!({ "error": { "message": "canary", "type": "canary", "param": "canary", "code": "canary" } }),
            json!({ "error": { "message": "canary", "code": 4_111_111 } }),
            json!({ "error": "canary" }),
            json!({ "detail": [{ "msg": "canary", "input": "canary" }] }),
            json!("canary"),
        ] {
            assert_eq!(codes(&quoting), "", "{quoting}");
        }
        assert_eq!(ServerError::of_body(b"<html>canary</html>").codes(), "");
    }

    #[test]
    fn the_text_tells_what_is_refused() {
        let text = |error: &Value| ServerError::of_body(error.to_string().as_bytes()).text().to_owned();
        assert_eq!(text(&json!({ "error": { "message": "no", "code": "stream" } })), "no stream");
        assert!(text(&json!({ "detail": [{ "loc": ["body", "temperature"] }] })).contains("temperature"));
        assert_eq!(ServerError::of_body(&[b'x'; 1_000]).text().len(), LONGEST);
    }
}
