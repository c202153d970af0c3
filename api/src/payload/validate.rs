//! A value against a schema as poem-openapi knows it: the part of JSON Schema that our request bodies use.

use std::collections::BTreeMap;

use chrono::DateTime;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::Type;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::problem::FieldError;

/// Everything about `value` that does not fit the schema of `T`.
pub fn against<T: Type>(value: &Value) -> Vec<FieldError> {
    let mut registry = Registry::new();
    T::register(&mut registry);
    let mut check = Check { schemas: &registry.schemas, errors: Vec::new() };
    check.value(value, &T::schema_ref(), "");
    check.errors
}

struct Check<'a> {
    schemas: &'a BTreeMap<String, MetaSchema>,
    errors: Vec<FieldError>,
}

impl Check<'_> {
    fn value(&mut self, value: &Value, schema: &MetaSchemaRef, at: &str) {
        match schema {
            MetaSchemaRef::Inline(schema) => self.inline(value, schema, at),
            MetaSchemaRef::Reference(name) => {
                if let Some(schema) = self.schemas.get(name) {
                    self.inline(value, schema, at);
                }
            }
        }
    }

    fn inline(&mut self, value: &Value, schema: &MetaSchema, at: &str) {
        schema.all_of.iter().for_each(|part| self.value(value, part, at));
        match (schema.ty, value) {
            ("object", Value::Object(object)) => self.object(object, schema, at),
            ("array", Value::Array(items)) => self.array(items, schema, at),
            ("string", Value::String(text)) => self.string(text, schema, at),
            ("integer", Value::Number(number)) if number.is_i64() => self.number(number.as_f64(), schema, at),
            ("number", Value::Number(number)) => self.number(number.as_f64(), schema, at),
            ("boolean", Value::Bool(_)) | ("", _) => {}
            (expected, _) => self.refuse(at, format!("must be {}", article(expected))),
        }
        if !schema.enum_items.is_empty() && !schema.enum_items.contains(value) {
            let known: Vec<_> = schema.enum_items.iter().filter_map(Value::as_str).collect();
            self.refuse(at, format!("must be one of {}", known.join(", ")));
        }
    }

    fn object(&mut self, object: &Map<String, Value>, schema: &MetaSchema, at: &str) {
        for name in &schema.required {
            if object.get(*name).is_none_or(Value::is_null) {
                self.refuse(&format!("{at}/{name}"), "is required");
            }
        }
        for (name, value) in object.iter().filter(|(_, value)| !value.is_null()) {
            let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            match schema.properties.iter().find(|(known, _)| known == name) {
                Some((_, schema)) => self.value(value, schema, &at),
                None => self.refuse(&at, "is not a field of this request"),
            }
        }
    }

    fn array(&mut self, items: &[Value], schema: &MetaSchema, at: &str) {
        let Some(of) = &schema.items else { return };
        for (index, item) in items.iter().enumerate() {
            self.value(item, of, &format!("{at}/{index}"));
        }
    }

    fn string(&mut self, text: &str, schema: &MetaSchema, at: &str) {
        let length = text.chars().count();
        if schema.min_length.is_some_and(|least| length < least) {
            let least = schema.min_length.unwrap_or_default();
            self.refuse(
                at,
                format!("must have at least {least} character{}", if least == 1 { "" } else { "s" }),
            );
        }
        if let Some(most) = schema.max_length.filter(|most| length > *most) {
            self.refuse(at, format!("must have at most {most} characters"));
        }
        // The database takes every character but this one.
        if text.contains('\0') {
            self.refuse(at, "must not contain the character NUL");
        }
        if schema.format == Some("uuid") && Uuid::parse_str(text).is_err() {
            self.refuse(at, "must be a UUID");
        }
        if schema.format == Some("date-time") && DateTime::parse_from_rfc3339(text).is_err() {
            self.refuse(at, "must be a time by RFC 3339, as in 2026-05-04T09:30:00Z");
        }
    }

    fn number(&mut self, number: Option<f64>, schema: &MetaSchema, at: &str) {
        let number = number.unwrap_or(f64::NAN);
        if let Some(least) = schema.minimum.filter(|least| number < *least) {
            self.refuse(at, format!("must be at least {least}"));
        }
        if let Some(most) = schema.maximum.filter(|most| number > *most) {
            self.refuse(at, format!("must be at most {most}"));
        }
    }

    fn refuse(&mut self, at: &str, detail: impl Into<String>) {
        self.errors.push(FieldError::new(at, detail));
    }
}

fn article(kind: &str) -> String {
    match kind {
        "object" | "array" | "integer" => format!("an {kind}"),
        _ => format!("a {kind}"),
    }
}

#[cfg(test)]
mod tests {
    use poem_openapi::{Enum, Object};
    use serde_json::json;

    use super::*;
    use crate::payload::parse;
    use crate::types::Timestamp;

    #[derive(Debug, Enum)]
    #[oai(rename_all = "snake_case")]
    enum Colour {
        Red,
        DarkBlue,
    }

    #[derive(Debug, Object)]
    #[oai(deny_unknown_fields)]
    struct Thing {
        #[oai(validator(min_length = 1, max_length = 3))]
        name: String,
        colour: Option<Colour>,
        owner: Option<Uuid>,
        since: Option<Timestamp>,
    }

    fn refusals(value: Value) -> Vec<(String, String)> {
        let problem =
            parse::<Thing>(value.to_string().as_bytes()).map(|thing| format!("{thing:?}")).unwrap_err();
        assert_eq!(problem.status.as_u16(), 422);
        problem.errors.into_iter().map(|error| (error.pointer, error.detail)).collect()
    }

    fn one(pointer: &str, detail: &str) -> Vec<(String, String)> {
        vec![(pointer.to_owned(), detail.to_owned())]
    }

    #[test]
    fn every_wrong_field_is_named() {
        assert_eq!(refusals(json!({})), one("/name", "is required"));
        assert_eq!(refusals(json!({"name": 1})), one("/name", "must be a string"));
        assert_eq!(refusals(json!({"name": ""})), one("/name", "must have at least 1 character"));
        assert_eq!(refusals(json!({"name": "äöüß"})), one("/name", "must have at most 3 characters"));
        assert_eq!(
            refusals(json!({"name": "a", "age/y": 1})),
            one("/age~1y", "is not a field of this request")
        );
        let two = refusals(json!({"colour": "green", "owner": "me", "name": "a"}));
        assert_eq!(two[0], one("/colour", "must be one of red, dark_blue")[0]);
        assert_eq!(two[1], one("/owner", "must be a UUID")[0]);
        let no_time = refusals(json!({"name": "a", "since": "yesterday"}));
        assert_eq!(no_time, one("/since", "must be a time by RFC 3339, as in 2026-05-04T09:30:00Z"));
        assert_eq!(refusals(json!([])), one("", "must be an object"));
    }

    #[test]
    fn a_fitting_value_is_parsed_and_characters_are_counted_not_bytes() {
        let thing: Thing =
            parse("{\"name\": \"äöü\", \"colour\": \"dark_blue\", \"owner\": null}".as_bytes()).unwrap();
        assert_eq!((thing.name.as_str(), thing.owner), ("äöü", None));
        assert!(matches!(thing.colour, Some(Colour::DarkBlue)));
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        for text in ["", "{", "{\"name\": }", "name=x"] {
            assert_eq!(parse::<Thing>(text.as_bytes()).unwrap_err().status.as_u16(), 400, "{text}");
        }
    }
}
