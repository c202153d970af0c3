//! Coverage of fields: each documented field, optional or not, is in at least one response of the replay.
//!
//! So a field that the server no longer writes is noticed, though its absence is no violation in a single response.

use std::collections::BTreeSet;

use contract_kit::document;
use serde_json::Value;

use super::cases::Cases;
use super::checks;
use super::replay::Played;

/// The documented fields of successful responses that no response has, as `Schema.field`; and the fields in
/// `never_seen` that a response has.
pub fn unseen(openapi: &Value, played: &[Played], cases: &Cases) -> Vec<String> {
    let (mut documented, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let operations = document::operations(openapi);
    for operation in &operations {
        for response in operation.responses().iter().filter(|response| response.status < 300) {
            if let Some(schema) = operation.schema(response.status) {
                fields(openapi, schema, None, &mut documented);
            }
        }
    }
    for Played { operation, status, body } in played.iter().filter(|played| played.status < 300) {
        let operation = operations.iter().find(|known| known.id() == operation).expect("an operation");
        if let Some(schema) = operation.schema(*status) {
            for value in checks::values(body) {
                fields(openapi, schema, Some(&value), &mut seen);
            }
        }
    }
    let excused = cases.never_seen();
    let missing = documented.difference(&seen).filter(|field| !excused.contains(*field));
    let missing = missing.map(|field| format!("no response has {field}"));
    let wrong = excused.intersection(&seen).map(|field| format!("{field} is in never_seen and was seen"));
    missing.chain(wrong).collect()
}

/// Collects the fields of a schema, or those that the value has.
fn fields(openapi: &Value, schema: &Value, value: Option<&Value>, found: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/components/schemas/")) {
        let target = &openapi["components"]["schemas"][name];
        for (field, inner) in target["properties"].as_object().into_iter().flatten() {
            let present = value.map(|value| value.get(field));
            if present == Some(None) || (!found.insert(format!("{name}.{field}")) && value.is_none()) {
                continue;
            }
            fields(openapi, inner, present.flatten(), found);
        }
        return;
    }
    for option in ["oneOf", "allOf"].iter().flat_map(|key| schema[*key].as_array().into_iter().flatten()) {
        fields(openapi, option, value, found);
    }
    match (schema.get("items"), value) {
        (Some(items), None) => fields(openapi, items, None, found),
        (Some(items), Some(value)) => {
            let all = value.as_array().into_iter().flatten();
            all.for_each(|value| fields(openapi, items, Some(value), found));
        }
        (None, _) => {}
    }
}

/// Tests the check itself: removing any field from all successful responses is noticed. JSON-LD is left out, because its
/// schema names no fields.
pub fn assert_every_removed_field_is_noticed(openapi: &Value, played: &[Played], cases: &Cases) {
    let is_described = |played: &&Played| played.status < 300 && played.body.get("@context").is_none();
    let described = played.iter().filter(is_described);
    let names: BTreeSet<String> = described
        .flat_map(|played| played.body.as_object().into_iter().flatten())
        .map(|(name, _)| name.clone())
        .collect();
    assert!(names.len() > 30, "only {} fields", names.len());
    for name in names {
        let without: Vec<Played> = played.iter().map(|played| without(played, &name)).collect();
        let wrong = |played: &Played| {
            !checks::complaints(openapi, &played.operation, played.status, &played.body).is_empty()
        };
        let is_noticed = !unseen(openapi, &without, cases).is_empty() || without.iter().any(wrong);
        assert!(is_noticed, "the absence of {name} is not noticed");
    }
}

fn without(played: &Played, name: &str) -> Played {
    let mut body = played.body.clone();
    remove(&mut body, name);
    Played { operation: played.operation.clone(), status: played.status, body }
}

/// Removes the field at any depth.
fn remove(value: &mut Value, name: &str) {
    match value {
        Value::Object(fields) => {
            fields.shift_remove(name);
            fields.values_mut().for_each(|value| remove(value, name));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| remove(value, name)),
        _ => {}
    }
}
