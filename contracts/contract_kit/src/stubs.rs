//! Stubs of one operation: each answer it may give, chosen by `Prefer: code=…` as Prism does; and without that header
//! what the server would do with a good request, one without a token, and one whose body does not fit.

use serde_json::{Map, Value, json};

use crate::document::{Answer, Operation};
use crate::{schemas, streams};

/// Whoever asks for a status gets it.
const CHOSEN: u8 = 1;
const WITHOUT_TOKEN: u8 = 2;
/// Before what is usual, but not before the conversation, whose stubs are at 3.
const WAITED_FOR: u8 = 4;
const USUAL: u8 = 5;
const UNFIT: u8 = 9;

/// All stubs of an operation.
pub fn of(operation: &Operation<'_>) -> Vec<Value> {
    let answers = operation.answers();
    let mut stubs: Vec<Value> = answers.iter().map(|answer| chosen(operation, answer)).collect();
    let find = |status: u16| answers.iter().find(|answer| answer.status == status);
    if let (true, Some(answer)) = (operation.is_secured(), find(401)) {
        let request = with_header(matcher(operation), "Authorization", &json!({"absent": true}));
        let sample = without(sample(operation), "Authorization");
        stubs.push(stub(operation, answer, ("without a token", WITHOUT_TOKEN), request, sample));
    }
    stubs.extend(usual(operation, &answers));
    if let (Some(_), Some(answer)) = (operation.body(), find(422)) {
        let mut sample = sample(operation);
        sample["body"] = json!({"unheard_of": "yes"});
        stubs.push(stub(operation, answer, ("a body that does not fit", UNFIT), matcher(operation), sample));
    }
    stubs
}

/// Any request that names the status.
fn chosen(operation: &Operation<'_>, answer: &Answer<'_>) -> Value {
    let code = format!("code={}", answer.status);
    let pattern = format!("(.*[,; ])?{code}([,; ].*)?");
    let request = with_header(matcher(operation), "Prefer", &json!({"matches": pattern}));
    let mut sample = sample(operation);
    sample["headers"]["Prefer"] = match waits(operation) && answer.status == 200 {
        true => json!(format!("wait=20, {code}")),
        false => json!(code),
    };
    if answer.status == 304 {
        sample["headers"]["If-None-Match"] = json!("\"3\"");
    }
    stub(operation, answer, ("chosen", CHOSEN), request, sample)
}

/// What a good request gets. Where an operation can be waited for, that needs the wish to.
fn usual(operation: &Operation<'_>, answers: &[Answer<'_>]) -> Vec<Value> {
    let mut successes = answers.iter().filter(|answer| answer.status < 300);
    if !waits(operation) {
        let first = successes.next();
        return first.map(|answer| good(operation, answer, USUAL, None)).into_iter().collect();
    }
    let stub = |answer: &Answer<'_>| match answer.status {
        202 => good(operation, answer, USUAL, None),
        _ => good(operation, answer, WAITED_FOR, Some("wait=20")),
    };
    successes.map(stub).collect()
}

fn waits(operation: &Operation<'_>) -> bool {
    operation.takes("Prefer")
}

fn good(operation: &Operation<'_>, answer: &Answer<'_>, priority: u8, prefer: Option<&str>) -> Value {
    let mut request = matcher(operation);
    let mut sample = sample(operation);
    if let Some(prefer) = prefer {
        request = with_header(request, "Prefer", &json!({"contains": "wait="}));
        sample["headers"]["Prefer"] = json!(prefer);
    }
    match operation.body() {
        Some(("application/json", media)) => {
            request["bodyPatterns"] = fits(operation.document, &media["schema"]);
        }
        Some((_, media)) => request["formParameters"] = required_fields(operation.document, &media["schema"]),
        None => {}
    }
    stub(operation, answer, ("a good request", priority), request, sample)
}

/// Matches JSON that the schema takes.
pub fn fits(document: &Value, schema: &Value) -> Value {
    let schema = schemas::json_schema(document, schema);
    json!([{"matchesJsonSchema": schema, "schemaVersion": "V201909"}])
}

/// Each field that a form must have has something in it.
fn required_fields(document: &Value, schema: &Value) -> Value {
    let reference = schema["$ref"].as_str().unwrap_or_default();
    let schema = document.pointer(reference.trim_start_matches('#')).unwrap_or(schema);
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    required.map(|field| (field.to_owned(), json!({"matches": "(?s).+"}))).collect()
}

/// Matches the method and the path, whatever else is sent.
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

/// A good request, for whoever wants to try the stub; the body as JSON also where it is sent as a form.
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
    answer: &Answer<'_>,
    (why, priority): (&str, u8),
    request: Value,
    sample: Value,
) -> Value {
    json!({
        "name": format!("{} {}: {why}", operation.id(), answer.status),
        "priority": priority,
        "request": request,
        "response": response(operation.document, answer),
        "metadata": {"operation": operation.id(), "status": answer.status, "request": sample},
    })
}

fn response(document: &Value, answer: &Answer<'_>) -> Value {
    let mut headers = Map::new();
    // The request id is in the body of a problem too.
    headers.insert("X-Request-Id".to_owned(), request_id(document));
    headers.extend(answer.headers.iter().map(|(name, value)| ((*name).to_owned(), json!(value))));
    let mut response = json!({"status": answer.status});
    if let Some(media_type) = answer.media_type {
        headers.insert("Content-Type".to_owned(), json!(media_type));
    }
    response["headers"] = Value::Object(headers);
    match (answer.media_type, answer.example) {
        (Some("text/event-stream"), _) => {
            response["body"] = json!(streams::text());
            response["chunkedDribbleDelay"] =
                json!({"numberOfChunks": streams::CHUNKS, "totalDuration": 1000});
        }
        (Some(_), Some(Value::String(text))) => response["body"] = json!(text),
        (Some(_), Some(example)) => response["jsonBody"] = example.clone(),
        _ => {}
    }
    response
}

pub fn request_id(document: &Value) -> Value {
    document["components"]["schemas"]["Problem"]["example"]["request_id"].clone()
}
