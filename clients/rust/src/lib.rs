//! The Rust client of Postwright: every operation of `openapi.yaml`, and a reader of a session's events.
//!
//! Each operation is a method that returns a builder. `send` returns the value, or an error with the server's
//! [`types::Problem`]. The builder of a list also has `stream`, which reads all pages. `docs/quick-start-rust.md` shows a
//! whole conversation.

mod access;
mod errors;
mod events;
#[rustfmt::skip]
#[allow(
    clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::redundant_clone,
    clippy::semicolon_if_nothing_returned, unused_imports, unused_qualifications, mismatched_lifetime_syntaxes, rustdoc::all,
    reason = "generated"
)]
mod generated;

pub use access::BadToken;
pub use errors::{describe, is_interrupted, problem, retry_after};
pub use events::{Events, StreamError};
pub use generated::{ByteStream, Client, ClientInfo, Error, ResponseValue, builder, types};
