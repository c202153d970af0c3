//! Texts: missing descriptions, and line breaks.

use serde_json::{Value, json};

use super::walk::{each_object, referred};

/// Gives a response without a description that of its schema.
pub fn describe_responses(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    each_object(document, &mut |object| {
        if object.get("description") == Some(&json!("")) {
            let schema = object.get("content").map(|content| &content["application/json"]["schema"]);
            let description = schema.and_then(referred).map(|name| schemas[name]["description"].clone());
            object.insert("description".to_owned(), description.unwrap_or_else(|| json!("Done.")));
        }
    });
}

/// Joins the lines of a paragraph, which were broken for the width of the source code.
pub fn join_lines(document: &mut Value) {
    each_object(document, &mut |object| {
        if let Some(Value::String(text)) = object.get_mut("description") {
            let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
            *text = paragraphs.collect::<Vec<_>>().join("\n\n");
        }
    });
}
