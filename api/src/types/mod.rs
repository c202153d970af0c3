//! Types of fields and parameters that several resources share.

#[macro_use]
mod scalar;

mod amount;
mod id;
pub mod job_data;
mod json_object;
mod timestamp;
mod words;

pub use amount::Amount;
pub use id::{Path, parse_id};
pub use json_object::JsonObject;
pub use timestamp::Timestamp;
pub use words::*;
