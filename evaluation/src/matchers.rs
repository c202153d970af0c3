//! Compares the results of a turn with its expectations.

use job_post::Language;
use serde_json::Value;

use crate::{Matcher, Turn};

/// A failed expectation.
#[derive(Clone, Debug, PartialEq)]
pub struct Mismatch {
    /// The wire name of the field, or `reply` or `complete`.
    pub field: String,
    pub what: String,
}

/// All failed expectations of a turn.
pub fn mismatches(turn: &Turn, now: &Value, before: &Value, reply: &str, complete: bool) -> Vec<Mismatch> {
    let mut wrong = Vec::new();
    let mut note = |field: &str, what: String| wrong.push(Mismatch { field: field.to_owned(), what });
    if turn.complete.as_bool().is_some_and(|expected| expected != complete) {
        note("complete", format!("complete is {complete}"));
    }
    for (field, matchers) in &turn.expect {
        for (matcher, expected) in matchers {
            let value = &now[field];
            if !holds(*matcher, expected, value, &before[field]) {
                note(field, format!("{field} is {value}, expected {matcher:?} {expected}"));
            }
        }
    }
    for (matcher, expected) in &turn.reply {
        if !reply_holds(*matcher, expected, reply) {
            note("reply", format!("reply: expected {matcher:?} {expected}"));
        }
    }
    wrong
}

pub(crate) fn holds(matcher: Matcher, expected: &Value, value: &Value, before: &Value) -> bool {
    let text = text(value);
    match matcher {
        Matcher::Any => texts(expected).iter().any(|one| bare(one) == bare(&text)),
        Matcher::Contains => texts(expected).iter().all(|part| text.contains(part)),
        Matcher::ContainsAny => texts(expected).iter().any(|part| text.contains(part)),
        Matcher::Num => is_one_of(value, expected),
        Matcher::NumOrEmpty => value.is_null() || is_one_of(value, expected),
        Matcher::Empty => value.is_null() == (expected == true),
        Matcher::Has => texts(expected).iter().all(|item| has(value, item)),
        Matcher::Not => !texts(expected).iter().any(|item| has(value, item)),
        Matcher::Bool => value.as_bool().unwrap_or(false) == (expected == true),
        Matcher::BoolOrEmpty => value.is_null() || value.as_bool() == expected.as_bool(),
        Matcher::Keep => value == before,
        _ => false,
    }
}

fn reply_holds(matcher: Matcher, expected: &Value, reply: &str) -> bool {
    let lower = reply.to_lowercase();
    match matcher {
        Matcher::NotEmpty => !reply.trim().is_empty(),
        Matcher::Lang => expected == Language::of([reply], None).code(),
        Matcher::MustNot => !texts(expected).iter().any(|word| lower.contains(word)),
        Matcher::MentionsAny | Matcher::AsksOrFlags => {
            texts(expected).iter().any(|word| lower.contains(word))
        }
        Matcher::MustNotInventNumber => !reply.contains(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// The value as one text in lower case, with the items of a list joined.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.to_lowercase(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(" "),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

pub(crate) fn texts(expected: &Value) -> Vec<String> {
    expected.as_array().into_iter().flatten().map(text).collect()
}

fn bare(text: &str) -> String {
    text.replace(['_', '-'], "")
}

fn is_one_of(value: &Value, expected: &Value) -> bool {
    let number: Option<f64> = value.as_str().and_then(|text| text.parse().ok());
    number.is_some() && expected.as_array().into_iter().flatten().any(|one| one.as_f64() == number)
}

/// Is `item` an item of the list, or a word of one?
fn has(value: &Value, item: &str) -> bool {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().map(text).any(|it| it == item || it.split(' ').any(|word| word == item))
}
