//! Translates schemas of OpenAPI 3.0 to JSON Schema (2019-09), which WireMock and validators understand.

use serde_json::{Map, Value, json};

const COMPONENTS: &str = "#/components/schemas/";

/// A self-contained schema, with the referenced schemas under `definitions`. Objects accept documented fields only, so
/// that an undocumented field is found.
pub fn json_schema(document: &Value, schema: &Value) -> Value {
    let mut definitions = Map::new();
    let mut references = Vec::new();
    let mut whole = translate(schema, &mut references);
    while let Some(name) = references.pop() {
        if !definitions.contains_key(&name) {
            let translated = translate(&document["components"]["schemas"][&name], &mut references);
            definitions.insert(name, translated);
        }
    }
    definitions.sort_keys();
    whole["$schema"] = json!("https://json-schema.org/draft/2019-09/schema");
    whole["definitions"] = Value::Object(definitions);
    whole
}

fn translate(schema: &Value, references: &mut Vec<String>) -> Value {
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix(COMPONENTS)) {
        references.push(name.to_owned());
        return json!({"$ref": format!("#/definitions/{name}")});
    }
    let mut translated = Map::new();
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        let of_schemas = |map: &Map<String, Value>, references: &mut Vec<String>| -> Value {
            map.iter().map(|(name, schema)| (name.clone(), translate(schema, references))).collect()
        };
        let value = match (keyword.as_str(), value) {
            ("properties", Value::Object(fields)) => of_schemas(fields, references),
            ("items" | "additionalProperties", Value::Object(_)) => translate(value, references),
            ("oneOf" | "anyOf" | "allOf", Value::Array(options)) => {
                options.iter().map(|option| translate(option, references)).collect()
            }
            _ if is_assertion(keyword) => value.clone(),
            _ => continue,
        };
        translated.insert(keyword.clone(), value);
    }
    if translated.contains_key("properties") && !translated.contains_key("additionalProperties") {
        translated.insert("additionalProperties".to_owned(), json!(false));
    }
    match schema["nullable"] == true {
        true => json!({"anyOf": [without_null(translated), {"type": "null"}]}),
        false => Value::Object(translated),
    }
}

/// OpenAPI 3.0 lists `null` among the values of an enum.
fn without_null(mut schema: Map<String, Value>) -> Map<String, Value> {
    if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        values.retain(|value| !value.is_null());
    }
    schema
}

/// Whether the keyword restricts values. The others are annotations.
fn is_assertion(keyword: &str) -> bool {
    const KNOWN: &[&str] = &[
        "type",
        "format",
        "enum",
        "required",
        "additionalProperties",
        "pattern",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "multipleOf",
    ];
    KNOWN.contains(&keyword)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_contains_its_references_and_refuses_other_fields() {
        let document = json!({"components": {"schemas": {
            "Ship": {"type": "object", "example": {}, "required": ["name"], "properties": {
                "name": {"type": "string", "nullable": true, "description": "Whose?"},
                "crew": {"type": "array", "items": {"$ref": "#/components/schemas/Sailor"}}}},
            "Sailor": {"type": "string", "x-extensible-enum": ["cook"]},
            "Harbour": {"type": "object"},
        }}});
        let schema = json_schema(&document, &json!({"$ref": "#/components/schemas/Ship"}));
        let expected = json!({"$ref": "#/definitions/Ship",
            "$schema": "https://json-schema.org/draft/2019-09/schema",
            "definitions": {
                "Sailor": {"type": "string"},
                "Ship": {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
                    "name": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                    "crew": {"type": "array", "items": {"$ref": "#/definitions/Sailor"}}}}}});
        assert_eq!(schema, expected);
    }
}
