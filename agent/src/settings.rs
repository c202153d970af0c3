//! Which model is asked, how, and how patiently.

use std::time::Duration;

use secrecy::SecretString;

use crate::{BreakerSettings, Form, KeyHeader};

#[derive(Clone, Debug)]
pub struct Settings {
    /// The address up to `/v1`; at Azure up to the deployment, with `?api-version=…`.
    pub base_url: String,
    pub api_key: Option<SecretString>,
    /// Where the key goes; none: `api-key` at Azure, else `Authorization`.
    pub key_header: Option<KeyHeader>,
    pub model: String,
    /// How the form of the answer is asked for at first; none: by schema.
    pub form: Option<Form>,
    /// Whether the first limit tried is `max_completion_tokens`; none: at OpenAI and Azure.
    pub completion_limit: Option<bool>,
    /// Whether a temperature (of 0) is sent at first.
    pub temperature: bool,
    /// Whether answers are asked for as a stream; without, no text is told before the answer is whole.
    pub stream: bool,
    /// For one HTTP request in total.
    pub timeout: Duration,
    /// From sending a request to the first byte of a streamed answer. A model that reads a long prompt is silent.
    pub first_byte: Duration,
    /// Between two pieces of an answer.
    pub idle: Duration,
    pub breaker: BreakerSettings,
    /// Retries within 30 s that are allowed beside a fifth of the calls, see [`crate::Agent::may_retry`].
    pub spare_retries: u32,
}

impl Settings {
    /// 60 s for a request, 40 s for its first byte, 20 s between pieces; streamed; no key.
    pub fn new(base_url: impl Into<String>, model: impl Into<String>) -> Settings {
        Settings {
            base_url: base_url.into(),
            api_key: None,
            key_header: None,
            model: model.into(),
            form: None,
            completion_limit: None,
            temperature: true,
            stream: true,
            timeout: Duration::from_secs(60),
            first_byte: Duration::from_secs(40),
            idle: Duration::from_secs(20),
            breaker: BreakerSettings::default(),
            spare_retries: 10,
        }
    }
}
