//! The OpenAI-compatible wire: what is sent, what comes back, and what servers differ in.

mod assembly;
pub(crate) mod breaker;
mod budget;
pub(crate) mod endpoint;
pub(crate) mod gate;
pub(crate) mod http;
pub(crate) mod ladder;
pub(crate) mod patience;
pub(crate) mod reading;
mod reply;
pub(crate) mod request;
pub(crate) mod response;
mod retry_after;
mod salvage;
pub(crate) mod schema;
mod sse;
mod window;
pub(crate) mod wire;

#[cfg(test)]
mod reading_tests;
