//! Bodies of the original routes.

pub mod job_data;
mod request;
mod response;

pub use request::{ChatRequest, CreateRequest};
pub use response::{ChatResponse, CreateResponse, SessionDeleted, SessionResponse, TurnResult};
