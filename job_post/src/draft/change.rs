//! A change of a draft: an entry of the log that the draft is folded from.

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use crate::field::Field;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    Set,
    Add,
    Remove,
    Clear,
}

/// An accepted update.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub op: Op,
    pub field: Field,
    /// In canonical form: enum names, plain decimals, ISO 4217 codes, "true"/"false". Items of a list are lines.
    pub value: String,
    pub evidence: Evidence,
}
