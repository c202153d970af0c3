//! Responses: one schema for successes and one for errors of an operation.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{document, operations, resolve};

#[test]
fn an_operation_has_one_success_and_one_error_schema() {
    let document = document();
    for (path, method, operation) in operations(&document) {
        let (mut good, mut bad) = (BTreeSet::new(), BTreeSet::new());
        for (status, response) in operation["responses"].as_object().unwrap() {
            assert_ne!(status, "default", "{path}");
            let response = resolve(&document, response);
            assert!(response["description"].is_string(), "{path} {status}");
            let content = response.get("content").and_then(Value::as_object);
            let schemas = content.into_iter().flatten().map(|(_, media)| media["schema"].to_string());
            if status.starts_with(['4', '5']) {
                assert!(content.is_some(), "{method} {path} {status} has no body");
                bad.extend(schemas);
            } else {
                good.extend(schemas);
            }
        }
        assert!(good.len() <= 1, "{method} {path}: {good:?}");
        assert_eq!(bad.len(), 1, "{method} {path}: {bad:?}");
    }
}

#[test]
fn errors_have_both_media_types_except_on_the_original_routes_and_for_oauth() {
    let document = document();
    for (name, response) in document["components"]["responses"].as_object().unwrap() {
        let types: Vec<_> = response["content"].as_object().unwrap().keys().map(String::as_str).collect();
        match name.starts_with("Legacy") || name.starts_with("OAuth") {
            true => assert_eq!(types, ["application/json"]),
            false => assert_eq!(types, ["application/problem+json", "application/json"]),
        }
    }
}

#[test]
fn the_example_of_an_error_has_its_status() {
    let document = document();
    for (path, _, operation) in operations(&document) {
        for (status, response) in operation["responses"].as_object().unwrap() {
            let content = &resolve(&document, response)["content"];
            if let Some(example) = content["application/problem+json"].get("example") {
                assert_eq!(example["status"].to_string(), *status, "{path}");
            }
        }
    }
}
