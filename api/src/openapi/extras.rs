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

/// `{"oauth2 sessions:read": []}`, as extractors have to write it, is `{"oauth2": ["sessions:read"]}`.
pub fn spell_out_scopes(document: &mut Value) {
    each_operation(document, |operation| {
        let requirements = operation.value.get_mut("security").and_then(Value::as_array_mut);
        for requirement in requirements.into_iter().flatten().filter_map(Value::as_object_mut) {
            let names: Vec<String> = requirement.keys().cloned().collect();
            for (name, (scheme, scope)) in names.iter().filter_map(|name| Some((name, name.split_once(' ')?)))
            {
                requirement.remove(name);
                requirement.insert(scheme.to_owned(), json!([scope]));
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

/// Operations for keys take the member to act for. It stands here because it comes with the security and not with the
/// operation, and after the errors, as a member that is none is a matter of who may call.
pub fn offer_acting(document: &mut Value) {
    let parameter = json!({
        "name": "Postwright-User", "in": "header", "required": false,
        "description": "For API keys: the id of the member to act for, with their role and their view. Without it a key \
                        acts for the admin who made it.",
        "schema": {"type": "string", "format": "uuid"},
    });
    each_operation(document, |operation| {
        let ways = operation.value.get("security").and_then(Value::as_array);
        if ways.into_iter().flatten().any(|way| way.get("oauth2").is_some()) {
            let parameters = operation.value.entry("parameters").or_insert_with(|| json!([]));
            parameters.as_array_mut().into_iter().for_each(|parameters| parameters.push(parameter.clone()));
        }
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
    fn a_scope_stands_with_its_scheme() {
        let operation = json!({"security": [{"bearerAuth": []}, {"oauth2 sessions:read": []}]});
        let mut document = json!({"paths": {"/v1/things": {"get": operation}}});
        spell_out_scopes(&mut document);
        let security = &document["paths"]["/v1/things"]["get"]["security"];
        assert_eq!(security, &json!([{"bearerAuth": []}, {"oauth2": ["sessions:read"]}]));
    }
}
