//! The Rust client of Postwright: every operation of `openapi.yaml`, and a reader of a session's events.
//!
//! A method per operation gives a builder; `send` answers with the value, or with an error that carries the server's
//! [`types::Problem`]. Lists also have `stream`, which turns the pages by itself. `docs/quick-start-rust.md` walks
//! through a whole conversation.

mod access;
mod events;
mod faults;
#[rustfmt::skip]
#[allow(
    clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::redundant_clone,
    clippy::semicolon_if_nothing_returned, unused_imports, unused_qualifications, mismatched_lifetime_syntaxes, rustdoc::all,
    reason = "generated"
)]
mod generated;

pub use access::BadToken;
pub use events::{Events, Lost};
pub use faults::{is_cut, problem, retry_after, told};
pub use generated::{ByteStream, Client, ClientInfo, Error, ResponseValue, builder, types};
