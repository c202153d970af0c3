//! Texts that address the model, not the recruiter's assistant: where a message gives it orders.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use unicode_normalization::UnicodeNormalization as _;

use super::lists;
use crate::words::pattern;

/// Gives orders to the model instead of facts about a job: nothing hard is taken from such a message.
pub fn is_instruction_like(message: &str) -> bool {
    let text = visible(message);
    orders_to_model().iter().any(|order| order.is_match(&text))
}

/// The paragraphs of a message that give orders to the model; all of it where an order reaches over several. Nothing in
/// them is a fact.
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

/// One line, marked as the heading of what follows.
fn is_heading(paragraph: &str) -> bool {
    let line = paragraph.trim();
    !line.contains('\n') && (line.starts_with('#') || line.ends_with([':', '>', ']']))
}

/// Plain letters for fancy ones, without what cannot be seen, and letters that are spaced out put together.
fn visible(message: &str) -> String {
    static SPACED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:\p{L} ){3,}\p{L}\b"));
    let hidden = |letter: &char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let plain: String = message.nfkc().filter(|letter| !hidden(letter)).collect();
    SPACED.replace_all(&plain, |spaced: &Captures<'_>| spaced[0].replace(' ', "")).into_owned()
}

/// One by one: as a set they are many times slower. Boundaries and letters are ASCII's, since with others the engine
/// loses its fast way on any text with an umlaut.
fn orders_to_model() -> &'static [Regex] {
    static ORDERS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
        let ascii = |line: &str| line.replace(r"\b", r"(?-u:\b)").replace(r"\w", "[0-9A-Za-z_]");
        lists::ORDERS_TO_MODEL.lines().map(|line| pattern(&ascii(line))).collect()
    });
    &ORDERS
}
