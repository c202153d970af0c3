//! Edits the text of replies.

use super::questions;
use crate::text;

/// Longest reply of an LLM that is passed on, in characters.
const MAX_REPLY: usize = 8_000;

/// The reply of an LLM without control characters, cut at the maximum.
pub(super) fn visible(reply: &str) -> String {
    let lines: Vec<String> = reply.lines().map(text::clean).collect();
    let text = lines.join("\n");
    text.trim().chars().take(MAX_REPLY).collect()
}

/// The reply without the question at its end and the words that introduce it, so that another question can follow.
pub(super) fn without_last_question(reply: &str) -> String {
    let mut rest = reply.trim_end();
    while questions::is_question(rest) || (rest.ends_with(':') && rest.len() < reply.trim_end().len()) {
        let letters: Vec<(usize, char)> = rest.char_indices().collect();
        let ends = |pair: &[(usize, char)]| {
            pair[0].1 == '\n'
                || (matches!(pair[0].1, '.' | '!' | '?' | '؟' | '？' | ':') && pair[1].1.is_whitespace())
        };
        let start = letters.windows(2).rposition(ends).map_or(0, |at| letters[at + 1].0);
        rest = rest[..start].trim_end();
    }
    rest.to_owned()
}

/// Joins two texts by a space; one may be empty.
pub(super) fn joined(first: &str, second: &str) -> String {
    format!("{first} {second}").trim().to_owned()
}
