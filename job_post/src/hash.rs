//! The content hash: a consent holds only for the content with the hash that was shown.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Content;

/// Hex SHA-256 of the canonical form of a company's content.
///
/// The canonical form has sorted keys, decimals without trailing zeros and no empty values, so that a new field does not
/// change the hash of older content.
pub fn content_hash(content: &Content, company_name: &str) -> String {
    let mut content = content.clone();
    let even = |amount: Option<rust_decimal::Decimal>| amount.map(|value| value.normalize());
    content.salary.min = even(content.salary.min);
    content.salary.max = even(content.salary.max);
    let document = serde_json::json!({ "company_name": company_name, "content": content });
    let mut canonical = String::new();
    write(&document, &mut canonical);
    Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.values().all(is_empty),
        _ => false,
    }
}

/// JSON without white space, keys in byte order.
fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().filter(|(_, value)| !is_empty(value)).collect();
            members.sort_by_key(|(name, _)| *name);
            separated(members, '{', '}', out, |(name, value), out| {
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                write(value, out);
            });
        }
        Value::Array(items) => separated(items, '[', ']', out, write),
        scalar => out.push_str(&scalar.to_string()),
    }
}

fn separated<T>(
    items: impl IntoIterator<Item = T>,
    open: char,
    close: char,
    out: &mut String,
    one: impl Fn(T, &mut String),
) {
    out.push(open);
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        one(item, out);
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content() -> Content {
        let mut content =
            Content { title: Some("Cook".into()), skills: vec!["Pasta".into()], ..Content::default() };
        content.salary.min = "65000".parse().ok();
        content
    }

    #[test]
    fn same_content_same_hash() {
        let mut other = content();
        other.salary.min = "65000.00".parse().ok();
        assert_eq!(content_hash(&content(), "a"), content_hash(&other, "a"));
        assert_eq!(content_hash(&content(), "a").len(), 64);
    }

    #[test]
    fn every_difference_shows() {
        let mut other = content();
        other.is_featured = true;
        assert_ne!(content_hash(&content(), "a"), content_hash(&other, "a"));
        assert_ne!(content_hash(&content(), "a"), content_hash(&content(), "b"));
        let mut order = content();
        order.skills = vec!["Rice".into(), "Pasta".into()];
        let mut swapped = order.clone();
        swapped.skills.reverse();
        assert_ne!(content_hash(&order, "a"), content_hash(&swapped, "a"));
    }

    #[test]
    fn the_canonical_form_is_fixed() {
        let mut text = String::new();
        write(
            &serde_json::json!({"b": [1, "x\"y"], "a": {"z": null, "y": false, "x": "v"}, "e": []}),
            &mut text,
        );
        assert_eq!(text, r#"{"a":{"x":"v"},"b":[1,"x\"y"]}"#);
    }
}
