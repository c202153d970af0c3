//! Checks of a response against the document.

use contract_kit::{document, schemas};
use serde_json::Value;

/// The violations of a response, undocumented fields included. Of an event stream each event is checked.
pub fn complaints(openapi: &Value, operation: &str, status: u16, body: &Value) -> Vec<String> {
    let operations = document::operations(openapi);
    let operation = operations.iter().find(|known| known.id() == operation).expect(operation);
    let responses = operation.responses();
    let Some(response) = responses.iter().find(|response| response.status == status) else {
        return vec![format!("{status} is not documented")];
    };
    match (operation.schema(status), response.media_type) {
        (None, _) if body.is_null() || body == "" => Vec::new(),
        (None, _) => vec!["the response has a body".to_owned()],
        (Some(schema), Some("text/event-stream")) => {
            let events = events(body.as_str().unwrap_or_default());
            events.iter().flat_map(|event| violations(openapi, schema, event)).collect()
        }
        (Some(schema), _) => violations(openapi, schema, body),
    }
}

/// The values of a body: the body itself, or the events of a stream.
pub fn values(body: &Value) -> Vec<Value> {
    match body.as_str().filter(|text| text.contains("data: ")) {
        Some(text) => events(text),
        None => vec![body.clone()],
    }
}

/// The data of each complete event.
fn events(text: &str) -> Vec<Value> {
    let complete = text.split_inclusive("\n\n").filter(|event| event.ends_with("\n\n"));
    let data = complete.flat_map(str::lines).filter_map(|line| line.strip_prefix("data: "));
    data.map(|data| serde_json::from_str(data).unwrap_or_default()).collect()
}

pub fn violations(openapi: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let schema = schemas::json_schema(openapi, schema);
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}
