//! The settings of an agent: the endpoint, the model, the request parameters and the timeouts.

use std::time::Duration;

use secrecy::SecretString;

use crate::llm::{breaker::BreakerSettings, endpoint::KeyHeader, response_format::ResponseFormat};

/// The settings of an agent.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The URL up to `/v1`; for Azure up to the deployment, with `?api-version=…`.
    pub base_url: String,
    pub api_key: Option<SecretString>,
    /// The header of the key. `None` means `api-key` for Azure, else `Authorization`.
    pub key_header: Option<KeyHeader>,
    pub model: String,
    /// The response format of the first request. `None` means `json_schema`.
    pub response_format: Option<ResponseFormat>,
    /// Whether the first request uses `max_completion_tokens`. `None` means only for OpenAI and Azure.
    pub completion_limit: Option<bool>,
    /// Whether the first request sends a temperature (of 0).
    pub temperature: bool,
    /// The most tokens of an answer, with those of the thinking part.
    pub max_tokens: u32,
    /// The value of `reasoning_effort`. `None` means that requests do not have it.
    pub reasoning_effort: Option<String>,
    /// Whether to request a stream. Without it, no text is received before the whole answer.
    pub stream: bool,
    /// The timeout of one HTTP request.
    pub timeout: Duration,
    /// The timeout from sending a request to the first byte of a streamed answer. It includes reading a long prompt.
    pub first_byte: Duration,
    /// The timeout between two chunks of an answer.
    pub idle: Duration,
    pub breaker: BreakerSettings,
    /// Retries within 30 s beyond a fifth of the calls, see [`crate::Agent::may_retry`].
    pub spare_retries: u32,
}

impl Settings {
    /// The defaults: 4,096 tokens; 60 s for a request, 40 s for its first byte, 20 s between chunks; streamed; no key.
    pub fn new(base_url: impl Into<String>, model: impl Into<String>) -> Settings {
        Settings {
            base_url: base_url.into(),
            api_key: None,
            key_header: None,
            model: model.into(),
            response_format: None,
            completion_limit: None,
            temperature: true,
            max_tokens: 4_096,
            reasoning_effort: None,
            stream: true,
            timeout: Duration::from_secs(60),
            first_byte: Duration::from_secs(40),
            idle: Duration::from_secs(20),
            breaker: BreakerSettings::default(),
            spare_retries: 10,
        }
    }
}
