//! Schemas in the form that every generator reads alike.

use serde_json::{Map, Value, json};

use super::walk::{Object, each_object};

/// The `format` that marks a string whose known values may grow; its `enum` is published as `x-extensible-enum`.
pub const EXTENSIBLE: &str = "extensible";

pub fn tidy(document: &mut Value) {
    each_object(document, &mut |schema| {
        drop_type_beside_union(schema);
        unwrap_annotated_reference(schema);
        open_extensible_enum(schema);
        round_bounds(schema);
        drop_defaults_of_parameters(schema);
    });
}

/// `type: object` beside `oneOf` makes some generators forget the union.
fn drop_type_beside_union(schema: &mut Object) {
    if schema.contains_key("oneOf") || schema.contains_key("anyOf") {
        schema.remove("type");
    }
}

/// poem wraps a reference with annotations as `allOf: [reference, annotations]` and repeats the annotations beside it;
/// some generators then lose the type. A nullable one has to stay an `allOf`, but with a type. In OpenAPI 3.0 nothing may
/// stand beside a reference, so what was said of the field goes: say it of the type.
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
    if schema.get("format").and_then(Value::as_str) == Some(EXTENSIBLE) {
        schema.remove("format");
        let known = schema.remove("enum").unwrap_or_default();
        schema.insert("x-extensible-enum".to_owned(), known);
    }
}

/// `minimum: 1.0` on an integer is refused by strict readers.
fn round_bounds(schema: &mut Map<String, Value>) {
    for bound in ["minimum", "maximum", "multipleOf"] {
        let Some(number) = schema.get(bound).and_then(Value::as_f64) else { continue };
        if number.fract() == 0.0 {
            #[expect(clippy::cast_possible_truncation, reason = "bounds are small whole numbers")]
            schema.insert(bound.to_owned(), Value::from(number as i64));
        }
    }
}

/// What is so anyway need not be said on every parameter and header.
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

    fn tidied(mut schema: Value) -> Value {
        tidy(&mut schema);
        schema
    }

    #[test]
    fn an_annotated_reference_is_a_reference() {
        let raw = json!({"description": "whose", "allOf": [{"$ref": "#/x"}, {"description": "whose"}]});
        assert_eq!(tidied(raw), json!({"$ref": "#/x"}));
        let raw = json!({"nullable": true, "allOf": [{"$ref": "#/x"}, {"nullable": true}]});
        assert_eq!(tidied(raw), json!({"type": "object", "nullable": true, "allOf": [{"$ref": "#/x"}]}));
        let real = json!({"allOf": [{"$ref": "#/x"}, {"type": "object"}]});
        assert_eq!(tidied(real.clone()), real);
    }

    #[test]
    fn unions_have_no_type_and_bounds_no_fraction() {
        assert_eq!(tidied(json!({"type": "object", "oneOf": []})), json!({"oneOf": []}));
        assert_eq!(tidied(json!({"minimum": 1.0, "maximum": 0.5})), json!({"minimum": 1, "maximum": 0.5}));
    }

    #[test]
    fn a_growing_enum_is_open_and_examples_are_left_alone() {
        let raw = json!({"type": "string", "format": "extensible", "enum": ["a"]});
        assert_eq!(tidied(raw), json!({"type": "string", "x-extensible-enum": ["a"]}));
        let example = json!({"example": {"minimum": 1.0}});
        assert_eq!(tidied(example.clone()), example);
    }
}
