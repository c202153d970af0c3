//! Mends text that is nearly JSON, where that needs no guess about its meaning.

/// The value at the beginning of `text` without trailing commas, with raw control characters of its strings escaped, and
/// its length in `text`. `None` if it does not end.
pub(super) fn mended(text: &str) -> Option<(String, usize)> {
    let mut mended = String::with_capacity(text.len());
    let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
    for (at, c) in text.char_indices() {
        if in_string {
            in_string = escaped || c != '"';
            escaped = !escaped && c == '\\';
            push(&mut mended, c);
            continue;
        }
        match c {
            '"' => in_string = true,
            '{' | '[' => depth += 1,
            '}' | ']' => {
                depth = depth.checked_sub(1)?;
                drop_trailing_comma(&mut mended);
            }
            _ => {}
        }
        mended.push(c);
        if depth == 0 {
            return Some((mended, at + c.len_utf8()));
        }
    }
    None
}

/// Adds a character of a string.
fn push(mended: &mut String, c: char) {
    match c {
        '\n' => mended.push_str("\\n"),
        '\t' => mended.push_str("\\t"),
        '\r' => mended.push_str("\\r"),
        // JSON has no other raw control characters; the reading drops them anyway.
        '\0'..='\u{1f}' => {}
        c => mended.push(c),
    }
}

/// Removes a comma before a closing bracket. It must follow a value: `[,]` is not mended.
fn drop_trailing_comma(mended: &mut String) {
    let list = mended.trim_end();
    if let Some(values) = list.strip_suffix(',')
        && !values.trim_end().ends_with(['[', '{', ','])
    {
        let length = values.len();
        mended.truncate(length);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(text: &str) -> Option<Value> {
        serde_json::from_str(&mended(text)?.0).ok()
    }

    #[test]
    fn trailing_commas_and_control_characters_are_mended() {
        assert_eq!(read("{\"a\":[1,2, ],}"), Some(json!({ "a": [1, 2] })));
        assert_eq!(read("{\"a\":\"one\ntwo\tthree\r\u{7}\"}"), Some(json!({ "a": "one\ntwo\tthree\r" })));
        assert_eq!(
            read(r#"{"a":"it says \",}\" \\","b":"[1,]"}"#),
            Some(json!({ "a": "it says \",}\" \\", "b": "[1,]" }))
        );
        assert_eq!(mended("{\"a\":1,} and more").map(|(_, length)| length), Some(8));
    }

    #[test]
    fn nothing_else_is_guessed() {
        for text in ["{\"a\":[1,", "{\"a\":[,]}", "{\"a\":1,,}", "{,}", "{'a':1}", "{a:1}", "}", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
