//! The HTTP client for addresses that customers name. It reaches the public internet and nothing else.
//!
//! It resolves names itself, checks every address against a table and connects only to checked addresses. So a name
//! that changes its address between check and connection (DNS rebinding) reaches nothing.

mod addresses;
mod allowances;
mod client;
mod decompression;
mod guard;
mod refusal;
mod resolver;
mod response;

pub use addresses::why_refused;
pub use allowances::Allowances;
pub use client::{Outbound, Request};
pub use guard::Guard;
pub use refusal::Refusal;
pub use response::{Response, SendError};
