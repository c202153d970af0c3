//! Types of properties: enums in snake_case, whole numbers, and no null in responses of `/v1`.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{document, objects, operations};

/// The schemas of responses, without those of the original routes, which have null for unknown numbers.
fn in_responses(document: &Value) -> BTreeSet<String> {
    let mut waiting: Vec<String> = operations(document)
        .iter()
        .filter(|(path, _, operation)| path.starts_with("/v1") && operation.contains_key("responses"))
        .flat_map(|(_, _, operation)| references(&operation["responses"]))
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if reached.insert(name.clone()) {
            waiting.extend(references(&document["components"]["schemas"][&name]));
        }
    }
    reached
}

fn references(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    objects(value, "", &mut found);
    let leads = found.into_iter().filter_map(|(_, object)| object.get("$ref")?.as_str());
    leads.filter_map(|lead| lead.strip_prefix("#/components/schemas/")).map(str::to_owned).collect()
}

/// Every property of every schema, as (schema, name, property).
fn properties(document: &Value) -> Vec<(String, String, Map<String, Value>)> {
    let schemas = document["components"]["schemas"].as_object().unwrap().iter();
    let properties = schemas.flat_map(|(schema, value)| {
        let fields = value.get("properties").and_then(Value::as_object).into_iter().flatten();
        fields.map(|(name, value)| (schema.clone(), name.clone(), value.as_object().unwrap().clone()))
    });
    properties.collect()
}

#[test]
fn a_response_of_v1_has_absent_fields_but_no_null() {
    let document = document();
    let in_responses = in_responses(&document);
    assert!(in_responses.contains("Session") && in_responses.contains("JobData"));
    for (schema, name, property) in properties(&document) {
        let is_null = property.get("nullable") == Some(&true.into());
        assert!(!is_null || !in_responses.contains(&schema), "{schema}.{name} can be null");
    }
}

/// Except the value of an RFC 6902 operation, which can be any JSON.
#[test]
fn every_property_has_a_type() {
    for (schema, name, property) in properties(&document()) {
        let has_type = ["type", "$ref", "oneOf"].iter().any(|key| property.contains_key(*key));
        assert!(has_type || (schema == "PatchOperation" && name == "value"), "{schema}.{name} has no type");
    }
}

#[test]
fn numbers_are_whole_and_have_a_lower_bound() {
    let legacy = ["salaryMin", "salaryMax"];
    for (schema, name, property) in properties(&document()) {
        let is_legacy = legacy.contains(&name.as_str());
        assert!(property.get("type") != Some(&"number".into()) || is_legacy, "{schema}.{name} is a float");
        if property.get("type") == Some(&"integer".into()) {
            let format = property.get("format").and_then(Value::as_str).unwrap_or_default();
            assert!(["int32", "int64"].contains(&format), "{schema}.{name} is {format}");
            assert!(property.contains_key("minimum"), "{schema}.{name} has no minimum");
        }
    }
}

#[test]
fn enum_values_are_in_snake_case() {
    let document = document();
    let mut found = Vec::new();
    objects(&document, "", &mut found);
    let is_snake =
        |word: &str| word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    for (at, object) in found {
        for word in object.get("enum").and_then(Value::as_array).into_iter().flatten() {
            assert!(word.as_str().is_some_and(|word| word.split(['.', ':']).all(is_snake)), "{at}: {word}");
        }
        let known = object.get("x-extensible-enum").and_then(Value::as_array).into_iter().flatten();
        for word in known {
            assert_eq!(object["type"], "string", "{at}");
            assert!(word.as_str().is_some_and(|word| word.split(['.', ':']).all(is_snake)), "{at}: {word}");
        }
    }
    for (schema, name, _) in properties(&document) {
        // Except the original routes, and keys that other specifications define.
        let is_legacy =
            document["components"]["schemas"][&schema]["properties"].get("experienceLevel").is_some();
        assert!(is_legacy || is_snake(&name) || name.starts_with('@'), "{schema}.{name}");
    }
}

#[test]
fn only_pages_are_called_pages() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(name.chars().all(char::is_alphanumeric) && name.starts_with(char::is_uppercase), "{name}");
        let is_page = schema["properties"].get("next_page").is_some();
        assert_eq!(is_page, name.ends_with("Page"), "{name}");
    }
}

#[test]
fn a_union_has_a_discriminator_with_a_mapping() {
    let document = document();
    let mut found = Vec::new();
    objects(&document, "", &mut found);
    for (at, object) in found.iter().filter(|(_, object)| object.contains_key("oneOf")) {
        let mapping = object["discriminator"]["mapping"].as_object().expect(at);
        assert_eq!(mapping.len(), object["oneOf"].as_array().unwrap().len(), "{at}");
    }
}
