//! Examples of media types, which poem-openapi leaves out.

use serde_json::{Value, json};

use super::walk::{each_object, referred};

/// Adds an example to each webhook, because several share a schema.
pub fn add_webhook_examples(document: &mut Value, examples: impl Iterator<Item = (&'static str, Value)>) {
    for (name, example) in examples {
        document["x-webhooks"][name]["post"]["requestBody"]["content"]["application/json"]["example"] =
            example;
    }
}

/// Copies the example of a named schema to the media types that use it, and moves the example of an inline schema there.
pub fn copy_to_media_types(document: &mut Value) {
    let schemas = document["components"]["schemas"].clone();
    each_object(document, &mut |object| {
        let Some(content) = object.get_mut("content").and_then(Value::as_object_mut) else { return };
        for (_, media) in content {
            let inline = media.get_mut("schema").and_then(Value::as_object_mut);
            let own = inline.and_then(|schema| schema.shift_remove("example"));
            let named = media.get("schema").and_then(referred).and_then(|name| schemas[name].get("example"));
            if let (Some(example), None) = (own.or_else(|| named.cloned()), media.get("example")) {
                media["example"] = json!(example);
            }
        }
    });
}

#[cfg(test)]
#[test]
fn a_response_has_the_example_of_its_schema() {
    let list = json!({"responses": {"200": {"content": {
        "application/json": {"schema": {"$ref": "#/components/schemas/ThingPage"}}}}}});
    let mut document = json!({"paths": {"/v1/things": {"get": list}},
        "components": {"schemas": {"ThingPage": {"example": {"items": []}}}}});
    copy_to_media_types(&mut document);
    let operation = &document["paths"]["/v1/things"]["get"];
    let example = &operation["responses"]["200"]["content"]["application/json"]["example"];
    assert_eq!(example, &json!({"items": []}));
}
