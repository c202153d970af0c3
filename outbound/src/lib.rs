//! The one way out of the house to addresses that customers name: it reaches the public internet and nothing else.
//!
//! A name is resolved by us, every address that comes of it is looked up in a table, and the connection goes to one
//! that was looked up: a name that changes its mind in between changes nothing.

mod addresses;
mod allowances;
mod answers;
mod client;
mod guard;
mod refusals;
mod resolver;

pub use addresses::why_refused;
pub use allowances::Allowances;
pub use answers::{Answer, Fault};
pub use client::{Outbound, Request};
pub use guard::Guard;
pub use refusals::Refusal;
