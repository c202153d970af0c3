//! Conversation files: one JSON object a line, each with a user's messages and the expected job data after each.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// A scripted conversation.
#[derive(Clone, Debug, Deserialize)]
pub struct Conversation {
    pub id: String,
    /// The name of the hiring company.
    #[serde(default)]
    pub company: String,
    pub turns: Vec<Turn>,
    /// Everything that the messages state.
    #[serde(default)]
    pub facts: Vec<Fact>,
}

/// A stated fact, which the post must have at the end.
#[derive(Clone, Debug, Deserialize)]
pub struct Fact {
    /// The wire name of its field, or `notes`.
    pub field: String,
    /// The user's words.
    pub words: String,
}

/// One message, and the expectations after its reply. Unnamed fields may hold anything.
#[derive(Clone, Debug, Deserialize)]
pub struct Turn {
    pub user: String,
    /// `true`, `false`, or anything else if both are right.
    #[serde(default)]
    pub complete: Value,
    /// By the wire name of the field.
    #[serde(default)]
    pub expect: BTreeMap<String, BTreeMap<Matcher, Value>>,
    #[serde(default)]
    pub reply: BTreeMap<Matcher, Value>,
}

/// How a value is compared, without regard to case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matcher {
    /// The value is one of these, without regard to underscores and hyphens.
    Any,
    /// The value contains each of these.
    Contains,
    /// The value contains at least one of these.
    ContainsAny,
    /// The value is one of these numbers.
    Num,
    /// There is no value, or it is one of these numbers.
    NumOrEmpty,
    /// `true`: there is no value. `false`: there is one.
    Empty,
    /// The list has each of these items.
    Has,
    /// The list has none of these items.
    Not,
    /// The value is this one; no value counts as `false`.
    Bool,
    /// There is no value, or it is this one.
    BoolOrEmpty,
    /// The value is that after the turn before.
    Keep,
    /// The language code of a reply.
    Lang,
    /// The reply has text.
    NotEmpty,
    /// The reply contains none of these.
    MustNot,
    /// The reply contains at least one of these.
    MentionsAny,
    /// The same as [`Self::MentionsAny`], for words of a question or a remark.
    AsksOrFlags,
    /// The reply contains no digit.
    MustNotInventNumber,
}

#[derive(Debug, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct Malformed {
    pub line: usize,
    pub reason: String,
}

/// Parses a file of conversations; empty lines are skipped.
///
/// # Errors
/// [`Malformed`]: the first line that is no conversation, or has an unknown matcher.
pub fn read(text: &str) -> Result<Vec<Conversation>, Malformed> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(at, line)| {
        serde_json::from_str(line)
            .map_err(|error: serde_json::Error| Malformed { line: at + 1, reason: error.to_string() })
    };
    lines.map(read).collect()
}
