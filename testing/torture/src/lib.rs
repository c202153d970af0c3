//! Kills the real binary in every way, and looks afterwards whether it kept its promises.

mod balancer;
pub mod checks;
mod clock;
mod edges;
mod evidence;
mod fleet;
mod journal;
mod mischief;
mod model;
mod mutations;
mod options;
mod person;
mod postgres;
mod report;
mod run;
mod talk;
mod tally;

pub use evidence::write as write_evidence;
pub use options::{Load, Options};
pub use report::{Outcome, complain, say};
pub use run::{Ground, build, run};

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
