//! Writes JSON as YAML that all readers understand alike. A string is quoted unless no reader can take it for a date,
//! number or boolean.

use std::fmt::Write as _;

use serde_json::Value;

/// The value in block style, with a final line feed.
pub fn write(value: &Value) -> String {
    let mut out = String::new();
    block(value, 0, &mut out);
    out
}

/// A value on lines of its own.
fn block(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            let _ = write!(out, "{:indent$}{}:", "", text(key));
            after_mark(value, indent, out);
        }),
        Value::Array(items) => items.iter().for_each(|item| {
            let _ = write!(out, "{:indent$}-", "");
            after_mark(item, indent, out);
        }),
        scalar => {
            let _ = writeln!(out, "{:indent$}{}", "", plain_or_quoted(scalar));
        }
    }
}

/// The value after a key or a dash: scalars on the same line, others indented below.
fn after_mark(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Object(fields) if fields.is_empty() => out.push_str(" {}\n"),
        Value::Array(items) if items.is_empty() => out.push_str(" []\n"),
        Value::Object(_) | Value::Array(_) => {
            out.push('\n');
            block(value, indent + 2, out);
        }
        scalar => {
            let _ = writeln!(out, " {}", plain_or_quoted(scalar));
        }
    }
}

fn plain_or_quoted(scalar: &Value) -> String {
    match scalar {
        Value::String(string) => text(string),
        other => other.to_string(),
    }
}

fn text(string: &str) -> String {
    match is_unambiguous(string) {
        true => string.to_owned(),
        // A JSON string is a YAML one.
        false => Value::from(string).to_string(),
    }
}

fn is_unambiguous(string: &str) -> bool {
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    string.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/' || first == '$')
        && !string.ends_with([' ', ':'])
        && ![": ", " #"].iter().any(|mark| string.contains(mark))
        && !string.contains(|c: char| c.is_control() || c == '\u{feff}')
        && !reserved.contains(&string.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn yaml_reads_back_as_the_same_value() {
        let value = json!({
            "/v1/x/{id}": {"$ref": "#/x", "200": ["a", {"b": [1, 2.5, null, true]}, [], {}, [["deep"]]]},
            "tricky": ["", " ", "no", "Yes", "1e3", "2026-11-18T11:06:40.000Z", "a: b", "a #b", "a:", "- a", "ä\n\"b\"",
                "*", "&a", "!b", "%", "@", "`", "{", "[", "null", "~", "0x1f", "it's", "a, b", "•", "http://x/#y"],
        });
        assert_eq!(serde_saphyr::from_str::<Value>(&write(&value)).unwrap(), value);
    }

    #[test]
    fn ambiguous_strings_are_quoted() {
        let value = json!({"at": "2026-11-18", "200": "no", "plain": "Some words."});
        assert_eq!(write(&value), "at: \"2026-11-18\"\n\"200\": \"no\"\nplain: Some words.\n");
    }
}
