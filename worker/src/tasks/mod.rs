//! One file a task.

pub mod run_turn;
pub mod sweep;
