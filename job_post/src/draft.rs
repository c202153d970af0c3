//! A job post in the making: content, and for each filled field the words it rests on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Content, Field};

/// How far a field's value can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The user said it: the quote stands in one of their messages.
    Stated,
    /// The agent took it to be so; never enough to publish.
    Assumed,
    /// The user said yes to the agent's proposal.
    Confirmed,
    /// Somebody typed it into the field by hand.
    Edited,
}

/// Where a field's value came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub basis: Basis,
    /// The turn whose message it came with; `None` for edits by hand.
    pub turn: Option<Uuid>,
    /// The user's own words; empty where there are none.
    pub quote: String,
}

/// A job post in the making.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub content: Content,
    pub evidence: BTreeMap<Field, Evidence>,
}
