//! Validates a value against a schema of poem-openapi: the part of JSON Schema that request bodies use.

use std::collections::BTreeMap;

use chrono::DateTime;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::types::Type;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::problem::{FieldError, MAX_FIELD_ERRORS};

/// The violations of the schema of `T`, at most [`MAX_FIELD_ERRORS`].
pub fn against<T: Type>(value: &Value) -> Vec<FieldError> {
    let mut registry = Registry::new();
    T::register(&mut registry);
    let mut validator = Validator { schemas: &registry.schemas, errors: Vec::new() };
    validator.value(value, &T::schema_ref(), "");
    validator.errors
}

/// Of the form with hyphens. The parser accepts others, such as `{…}` and `urn:uuid:…`.
const UUID_LENGTH: usize = 36;

struct Validator<'a> {
    schemas: &'a BTreeMap<String, MetaSchema>,
    errors: Vec<FieldError>,
}

impl Validator<'_> {
    fn value(&mut self, value: &Value, schema: &MetaSchemaRef, at: &str) {
        if self.errors.len() >= MAX_FIELD_ERRORS {
            return;
        }
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
            (expected, _) => self.violation(at, format!("must be {}", article(expected))),
        }
        if !schema.enum_items.is_empty() && !schema.enum_items.contains(value) {
            let allowed: Vec<_> = schema.enum_items.iter().filter_map(Value::as_str).collect();
            self.violation(at, format!("must be one of {}", allowed.join(", ")));
        }
    }

    fn object(&mut self, object: &Map<String, Value>, schema: &MetaSchema, at: &str) {
        for name in &schema.required {
            if object.get(*name).is_none_or(Value::is_null) {
                self.violation(&format!("{at}/{name}"), "is required");
            }
        }
        for (name, value) in object.iter().filter(|(_, value)| !value.is_null()) {
            let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            match schema.properties.iter().find(|(known, _)| known == name) {
                Some((_, schema)) => self.value(value, schema, &at),
                None => self.violation(&at, "is not a field of this request"),
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
        if schema.min_length.is_some_and(|minimum| length < minimum) {
            let minimum = schema.min_length.unwrap_or_default();
            self.violation(
                at,
                format!("must have at least {minimum} character{}", if minimum == 1 { "" } else { "s" }),
            );
        }
        if let Some(maximum) = schema.max_length.filter(|maximum| length > *maximum) {
            self.violation(at, format!("must have at most {maximum} characters"));
        }
        // PostgreSQL accepts every character in text but this one.
        if text.contains('\0') {
            self.violation(at, "must not contain the character NUL");
        }
        if schema.format == Some("uuid") && (text.len() != UUID_LENGTH || Uuid::parse_str(text).is_err()) {
            self.violation(at, "must be a UUID");
        }
        if schema.format == Some("date-time") && DateTime::parse_from_rfc3339(text).is_err() {
            self.violation(at, "must be a time by RFC 3339, as in 2026-05-04T09:30:00Z");
        }
    }

    fn number(&mut self, number: Option<f64>, schema: &MetaSchema, at: &str) {
        let number = number.unwrap_or(f64::NAN);
        if let Some(minimum) = schema.minimum.filter(|minimum| number < *minimum) {
            self.violation(at, format!("must be at least {minimum}"));
        }
        if let Some(maximum) = schema.maximum.filter(|maximum| number > *maximum) {
            self.violation(at, format!("must be at most {maximum}"));
        }
    }

    fn violation(&mut self, at: &str, detail: impl Into<String>) {
        if self.errors.len() < MAX_FIELD_ERRORS {
            self.errors.push(FieldError::new(at, detail));
        }
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

    fn violations(value: Value) -> Vec<(String, String)> {
        let problem =
            parse::<Thing>(value.to_string().as_bytes()).map(|thing| format!("{thing:?}")).unwrap_err();
        assert_eq!(problem.status.as_u16(), 422);
        problem.errors.into_iter().map(|error| (error.pointer, error.detail)).collect()
    }

    fn one(pointer: &str, detail: &str) -> Vec<(String, String)> {
        vec![(pointer.to_owned(), detail.to_owned())]
    }

    #[test]
    fn every_invalid_field_is_named() {
        assert_eq!(violations(json!({})), one("/name", "is required"));
        assert_eq!(violations(json!({"name": 1})), one("/name", "must be a string"));
        assert_eq!(violations(json!({"name": ""})), one("/name", "must have at least 1 character"));
        assert_eq!(violations(json!({"name": "äöüß"})), one("/name", "must have at most 3 characters"));
        assert_eq!(
            violations(json!({"name": "a", "age/y": 1})),
            one("/age~1y", "is not a field of this request")
        );
        for owner in ["{019a9f40-0000-7000-8000-0000000000c1}", "019a9f40000070008000000000000000"] {
            assert_eq!(violations(json!({"name": "a", "owner": owner})), one("/owner", "must be a UUID"));
        }
        let two = violations(json!({"colour": "green", "owner": "me", "name": "a"}));
        assert_eq!(two[0], one("/colour", "must be one of red, dark_blue")[0]);
        assert_eq!(two[1], one("/owner", "must be a UUID")[0]);
        let invalid_time = violations(json!({"name": "a", "since": "yesterday"}));
        assert_eq!(invalid_time, one("/since", "must be a time by RFC 3339, as in 2026-05-04T09:30:00Z"));
        assert_eq!(violations(json!([])), one("", "must be an object"));
    }

    #[test]
    fn of_many_invalid_fields_some_are_named() {
        let many = Map::from_iter((0..20_000).map(|number| (format!("x{number}"), json!(1))));
        assert_eq!(violations(Value::Object(many)).len(), MAX_FIELD_ERRORS);
    }

    #[test]
    fn a_valid_value_is_parsed_and_length_counts_characters() {
        let thing: Thing =
            parse("{\"name\": \"äöü\", \"colour\": \"dark_blue\", \"owner\": null}".as_bytes()).unwrap();
        assert_eq!((thing.name.as_str(), thing.owner), ("äöü", None));
        assert!(matches!(thing.colour, Some(Colour::DarkBlue)));
    }

    #[test]
    fn malformed_json_is_400() {
        for text in ["", "{", "{\"name\": }", "name=x"] {
            assert_eq!(parse::<Thing>(text.as_bytes()).unwrap_err().status.as_u16(), 400, "{text}");
        }
    }
}
