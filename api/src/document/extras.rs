//! What poem leaves out: examples beside media types, and odds and ends at the top.

use serde_json::{Value, json};

use super::walk::{each_object, each_operation, referred};

/// The version that all generators read, and the places 3.0 has for what poem writes.
pub fn declare_version(document: &mut Value) {
    document["openapi"] = json!("3.0.3");
    if let Some(webhooks) = document.as_object_mut().and_then(|top| top.remove("webhooks")) {
        document["x-webhooks"] = webhooks;
    }
}

/// The map of scopes is required, also an empty one.
pub fn complete_oauth_flows(document: &mut Value) {
    each_object(document, &mut |object| {
        for flow in object.get_mut("flows").and_then(Value::as_object_mut).into_iter().flatten() {
            if flow.1.get("scopes").is_none() {
                flow.1["scopes"] = json!({});
            }
        }
    });
}

/// An operation without security is public on purpose, and says so.
pub fn declare_public(document: &mut Value) {
    each_operation(document, |operation| {
        operation.value.entry("security").or_insert_with(|| json!([]));
    });
}

/// Gives each webhook an example of its own: several share a schema.
pub fn show_webhooks(document: &mut Value, examples: impl Iterator<Item = (&'static str, Value)>) {
    for (name, example) in examples {
        document["x-webhooks"][name]["post"]["requestBody"]["content"]["application/json"]["example"] =
            example;
    }
}

/// Copies a schema's example to the media types that carry it; that of a schema without a name moves there.
pub fn copy_examples(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    each_object(document, &mut |object| {
        let Some(content) = object.get_mut("content").and_then(Value::as_object_mut) else { return };
        for (_, media) in content {
            let inline = media.get_mut("schema").and_then(Value::as_object_mut);
            let own = inline.and_then(|schema| schema.shift_remove("example"));
            let named = media.get("schema").and_then(referred).and_then(|name| schemas[name].get("example"));
            if let (Some(example), None) = (own.or_else(|| named.cloned()), media.get("example")) {
                media["example"] = example;
            }
        }
    });
}

/// An answer that nobody described is what its schema is.
pub fn describe_answers(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    each_object(document, &mut |object| {
        if object.get("description") == Some(&json!("")) {
            let schema = object.get("content").map(|content| &content["application/json"]["schema"]);
            let description = schema.and_then(referred).map(|name| schemas[name]["description"].clone());
            object.insert("description".to_owned(), description.unwrap_or_else(|| json!("Done.")));
        }
    });
}

/// Lines were broken for the source's width; a reader's is another.
pub fn join_lines(document: &mut Value) {
    each_object(document, &mut |object| {
        if let Some(Value::String(text)) = object.get_mut("description") {
            let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
            *text = paragraphs.collect::<Vec<_>>().join("\n\n");
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_has_the_example_of_its_schema() {
        let page = json!({"example": {"items": []}});
        let list = json!({"responses": {"200": {"content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/ThingPage"}}}}}});
        let mut document = json!({"paths": {"/v1/things": {"get": list}},
            "components": {"schemas": {"ThingPage": page}}, "webhooks": {}});
        declare_version(&mut document);
        copy_examples(&mut document);
        let operation = &document["paths"]["/v1/things"]["get"];
        let example = &operation["responses"]["200"]["content"]["application/json"]["example"];
        assert_eq!(example, &json!({"items": []}));
        assert_eq!((&document["openapi"], &document["x-webhooks"]), (&json!("3.0.3"), &json!({})));
    }

    #[test]
    fn a_flow_without_scopes_says_so() {
        let mut document = json!({"flows": {"clientCredentials": {"tokenUrl": "/"}}});
        complete_oauth_flows(&mut document);
        assert_eq!(document["flows"]["clientCredentials"]["scopes"], json!({}));
    }
}
