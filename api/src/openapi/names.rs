//! Names: media types without a charset, headers in their usual case.

use serde_json::Value;

use super::walk::{each_object, rename_keys};

/// `application/json; charset=utf-8` → `application/json`: JSON has no other charset, and generators look for the bare type.
pub fn strip_charsets(document: &mut Value) {
    each_object(document, &mut |object| {
        if let Some(content) = object.get_mut("content").and_then(Value::as_object_mut) {
            rename_keys(content, |media_type| media_type.replace("; charset=utf-8", ""));
        }
    });
}

/// poem writes headers in capitals.
pub fn restore_header_case(document: &mut Value) {
    each_object(document, &mut |object| {
        if let Some(headers) = object.get_mut("headers").and_then(Value::as_object_mut) {
            rename_keys(headers, usual_case);
        }
        if object.get("in").and_then(Value::as_str) == Some("header") {
            let name = object["name"].as_str().map(usual_case);
            object.insert("name".to_owned(), name.into());
        }
    });
}

/// `RETRY-AFTER` → `Retry-After`.
fn usual_case(name: &str) -> String {
    match name.to_ascii_uppercase().as_str() {
        "ETAG" => return "ETag".to_owned(),
        "LAST-EVENT-ID" => return "Last-Event-ID".to_owned(),
        "WWW-AUTHENTICATE" => return "WWW-Authenticate".to_owned(),
        _ => {}
    }
    let words = name.split('-').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
    });
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn charsets_and_capitals_are_removed() {
        let mut document = json!({"responses": {"200": {
            "content": {"application/json; charset=utf-8": {}},
            "headers": {"ETAG": {}, "RETRY-AFTER": {}, "WWW-AUTHENTICATE": {}},
        }}, "parameters": [{"in": "header", "name": "IF-NONE-MATCH"}, {"in": "query", "name": "page_token"}]});
        strip_charsets(&mut document);
        restore_header_case(&mut document);
        assert_eq!(
            document,
            json!({"responses": {"200": {
                "content": {"application/json": {}},
                "headers": {"ETag": {}, "Retry-After": {}, "WWW-Authenticate": {}},
            }}, "parameters": [{"in": "header", "name": "If-None-Match"}, {"in": "query", "name": "page_token"}]})
        );
    }
}
