//! When a job post can be published, and which step a conversation is in.

use serde::{Deserialize, Serialize};

use crate::{Draft, Field};

/// Where a conversation stands: a pure function of its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    GettingBasicInfo,
    CollectingDetails,
    Finalizing,
    Complete,
}

pub fn is_ready(_draft: &Draft) -> bool {
    todo!()
}

/// The fields worth asking for, most valuable first.
pub fn missing(_draft: &Draft) -> Vec<Field> {
    todo!()
}

pub fn step(_draft: &Draft, _complete: bool) -> Step {
    todo!()
}
