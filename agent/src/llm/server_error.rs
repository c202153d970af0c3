//! The error that a server reports in a body.
//!
//! Its text can quote the conversation or the API key, in any disguise. So it only decides how to go on; what is logged and
//! stored are codes of a closed list.

use serde_json::Value;

use super::{
    context_overflow,
    error_words::{PARAMETERS, PASSING, QUOTA_CODES, QUOTA_WORDS, REFUSALS, RETRY_WORDS},
    known_codes,
};

/// The longest text that is looked at, in characters. Gateways write their own words before those of the server.
const LONGEST: usize = 2_000;

/// No `Debug`, so that no log line shows the text by accident.
pub(crate) struct ServerError {
    text: String,
    /// The text in lower case.
    words: String,
    names: Vec<String>,
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
        // Gemini's compatible endpoint wraps an error in a list.
        let value = value.get(0).unwrap_or(value);
        let error = value.get("error").or_else(|| value.get("detail")).unwrap_or(value);
        let message = error.as_str().or_else(|| error.get("message")?.as_str());
        let names: Vec<String> = NAMES.into_iter().filter_map(|name| name_of(error.get(name)?)).collect();
        let whole = || value.to_string();
        // OpenRouter has the words of its provider in `metadata.raw`.
        let inner = error.pointer("/metadata/raw").map(Value::to_string).unwrap_or_default();
        let words = message.map_or_else(whole, |message| format!("{message} {} {inner}", names.join(" ")));
        Self::new(words.trim_end(), names)
    }

    /// Codes that contain nothing of the conversation or of the key; empty if the server names none that is known.
    pub fn codes(&self) -> String {
        let known = self.names.iter().filter(|name| known_codes::is_known(name));
        known.map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// The HTTP status that the error itself names.
    pub fn status(&self) -> Option<u16> {
        self.names.iter().find_map(|name| known_codes::status(name))
    }

    /// The text with the codes, to find out what the server refuses. Never to be logged or stored.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Is it the error of a content filter? Azure reports a filtered prompt with a 400, a filtered answer with a
    /// `finish_reason`.
    pub fn is_content_filter(&self) -> bool {
        self.has(&["content_filter", "content management policy"])
    }

    /// Does the error say that the request is too long for the model? A rate limit uses some of the same words.
    pub fn is_context_overflow(&self, is_rate_limit: bool) -> bool {
        context_overflow::is_overflow(&self.text, is_rate_limit)
    }

    /// May the same request succeed?
    pub fn is_passing(&self) -> bool {
        self.has(&PASSING)
    }

    /// Does the error refuse one of our parameters for certain?
    pub fn refuses_parameter(&self) -> bool {
        let is_named = self.has(&REFUSALS) && self.has(&PARAMETERS);
        !self.is_passing()
            && (is_named || self.has(&["unsupported_parameter", "unsupported_value", "unknown_parameter"]))
    }

    /// Is the account's quota used up or its billing inactive, so that a retry fails too? Words alone do not say so if the
    /// server also says when to retry.
    pub fn is_out_of_quota(&self, says_when: bool) -> bool {
        self.names.iter().any(|name| QUOTA_CODES.contains(&&**name) || name.starts_with("billing_"))
            || (self.has(&QUOTA_WORDS) && !says_when && !self.has(&RETRY_WORDS))
    }

    fn has(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.words.contains(word))
    }

    fn new(text: &str, names: Vec<String>) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        Self { words: text.to_lowercase(), text, names }
    }
}

/// The members of an error that name it: `status` is Gemini's, `error_type` TGI's.
const NAMES: [&str; 5] = ["param", "code", "type", "status", "error_type"];

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
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
        assert_eq!(ServerError::of_body(&[b'x'; 3_000]).text().len(), LONGEST);
    }

    #[test]
    fn only_a_certain_refusal_names_a_parameter() {
        let of = |message: &str, code: &str| {
            ServerError::of_value(&json!({ "error": { "message": message, "code": code } }))
        };
        for (message, code) in [
            (
                "Unsupported parameter: 'max_tokens' is not supported with this model.",
                "unsupported_parameter",
            ),
            ("`temperature` is not supported", ""),
            ("Unrecognized request argument supplied: stream_options", ""),
            ("x", "unknown_parameter"),
        ] {
            assert!(of(message, code).refuses_parameter(), "{message}");
        }
        for (message, code) in [
            ("Generated JSON does not match the expected schema. (json_schema)", "json_validate_failed"),
            ("Failed to validate JSON. Please adjust your prompt. See 'failed_generation'", ""),
            ("Bad request", ""),
        ] {
            assert!(!of(message, code).refuses_parameter(), "{message}");
        }
        assert!(ServerError::of_body(b"<!DOCTYPE html><html>400</html>").is_passing());
    }

    #[test]
    fn an_empty_account_is_no_rate_limit() {
        let of = |message: &str, code: &str| {
            ServerError::of_value(&json!({ "error": { "message": message, "code": code } }))
                .is_out_of_quota(false)
        };
        assert!(of("x", "insufficient_quota") && of("x", "billing_not_active"));
        assert!(of("You exceeded your current quota, please check your plan and billing details.", ""));
        assert!(!of(
            "You exceeded your current quota, please check your plan.\nPlease retry in 39.8s.",
            "429"
        ));
        assert!(!of("Rate limit reached for requests", "rate_limit_exceeded"));
    }
}
