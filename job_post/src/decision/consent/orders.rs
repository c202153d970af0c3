//! Finds orders to the LLM (prompt injection) in a message.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use unicode_normalization::UnicodeNormalization as _;

use super::lists;
use crate::language::list_file;
use crate::language::words::pattern;

/// Does the message give orders to the LLM? Then title, pay, benefits and flags are not taken from it.
pub fn is_instruction_like(message: &str) -> bool {
    let text = visible(message);
    orders_to_model().iter().any(|order| order.is_match(&text))
}

/// The paragraphs that give orders to the LLM, or the whole message if an order spans several. They state no value.
pub(crate) fn orders_in(message: &str) -> Vec<Range<usize>> {
    static PARAGRAPH_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"\n\s*\n|\z"));
    let whole = visible(message);
    let given: Vec<&Regex> = orders_to_model().iter().filter(|order| order.is_match(&whole)).collect();
    if given.is_empty() {
        return Vec::new();
    }
    let (mut found, mut known) = (Vec::new(), HashSet::new());
    let (mut start, mut goes_on) = (0, false);
    for end in PARAGRAPH_END.find_iter(message).map(|end| end.start()) {
        let paragraph = visible(&message[start..end]);
        let here: Vec<usize> = (0..given.len()).filter(|at| given[*at].is_match(&paragraph)).collect();
        found.extend((goes_on || !here.is_empty()).then_some(start..end));
        goes_on = !here.is_empty() && is_heading(&paragraph);
        known.extend(here);
        start = end;
    }
    if known.len() < given.len() { std::iter::once(0..message.len()).collect() } else { found }
}

/// Is it one line that is marked as a heading?
fn is_heading(paragraph: &str) -> bool {
    let line = paragraph.trim();
    !line.contains('\n') && (line.starts_with('#') || line.ends_with([':', '>', ']']))
}

/// The text with plain letters for stylised ones, without invisible characters, and with spaced-out words joined.
fn visible(message: &str) -> String {
    #[cfg(test)]
    crate::bytes_read::count(message);
    static SPACED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:\p{L} ){3,}\p{L}\b"));
    let hidden = |letter: &char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let plain: String = message.nfkc().filter(|letter| !hidden(letter)).collect();
    SPACED.replace_all(&plain, |spaced: &Captures<'_>| spaced[0].replace(' ', "")).into_owned()
}

/// The compiled patterns, one by one: a `RegexSet` of them is many times slower. `\b` and `\w` mean ASCII, because the
/// Unicode forms make the engine slow on any text with an umlaut.
fn orders_to_model() -> &'static [Regex] {
    static ORDERS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
        let ascii = |line: &str| line.replace(r"\b", r"(?-u:\b)").replace(r"\w", "[0-9A-Za-z_]");
        list_file::lines(lists::ORDERS_TO_MODEL).map(|line| pattern(&ascii(line))).collect()
    });
    &ORDERS
}
