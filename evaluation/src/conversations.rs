//! Conversation files: one JSON object a line, each with a person's messages and what the job data must hold after them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

#[derive(Clone, Debug, Deserialize)]
pub struct Conversation {
    pub id: String,
    /// The company that hires.
    #[serde(default)]
    pub company: String,
    pub turns: Vec<Turn>,
}

/// One message, and what is expected after its answer. What is not named may be anything.
#[derive(Clone, Debug, Deserialize)]
pub struct Turn {
    pub user: String,
    /// `true`, `false`, or anything else where both are right.
    #[serde(default)]
    pub complete: Value,
    /// By field, in the names of the job data.
    #[serde(default)]
    pub expect: BTreeMap<String, BTreeMap<Matcher, Value>>,
    #[serde(default)]
    pub reply: BTreeMap<Matcher, Value>,
}

/// How a value is compared; case never counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matcher {
    /// One of these, underscores and hyphens aside.
    Any,
    /// Each of these is in it.
    Contains,
    ContainsAny,
    /// One of these numbers.
    Num,
    NumOrEmpty,
    Empty,
    /// The list has each of these items.
    Has,
    /// The list has none of these items.
    Not,
    Bool,
    BoolOrEmpty,
    /// As after the turn before.
    Keep,
    /// Of replies: the code of its language.
    Lang,
    NotEmpty,
    MustNot,
    MentionsAny,
    AsksOrFlags,
    MustNotInventNumber,
}

#[derive(Debug, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct Malformed {
    pub line: usize,
    pub reason: String,
}

/// The conversations of a file's text; empty lines are passed over.
///
/// # Errors
/// [`Malformed`]: the first line that is no conversation, or has a matcher that there is none of.
pub fn read(text: &str) -> Result<Vec<Conversation>, Malformed> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(at, line)| {
        serde_json::from_str(line)
            .map_err(|error: serde_json::Error| Malformed { line: at + 1, reason: error.to_string() })
    };
    lines.map(read).collect()
}
