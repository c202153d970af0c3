//! Parameters: the descriptions of common headers, and descriptions and examples of ids in paths. The latter follow from
//! the document, so a new resource needs no line here.

use serde_json::{Value, json};

use super::walk::{Operation, each_operation, example_of};
use crate::routes::{FILTER_MARK, filter_parameters};
use crate::timeouts::WAIT_MARK;

/// Headers that many operations take.
const HEADERS: [(&str, &str); 4] = [
    (
        "Idempotency-Key",
        "A key of your choice that makes the request idempotent: repeating it within 24 hours returns the stored response.",
    ),
    (
        "If-Match",
        "One or more `ETag` values. The request succeeds only while one of them is current; else 412.",
    ),
    ("If-None-Match", "One or more `ETag` values. While one of them is current, the response is 304."),
    (
        "Prefer",
        "`wait=N`: wait up to N seconds for the turn to end. `respond-async`: respond at once, as without the header \
         (RFC 7240).",
    ),
];

/// An optional parameter of the query.
pub fn query_parameter(name: &str, schema: &Value, description: &str) -> Value {
    json!({"name": name, "schema": schema, "in": "query", "description": description, "required": false})
}

/// Writes the filters of sessions in place of their mark.
pub fn write_session_filters(document: &mut Value) {
    replace_mark(document, FILTER_MARK, &filter_parameters());
}

/// Writes these parameters in place of the one with the mark: poem knows one parameter per extractor.
pub fn replace_mark(document: &mut Value, mark: &str, by: &[Value]) {
    each_operation(document, |Operation { value, .. }| {
        let Some(Value::Array(parameters)) = value.get_mut("parameters") else { return };
        if let Some(place) = parameters.iter().position(|parameter| parameter["schema"]["format"] == mark) {
            parameters.splice(place..=place, by.iter().cloned());
        }
    });
}

/// Removes parameters that only declare a timeout.
pub fn remove_wait_marks(document: &mut Value) {
    let is_mark = |parameter: &Value| {
        let format = parameter["schema"].get("format").and_then(Value::as_str);
        format.is_some_and(|format| format.starts_with(WAIT_MARK))
    };
    each_operation(document, |Operation { value, .. }| {
        let Some(Value::Array(parameters)) = value.get_mut("parameters") else { return };
        parameters.retain(|parameter| !is_mark(parameter));
        if parameters.is_empty() {
            value.shift_remove("parameters");
        }
    });
}

/// Describes the common headers, and gives `Prefer` an example.
pub fn describe_headers(document: &mut Value) {
    each_operation(document, |Operation { value, .. }| {
        for parameter in value.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            let Some((name, description)) = HEADERS.iter().find(|(name, _)| parameter["name"] == *name)
            else {
                continue;
            };
            // Before `required`, where poem puts it.
            if let Some(required) =
                parameter.as_object_mut().and_then(|fields| fields.shift_remove("required"))
            {
                parameter["description"] = json!(description);
                parameter["required"] = required;
            }
            if *name == "Prefer" {
                parameter["example"] = json!("wait=20");
            }
        }
    });
}

/// Describes the parameters of paths that have no description, and adds an example.
pub fn describe_ids(document: &mut Value) {
    let before = document.clone();
    each_operation(document, |Operation { value, .. }| {
        for parameter in value.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            let Some(name) = parameter["name"].as_str().map(str::to_owned) else { continue };
            if parameter["in"] != "path" {
                continue;
            }
            if parameter.get("description").is_none() {
                parameter["description"] = Value::from(description(&name));
            }
            if let (None, Some(example)) = (parameter.get("example"), example(&before, &name)) {
                parameter["example"] = example;
            }
        }
    });
}

/// `job_post_id` → `The job post's id.`
fn description(name: &str) -> String {
    match name.strip_suffix("_id") {
        Some(thing) => format!("The {}'s id.", thing.replace('_', " ").replace("api key", "API key")),
        None => format!("The {}.", name.replace('_', " ")),
    }
}

/// `webhook_endpoint_id` → `WebhookEndpoint`
fn schema_name(name: &str) -> String {
    let words = name.trim_end_matches("_id").split('_');
    words.map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// The id in the example of the resource at this path; else the field of this name in any example; else the id in the
/// example of the schema of this name.
fn example(document: &Value, name: &str) -> Option<Value> {
    let end = format!("/{{{name}}}");
    let paths = document["paths"].as_object()?;
    let read = paths.iter().filter(|(path, _)| path.ends_with(&end)).find_map(|(_, item)| {
        let shown = example_of(document, &item["get"]["responses"]["200"])?;
        shown.get(name).or_else(|| shown.get("id")).cloned()
    });
    let schemas = document["components"]["schemas"].as_object()?;
    let field = || schemas.values().find_map(|schema| schema.get("example")?.get(name).cloned());
    let resource = || schemas.get(&schema_name(name))?.get("example")?.get("id").cloned();
    read.or_else(field).or_else(resource)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_parameter_has_the_id_of_its_resources_example() {
        let schema = json!({"$ref": "#/components/schemas/Ship"});
        let mut document = json!({
            "paths": {"/ships/{ship_id}": {
                "get": {"parameters": [{"in": "path", "name": "ship_id"}],
                    "responses": {"200": {"content": {"application/json": {"schema": schema}}}}},
                "delete": {"parameters": [{"in": "path", "name": "ship_id", "description": "Mine."}]}}},
            "components": {"schemas": {"Ship": {"example": {"id": "s-1"}}}}});
        describe_ids(&mut document);
        let item = &document["paths"]["/ships/{ship_id}"];
        let shown =
            json!({"in": "path", "name": "ship_id", "description": "The ship's id.", "example": "s-1"});
        assert_eq!(item["get"]["parameters"][0], shown);
        let own = json!({"in": "path", "name": "ship_id", "description": "Mine.", "example": "s-1"});
        assert_eq!(item["delete"]["parameters"][0], own);
    }
}
