//! Every object, body and response has an example, and every example is valid.

use serde_json::Value;

use super::{document, objects, operations, resolve};

/// Fails unless the value is valid for the schema and has no unknown fields.
fn check(document: &Value, schema: &Value, value: &Value, context: &str) {
    let schema = contract_kit::schemas::json_schema(document, schema);
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect(context);
    let errors: Vec<_> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{context}: {errors:#?} in {value:#}");
}

#[test]
fn every_object_has_a_valid_example() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        if schema["type"] == "object" {
            let example = schema.get("example").unwrap_or_else(|| panic!("{name} has no example"));
            check(&document, schema, example, name);
        }
    }
}

#[test]
fn every_body_and_every_response_has_a_valid_example() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        let body = operation.get("requestBody").map(|body| ("request".to_owned(), body));
        let responses = operation["responses"].as_object().unwrap().iter();
        let responses = responses.map(|(status, response)| (status.clone(), resolve(&document, response)));
        for (what, holder) in body.into_iter().chain(responses) {
            for (media_type, media) in holder["content"].as_object().into_iter().flatten() {
                let context = format!("{method} {path} {what} {media_type}");
                let example = media.get("example").unwrap_or_else(|| panic!("{context} has no example"));
                check(&document, &media["schema"], example, &context);
            }
        }
    }
}

#[test]
fn every_example_of_a_parameter_or_header_is_valid() {
    let document = document();
    let mut found = Vec::new();
    objects(&document, "", &mut found);
    for (at, object) in found {
        let is_schema = at.contains("/components/schemas/");
        if let (Some(schema), Some(example), false) = (object.get("schema"), object.get("example"), is_schema)
        {
            check(&document, schema, example, &at);
        }
    }
    for (path, _, operation) in operations(&document) {
        for parameter in operation.get("parameters").and_then(Value::as_array).into_iter().flatten() {
            let context = format!("{} of {path}", parameter["name"]);
            assert!(parameter["description"].is_string(), "{context} has no description");
            assert!(
                parameter["in"] != "path" || parameter.get("example").is_some(),
                "{context} has no example"
            );
        }
        assert!(operation.contains_key("description"), "{path} has no description");
    }
}

#[test]
fn an_invalid_example_is_detected() {
    let document = document();
    let session = &document["components"]["schemas"]["Session"];
    let mut example = session["example"].clone();
    example["unknown"] = 1.into();
    example["id"] = "no UUID".into();
    example.as_object_mut().unwrap().shift_remove("status");
    let schema = contract_kit::schemas::json_schema(&document, session);
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    assert_eq!(validator.iter_errors(&example).count(), 3);
}
