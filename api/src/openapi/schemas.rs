//! Rewrites schemas to the form that all generators understand.

use serde_json::{Map, Value, json};

use super::walk::{Object, each_object};
use crate::types::EXTENSIBLE_MARK;

pub fn normalize(document: &mut Value) {
    each_object(document, &mut |schema| {
        drop_type_beside_union(schema);
        unwrap_annotated_reference(schema);
        open_extensible_enum(schema);
        round_bounds(schema);
        drop_defaults_of_parameters(schema);
    });
}

/// With `type: object` beside `oneOf` some generators ignore the union.
fn drop_type_beside_union(schema: &mut Object) {
    if schema.contains_key("oneOf") || schema.contains_key("anyOf") {
        schema.remove("type");
    }
}

/// poem writes an annotated reference as `allOf: [reference, annotations]` and repeats the annotations beside it, and some
/// generators then lose the type. A nullable reference has to stay an `allOf`, but gets a type. OpenAPI 3.0 allows nothing
/// beside a reference, so the field's own description is dropped: describe the type instead.
fn unwrap_annotated_reference(schema: &mut Object) {
    let Some([reference, annotations]) = schema.get("allOf").and_then(Value::as_array).map(Vec::as_slice)
    else {
        return;
    };
    let annotates =
        |key: &String| matches!(key.as_str(), "description" | "nullable" | "deprecated" | "example");
    let is_annotation = annotations.as_object().is_some_and(|object| object.keys().all(annotates));
    let Some(target) = reference.get("$ref").filter(|_| is_annotation).cloned() else { return };
    let nullable = schema.get("nullable") == Some(&Value::Bool(true));
    let plain = match nullable {
        true => json!({"type": "object", "nullable": true, "allOf": [{"$ref": target}]}),
        false => json!({"$ref": target}),
    };
    *schema = plain.as_object().cloned().unwrap_or_default();
}

fn open_extensible_enum(schema: &mut Object) {
    if schema.get("format").and_then(Value::as_str) == Some(EXTENSIBLE_MARK) {
        schema.remove("format");
        let known = schema.remove("enum").unwrap_or_default();
        schema.insert("x-extensible-enum".to_owned(), known);
    }
}

/// Strict readers refuse `minimum: 1.0` on an integer.
fn round_bounds(schema: &mut Map<String, Value>) {
    for bound in ["minimum", "maximum", "multipleOf"] {
        let Some(number) = schema.get(bound).and_then(Value::as_f64) else { continue };
        if number.fract() == 0.0 {
            #[expect(clippy::cast_possible_truncation, reason = "bounds are small whole numbers")]
            schema.insert(bound.to_owned(), Value::from(number as i64));
        }
    }
}

/// Removes default values of parameters and headers.
fn drop_defaults_of_parameters(object: &mut Object) {
    if object.contains_key("schema") {
        for (key, default) in [("deprecated", false), ("explode", true)] {
            if object.get(key) == Some(&Value::Bool(default)) {
                object.shift_remove(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normalized(mut schema: Value) -> Value {
        normalize(&mut schema);
        schema
    }

    #[test]
    fn an_annotated_reference_is_a_reference() {
        let raw = json!({"description": "whose", "allOf": [{"$ref": "#/x"}, {"description": "whose"}]});
        assert_eq!(normalized(raw), json!({"$ref": "#/x"}));
        let raw = json!({"nullable": true, "allOf": [{"$ref": "#/x"}, {"nullable": true}]});
        assert_eq!(normalized(raw), json!({"type": "object", "nullable": true, "allOf": [{"$ref": "#/x"}]}));
        let real = json!({"allOf": [{"$ref": "#/x"}, {"type": "object"}]});
        assert_eq!(normalized(real.clone()), real);
    }

    #[test]
    fn unions_have_no_type_and_bounds_no_fraction() {
        assert_eq!(normalized(json!({"type": "object", "oneOf": []})), json!({"oneOf": []}));
        assert_eq!(
            normalized(json!({"minimum": 1.0, "maximum": 0.5})),
            json!({"minimum": 1, "maximum": 0.5})
        );
    }

    #[test]
    fn an_extensible_enum_is_open_and_examples_are_not_changed() {
        let raw = json!({"type": "string", "format": "extensible", "enum": ["a"]});
        assert_eq!(normalized(raw), json!({"type": "string", "x-extensible-enum": ["a"]}));
        let example = json!({"example": {"minimum": 1.0}});
        assert_eq!(normalized(example.clone()), example);
    }
}
