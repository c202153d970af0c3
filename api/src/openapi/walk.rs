//! Visitors of an OpenAPI document.

use serde_json::{Map, Value};

pub type Object = Map<String, Value>;

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// An operation with its path and method.
pub struct Operation<'a> {
    pub path: &'a str,
    pub method: &'a str,
    pub value: &'a mut Object,
}

/// Calls `visit` for every operation, in the document's order.
pub fn each_operation(document: &mut Value, mut visit: impl FnMut(Operation<'_>)) {
    let Some(paths) = document["paths"].as_object_mut() else { return };
    for (path, item) in paths {
        for method in METHODS {
            if let Some(value) = item.get_mut(method).and_then(Value::as_object_mut) {
                visit(Operation { path, method, value });
            }
        }
    }
}

/// Calls `visit` for every response of every operation that is not a reference.
pub fn each_response(document: &mut Value, mut visit: impl FnMut(&str, &mut Object)) {
    each_operation(document, |operation| {
        let responses = operation.value.get_mut("responses").and_then(Value::as_object_mut);
        for (status, response) in responses.into_iter().flatten() {
            if let Some(response) = response.as_object_mut().filter(|response| !response.contains_key("$ref"))
            {
                visit(status, response);
            }
        }
    });
}

/// The example of a JSON response: its own, or its schema's.
pub fn example_of<'a>(document: &'a Value, response: &'a Value) -> Option<&'a Value> {
    let media = &response["content"]["application/json"];
    let of_schema = || document["components"]["schemas"][referred(&media["schema"])?].get("example");
    media.get("example").or_else(of_schema)
}

/// Calls `visit` for every JSON object, outer before inner. Examples are data and not visited.
pub fn each_object(value: &mut Value, visit: &mut impl FnMut(&mut Object)) {
    match value {
        Value::Object(object) => {
            visit(object);
            let inner = object.iter_mut().filter(|(key, _)| !matches!(key.as_str(), "example" | "examples"));
            inner.for_each(|(_, value)| each_object(value, visit));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_object(item, visit)),
        _ => {}
    }
}

/// Renames the keys of an object and keeps their order.
pub fn rename_keys(object: &mut Object, rename: impl Fn(&str) -> String) {
    let old = std::mem::take(object);
    object.extend(old.into_iter().map(|(key, value)| (rename(&key), value)));
}

/// The name of the schema that a `$ref` refers to.
pub fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/components/schemas/")
}
