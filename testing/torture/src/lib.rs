//! The torture suite: kills the real binary in every way, and then checks its promises.

mod balancer;
mod chaos_plan;
pub mod checks;
mod clock;
mod environment;
mod evidence;
mod expiry_edges;
mod journal;
mod model;
mod mutations;
mod options;
mod person;
mod postgres;
mod processes;
mod progress;
mod report;
mod run;
mod session_client;

pub use environment::{Environment, build};
pub use evidence::write as write_evidence;
pub use options::{Load, Options};
pub use report::{Outcome, print, print_error};
pub use run::run;

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
