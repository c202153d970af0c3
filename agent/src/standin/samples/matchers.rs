//! The matchers of the sample conversations.

use job_post::Language;
use serde_json::Value;

/// Everything about a turn that is not as expected.
pub(super) fn mismatches(
    turn: &Value,
    now: &Value,
    before: &Value,
    reply: &str,
    complete: bool,
) -> Vec<String> {
    let mut wrong = Vec::new();
    if turn["complete"].as_bool().is_some_and(|expected| expected != complete) {
        wrong.push(format!("complete is {complete}"));
    }
    for (field, matchers) in turn["expect"].as_object().unwrap() {
        for (matcher, expected) in matchers.as_object().unwrap() {
            let value = &now[field];
            if !holds(matcher, expected, value, &before[field]) {
                wrong.push(format!("{field} is {value}, expected {matcher} {expected}"));
            }
        }
    }
    for (matcher, expected) in turn["reply"].as_object().into_iter().flatten() {
        if !reply_holds(matcher, expected, reply) {
            wrong.push(format!("reply: expected {matcher} {expected}"));
        }
    }
    wrong
}

fn holds(matcher: &str, expected: &Value, value: &Value, before: &Value) -> bool {
    let text = plain(value);
    match matcher {
        "any" => texts(expected).iter().any(|one| bare(one) == bare(&text)),
        "contains" => texts(expected).iter().all(|part| text.contains(part)),
        "contains_any" => texts(expected).iter().any(|part| text.contains(part)),
        "num" => is_one_of(value, expected),
        "num_or_empty" => value.is_null() || is_one_of(value, expected),
        "empty" => value.is_null() == (expected == true),
        "has" => texts(expected).iter().all(|item| has(value, item)),
        "not" => !texts(expected).iter().any(|item| has(value, item)),
        "bool" => value.as_bool() == expected.as_bool(),
        "bool_or_empty" => value.is_null() || value.as_bool() == expected.as_bool(),
        "keep" => value == before,
        other => panic!("no matcher {other}"),
    }
}

fn reply_holds(matcher: &str, expected: &Value, reply: &str) -> bool {
    let lower = reply.to_lowercase();
    match matcher {
        "not_empty" => !reply.trim().is_empty(),
        "lang" => (Language::of([reply]) == Language::German) == (expected == "de"),
        "must_not" => !texts(expected).iter().any(|word| lower.contains(word)),
        "mentions_any" | "asks_or_flags" => texts(expected).iter().any(|word| lower.contains(word)),
        "must_not_invent_number" => !reply.contains(|c: char| c.is_ascii_digit()),
        other => panic!("no matcher {other}"),
    }
}

/// The value as one text in small letters, lists joined.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.to_lowercase(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn texts(expected: &Value) -> Vec<String> {
    expected.as_array().unwrap().iter().map(plain).collect()
}

fn bare(text: &str) -> String {
    text.replace(['_', '-'], "")
}

fn is_one_of(value: &Value, expected: &Value) -> bool {
    let number: Option<f64> = value.as_str().and_then(|text| text.parse().ok());
    number.is_some() && expected.as_array().unwrap().iter().any(|one| one.as_f64() == number)
}

/// An item of the list is this, or has it as a word.
fn has(value: &Value, item: &str) -> bool {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().map(plain).any(|it| it == item || it.split(' ').any(|word| word == item))
}
