//! Fields that may be absent are no reason to complain about one answer, but of all answers together each field has to
//! be in one: so a field that the server does not write any more is missed, also where it is optional.

use std::collections::BTreeSet;

use contract_kit::document;
use serde_json::Value;

use super::cases::Cases;
use super::checks;
use super::replay::Played;

/// Every field that success may have and none of the answers has, as `Schema.field`; and those of which that is said
/// though one has them.
pub fn unseen(openapi: &Value, played: &[Played], cases: &Cases) -> Vec<String> {
    let (mut documented, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let operations = document::operations(openapi);
    for operation in &operations {
        for answer in operation.answers().iter().filter(|answer| answer.status < 300) {
            if let Some(schema) = operation.schema(answer.status) {
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
    let missed = documented.difference(&seen).filter(|field| !excused.contains(*field));
    let missed = missed.map(|field| format!("no answer has {field}"));
    let wrong = excused.intersection(&seen).map(|field| format!("{field} is in never_seen and was seen"));
    missed.chain(wrong).collect()
}

/// The fields of a schema, or those of them that the value has.
fn fields(openapi: &Value, schema: &Value, value: Option<&Value>, found: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|lead| lead.strip_prefix("#/components/schemas/")) {
        let target = &openapi["components"]["schemas"][name];
        for (field, inner) in target["properties"].as_object().into_iter().flatten() {
            let held = value.map(|value| value.get(field));
            if held == Some(None) || (!found.insert(format!("{name}.{field}")) && value.is_none()) {
                continue;
            }
            fields(openapi, inner, held.flatten(), found);
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

/// Proves it: each field of each success, taken out of every answer that has it, is missed. What JSON-LD has is not ours
/// to describe, so its schema names no fields.
pub fn a_field_that_goes_is_missed(openapi: &Value, played: &[Played], cases: &Cases) {
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
        let is_missed = !unseen(openapi, &without, cases).is_empty() || without.iter().any(wrong);
        assert!(is_missed, "nobody misses {name}");
    }
}

fn without(played: &Played, name: &str) -> Played {
    let mut body = played.body.clone();
    take_out(&mut body, name);
    Played { operation: played.operation.clone(), status: played.status, body }
}

/// Wherever it stands.
fn take_out(value: &mut Value, name: &str) {
    match value {
        Value::Object(fields) => {
            fields.shift_remove(name);
            fields.values_mut().for_each(|value| take_out(value, name));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| take_out(value, name)),
        _ => {}
    }
}
