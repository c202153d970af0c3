//! The OpenAI-compatible protocol: requests, responses, and the differences between servers.

pub(crate) mod admission;
pub(crate) mod api_key;
mod assembly;
mod base_url;
mod body_kind;
pub(crate) mod breaker;
pub(crate) mod chat_completion;
mod context_overflow;
mod decoding;
pub(crate) mod endpoint;
mod error_words;
pub(crate) mod http;
mod json_text;
mod known_codes;
pub(crate) mod known_parameters;
mod near_json;
mod outage;
pub(crate) mod parameters;
pub(crate) mod reading;
pub(crate) mod recovery;
pub(crate) mod refusal;
mod reply;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod response_format;
pub(crate) mod response_timeout;
mod retry_after;
mod retry_budget;
mod salvage;
pub(crate) mod schema;
pub(crate) mod server_error;
mod sliding_window;
mod sse;

#[cfg(test)]
mod reading_tests;
