//! The stubs of one operation: each documented response, selected by `Prefer: code=…` as in Prism. Without that header
//! they respond as the server does to a valid request, one without a token, and one with an invalid body.

use serde_json::{Map, Value, json};

use crate::document::{Operation, Response};
use crate::{schemas, streams};

/// Priorities of WireMock: the lowest number wins.
const SELECTED: u8 = 1;
const WITHOUT_TOKEN: u8 = 2;
/// Before `VALID`, after the stubs of the conversation, which have priority 3.
const WITH_WAIT: u8 = 4;
const VALID: u8 = 5;
const INVALID_BODY: u8 = 9;

/// All stubs of an operation.
pub fn of(operation: &Operation<'_>) -> Vec<Value> {
    let responses = operation.responses();
    let mut stubs: Vec<Value> = responses.iter().map(|response| selected(operation, response)).collect();
    let find = |status: u16| responses.iter().find(|response| response.status == status);
    if let (true, Some(response)) = (operation.is_secured(), find(401)) {
        let request = with_header(matcher(operation), "Authorization", &json!({"absent": true}));
        let sample = without(sample(operation), "Authorization");
        stubs.push(stub(operation, response, ("without a token", WITHOUT_TOKEN), request, sample));
    }
    stubs.extend(valid(operation, &responses));
    if let (Some(_), Some(response)) = (operation.body(), find(422)) {
        let mut sample = sample(operation);
        sample["body"] = json!({"unheard_of": "yes"});
        stubs.push(stub(
            operation,
            response,
            ("a body that does not fit", INVALID_BODY),
            matcher(operation),
            sample,
        ));
    }
    stubs
}

/// Any request that selects the status.
fn selected(operation: &Operation<'_>, response: &Response<'_>) -> Value {
    let code = format!("code={}", response.status);
    let pattern = format!("(.*[,; ])?{code}([,; ].*)?");
    let request = with_header(matcher(operation), "Prefer", &json!({"matches": pattern}));
    let mut sample = sample(operation);
    sample["headers"]["Prefer"] = match waits(operation) && response.status == 200 {
        true => json!(format!("wait=20, {code}")),
        false => json!(code),
    };
    if response.status == 304 {
        sample["headers"]["If-None-Match"] = json!("\"3\"");
    }
    stub(operation, response, ("chosen", SELECTED), request, sample)
}

/// The responses to a valid request. An operation that can wait has one with `Prefer: wait=…` and one without.
fn valid(operation: &Operation<'_>, responses: &[Response<'_>]) -> Vec<Value> {
    let mut successes = responses.iter().filter(|response| response.status < 300);
    if !waits(operation) {
        let first = successes.next();
        return first.map(|response| success(operation, response, VALID, None)).into_iter().collect();
    }
    let stub = |response: &Response<'_>| match response.status {
        202 => success(operation, response, VALID, None),
        _ => success(operation, response, WITH_WAIT, Some("wait=20")),
    };
    successes.map(stub).collect()
}

fn waits(operation: &Operation<'_>) -> bool {
    operation.takes("Prefer")
}

fn success(operation: &Operation<'_>, response: &Response<'_>, priority: u8, prefer: Option<&str>) -> Value {
    let mut request = matcher(operation);
    let mut sample = sample(operation);
    if let Some(prefer) = prefer {
        request = with_header(request, "Prefer", &json!({"contains": "wait="}));
        sample["headers"]["Prefer"] = json!(prefer);
    }
    match operation.body() {
        Some(("application/json", media)) => {
            request["bodyPatterns"] = matches_schema(operation.document, &media["schema"]);
        }
        Some((_, media)) => request["formParameters"] = required_fields(operation.document, &media["schema"]),
        None => {}
    }
    stub(operation, response, ("a good request", priority), request, sample)
}

/// Matches JSON that is valid against the schema.
pub fn matches_schema(document: &Value, schema: &Value) -> Value {
    let schema = schemas::json_schema(document, schema);
    json!([{"matchesJsonSchema": schema, "schemaVersion": "V201909"}])
}

/// Matches a form whose required fields are not empty.
fn required_fields(document: &Value, schema: &Value) -> Value {
    let reference = schema["$ref"].as_str().unwrap_or_default();
    let schema = document.pointer(reference.trim_start_matches('#')).unwrap_or(schema);
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    required.map(|field| (field.to_owned(), json!({"matches": "(?s).+"}))).collect()
}

/// Matches the method and the path.
pub fn matcher(operation: &Operation<'_>) -> Value {
    let path = if operation.path.contains('{') { "urlPathTemplate" } else { "urlPath" };
    json!({"method": operation.method.to_uppercase(), path: operation.path})
}

fn with_header(mut request: Value, name: &str, pattern: &Value) -> Value {
    request["headers"][name] = pattern.clone();
    request
}

fn without(mut sample: Value, header: &str) -> Value {
    if let Some(headers) = sample["headers"].as_object_mut() {
        headers.shift_remove(header);
    }
    sample
}

/// A valid request, to try the stub with. Its body is JSON even if it is sent as a form.
fn sample(operation: &Operation<'_>) -> Value {
    let mut headers = Map::new();
    if operation.is_secured() {
        headers.insert("Authorization".to_owned(), json!("Bearer stub"));
    }
    let mut sample = json!({"method": operation.method.to_uppercase(), "path": operation.example_path()});
    if let Some((media_type, media)) = operation.body() {
        headers.insert("Content-Type".to_owned(), json!(media_type));
        sample["body"] = media["example"].clone();
    }
    sample["headers"] = Value::Object(headers);
    sample
}

fn stub(
    operation: &Operation<'_>,
    response: &Response<'_>,
    (why, priority): (&str, u8),
    request: Value,
    sample: Value,
) -> Value {
    json!({
        "name": format!("{} {}: {why}", operation.id(), response.status),
        "priority": priority,
        "request": request,
        "response": response_of(operation.document, response),
        "metadata": {"operation": operation.id(), "status": response.status, "request": sample},
    })
}

fn response_of(document: &Value, response: &Response<'_>) -> Value {
    let mut headers = Map::new();
    // The same id is in the body of a problem.
    headers.insert("X-Request-Id".to_owned(), request_id(document));
    headers.extend(response.headers.iter().map(|(name, value)| ((*name).to_owned(), json!(value))));
    let mut stub = json!({"status": response.status});
    if let Some(media_type) = response.media_type {
        headers.insert("Content-Type".to_owned(), json!(media_type));
    }
    stub["headers"] = Value::Object(headers);
    match (response.media_type, response.example) {
        (Some("text/event-stream"), _) => {
            stub["body"] = json!(streams::text());
            stub["chunkedDribbleDelay"] = json!({"numberOfChunks": streams::CHUNKS, "totalDuration": 1000});
        }
        (Some(_), Some(Value::String(text))) => stub["body"] = json!(text),
        (Some(_), Some(example)) => stub["jsonBody"] = example.clone(),
        _ => {}
    }
    stub
}

pub fn request_id(document: &Value) -> Value {
    document["components"]["schemas"]["Problem"]["example"]["request_id"].clone()
}
