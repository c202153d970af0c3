//! The errors of each operation. A handler's error type declares the errors' shape, by its 500, and further statuses
//! (`problem/documented.rs`). All other statuses follow from the operation's form.

use poem::http::StatusCode;
use serde_json::{Value, json};

use super::walk::{Object, Operation, each_operation, referred};
use crate::problem::{
    EXAMPLE_REQUEST_ID, LegacyProblemBody, OAuthErrorBody, Problem, ProblemBody, STATUS_DEFAULTS,
    StatusDefault,
};

/// Writes the errors of all operations as references to shared responses, and those responses.
pub fn write(document: &mut Value) {
    let mut shared = Object::new();
    each_operation(document, |mut operation| {
        let schema = &operation.value["responses"]["500"]["content"]["application/json"]["schema"];
        let Some(body) = referred(schema).map(str::to_owned) else { return };
        let mut statuses = take_declared(&mut operation);
        statuses.extend(implied(&operation));
        if body == "OAuthError" {
            // RFC 6749 answers 400 instead.
            statuses.retain(|status| ![415, 422].contains(status));
        }
        let Some(responses) = operation.value["responses"].as_object_mut() else { return };
        for default in STATUS_DEFAULTS.iter().filter(|default| statuses.contains(&default.status)) {
            let (name, response) = shared_response(default, &body);
            let reference = json!({"$ref": format!("#/components/responses/{name}")});
            responses.insert(default.status.to_string(), reference);
            shared.insert(name, response);
        }
    });
    shared.sort_keys();
    if !shared.is_empty() {
        document["components"]["responses"] = Value::Object(shared);
    }
}

/// Removes the error responses that the handler declares, and returns their statuses.
fn take_declared(operation: &mut Operation<'_>) -> Vec<u16> {
    let Some(responses) = operation.value["responses"].as_object_mut() else { return Vec::new() };
    let statuses = responses.keys().filter_map(|status| status.parse().ok());
    let errors: Vec<u16> = statuses.filter(|status| *status >= 400).collect();
    for status in &errors {
        responses.shift_remove(&status.to_string());
    }
    errors
}

/// The statuses that follow from the operation's form.
fn implied(Operation { path, value, .. }: &Operation<'_>) -> Vec<u16> {
    let is_given = |parameter: &Value| parameter["in"] == "query" || parameter["in"] == "header";
    let parameters = value.get("parameters").and_then(Value::as_array);
    let is_key = |parameter: &Value| parameter["name"] == "Idempotency-Key";
    let rules: [(bool, &[u16]); 5] = [
        // 403: a missing scope or role, or a member that the key may not act for. 429: the rate limits.
        (value.contains_key("security"), &[401, 403, 429, 503]),
        (path.contains('{'), &[404]),
        (value.contains_key("requestBody"), &[400, 413, 415, 422, 503]),
        (parameters.is_some_and(|parameters| parameters.iter().any(is_given)), &[422]),
        // The first request with the key may be in progress.
        (parameters.is_some_and(|parameters| parameters.iter().any(is_key)), &[409]),
    ];
    rules.iter().filter(|(applies, _)| *applies).flat_map(|(_, statuses)| *statuses).copied().collect()
}

/// The name of the shared response of a status, and the response.
fn shared_response(default: &StatusDefault, body: &str) -> (String, Value) {
    let schema = json!({"$ref": format!("#/components/schemas/{body}")});
    let problem = example(default);
    let (name, content) = match body {
        "LegacyProblem" => {
            let example = LegacyProblemBody::of(&problem, EXAMPLE_REQUEST_ID);
            let media = json!({"schema": schema, "example": to_value(&example)});
            (format!("Legacy{}", default.name), json!({"application/json": media}))
        }
        "OAuthError" => {
            let media = json!({"schema": schema, "example": to_value(&OAuthErrorBody::of(&problem))});
            (format!("OAuth{}", default.name), json!({"application/json": media}))
        }
        _ => {
            let example = ProblemBody::of(&problem, EXAMPLE_REQUEST_ID);
            let media = json!({"schema": schema, "example": to_value(&example)});
            (default.name.to_owned(), json!({"application/problem+json": media, "application/json": media}))
        }
    };
    let mut response = json!({"description": default.detail, "content": content});
    if let Some(headers) = headers(default.status, body) {
        response["headers"] = headers;
    }
    (name, response)
}

fn example(default: &StatusDefault) -> Problem {
    let status = StatusCode::from_u16(default.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match default.status {
        422 => Problem::invalid_field("/message", "is required"),
        _ => Problem::of_status(status),
    }
}

fn headers(status: u16, body: &str) -> Option<Value> {
    match status {
        401 if body == "OAuthError" => {
            let basic = text("The authentication challenge (RFC 7617).", r#"Basic realm="postwright""#);
            Some(json!({"WWW-Authenticate": basic}))
        }
        401 => Some(json!({"WWW-Authenticate": text("The authentication challenge (RFC 6750).", "Bearer")})),
        429 => Some(json!({
            "Retry-After": retry_after(),
            "RateLimit-Policy": text(
                "The rate limits (draft-ietf-httpapi-ratelimit-headers-11): `q` requests in `w` seconds, for each process of \
                 the server.",
                r#""key";q=200;w=4, "organization";q=1000;w=10"#),
            "RateLimit": text(
                "The state of the rate limits: `r` requests remain, and more follow in `t` seconds. All responses to counted \
                 requests have both headers.",
                r#""key";r=0;t=1"#),
        })),
        409 | 503 => Some(json!({"Retry-After": retry_after()})),
        _ => None,
    }
}

fn retry_after() -> Value {
    json!({
        "description": "Seconds to wait before the next attempt, if one can succeed.",
        "schema": {"type": "integer", "format": "int32", "minimum": 0},
        "example": 5,
    })
}

fn text(description: &str, example: &str) -> Value {
    json!({"description": description, "schema": {"type": "string"}, "example": example})
}

fn to_value(body: &impl poem_openapi::types::ToJSON) -> Value {
    body.to_json().unwrap_or_default()
}

#[cfg(test)]
#[test]
fn declared_and_implied_statuses_become_references() {
    let error =
        json!({"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}});
    let operation =
        json!({"parameters": [{"in": "query"}], "responses": {"200": {}, "409": error, "500": error}});
    let mut document = json!({"paths": {"/v1/ships/{ship_id}": {"get": operation}}});
    write(&mut document);
    let responses = document["paths"]["/v1/ships/{ship_id}"]["get"]["responses"].as_object().unwrap();
    assert_eq!(responses.keys().collect::<Vec<_>>(), ["200", "404", "409", "422", "500"]);
    assert_eq!(responses["409"], json!({"$ref": "#/components/responses/Conflict"}));
    assert_eq!(document["components"]["responses"].as_object().unwrap().len(), 4);
}
