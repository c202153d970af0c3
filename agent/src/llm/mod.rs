//! The OpenAI-compatible wire: what is sent, what comes back, and what servers differ in.

pub(crate) mod http;
pub(crate) mod ladder;
pub(crate) mod reading;
pub(crate) mod request;
mod retry_after;
mod salvage;
pub(crate) mod schema;
pub(crate) mod wire;

#[cfg(test)]
mod reading_tests;
