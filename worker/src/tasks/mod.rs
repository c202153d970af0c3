//! One file a task.

pub mod run_turns;
pub mod sweep;
