//! Which errors an operation can answer with. Each route's code names one, its 500, and so the shape of all;
//! the others follow from what the operation takes.

use poem::http::StatusCode;
use serde_json::{Value, json};

use super::walk::{Object, Operation, each_operation, referred};
use crate::problem::{
    EXAMPLE_REQUEST_ID, LegacyProblemBody, OAuthErrorBody, Problem, ProblemBody, STATUS_DEFAULTS,
    StatusDefault,
};

/// What does not follow from an operation's form.
const FURTHER: &[(&str, &[u16])] = &[
    ("read_readiness", &[503]),
    ("sign_up", &[409, 429]),
    ("sign_in", &[401, 403, 429]),
    ("refresh_tokens", &[401, 403]),
    ("create_api_key", &[409]),
    ("read_publication_target", &[404]),
    ("delete_publication_target", &[404]),
    ("update_api_key", &[409]),
    ("issue_token", &[401, 429]),
    ("add_member", &[409]),
    ("update_member", &[409]),
    ("remove_member", &[409]),
    ("delete_session", &[412]),
    ("edit_job_data", &[412]),
    ("undo_change", &[412]),
    ("restore_session", &[412]),
    ("finalize_session", &[409]),
    ("list_webhook_endpoints", &[403]),
    ("read_webhook_endpoint", &[403]),
    ("update_webhook_endpoint", &[412]),
    ("delete_webhook_endpoint", &[412]),
    ("recover_webhooks", &[409]),
    ("list_webhook_deliveries", &[403]),
    ("read_webhook_delivery", &[403]),
    ("resend_webhook_delivery", &[409]),
    ("cancel_turn", &[409]),
];

/// Writes every operation's errors as references to shared responses, and those responses.
pub fn spell_out(document: &mut Value) {
    let mut shared = Object::new();
    each_operation(document, |operation| {
        let schema = &operation.value["responses"]["500"]["content"]["application/json"]["schema"];
        let Some(body) = referred(schema).map(str::to_owned) else { return };
        let mut statuses = statuses(&operation);
        if body == "OAuthError" {
            // RFC 6749 has 400 for both.
            statuses.retain(|status| ![415, 422].contains(status));
        }
        let Some(responses) = operation.value["responses"].as_object_mut() else { return };
        responses.shift_remove("500");
        for usual in STATUS_DEFAULTS.iter().filter(|usual| statuses.contains(&usual.status)) {
            let (name, response) = shared_response(usual, &body);
            let reference = json!({"$ref": format!("#/components/responses/{name}")});
            responses.insert(usual.status.to_string(), reference);
            shared.insert(name, response);
        }
    });
    shared.sort_keys();
    if !shared.is_empty() {
        document["components"]["responses"] = Value::Object(shared);
    }
}

fn statuses(Operation { path, value, .. }: &Operation<'_>) -> Vec<u16> {
    let id = value.get("operationId").and_then(Value::as_str).unwrap_or_default();
    let further = FURTHER.iter().filter(|(known, _)| *known == id).flat_map(|(_, statuses)| *statuses);
    let mut statuses: Vec<u16> = further.copied().chain([500]).collect();
    let is_given = |parameter: &Value| parameter["in"] == "query" || parameter["in"] == "header";
    let parameters = value.get("parameters").and_then(Value::as_array);
    let takes_a_key = |parameter: &Value| parameter["name"] == "Idempotency-Key";
    let rules: [(bool, &[u16]); 5] = [
        // 403: a key has not the scope, or may not act for the person; or the person's role does not do.
        // 429: the rates of the organization and of the key.
        (value.contains_key("security"), &[401, 403, 429, 503]),
        (path.contains('{'), &[404]),
        (value.contains_key("requestBody"), &[400, 413, 415, 422, 503]),
        (parameters.is_some_and(|parameters| parameters.iter().any(is_given)), &[422]),
        // The first request with it may be under way.
        (parameters.is_some_and(|parameters| parameters.iter().any(takes_a_key)), &[409]),
    ];
    statuses.extend(rules.iter().filter(|(applies, _)| *applies).flat_map(|(_, statuses)| *statuses));
    statuses
}

fn shared_response(usual: &StatusDefault, body: &str) -> (String, Value) {
    let schema = json!({"$ref": format!("#/components/schemas/{body}")});
    let problem = example(usual);
    let (name, content) = match body {
        "LegacyProblem" => {
            let example = LegacyProblemBody::of(&problem, EXAMPLE_REQUEST_ID);
            let media = json!({"schema": schema, "example": to_value(&example)});
            (format!("Legacy{}", usual.name), json!({"application/json": media}))
        }
        "OAuthError" => {
            let media = json!({"schema": schema, "example": to_value(&OAuthErrorBody::of(&problem))});
            (format!("OAuth{}", usual.name), json!({"application/json": media}))
        }
        _ => {
            let example = ProblemBody::of(&problem, EXAMPLE_REQUEST_ID);
            let media = json!({"schema": schema, "example": to_value(&example)});
            (usual.name.to_owned(), json!({"application/problem+json": media, "application/json": media}))
        }
    };
    let mut response = json!({"description": usual.detail, "content": content});
    if let Some(headers) = headers(usual.status, body) {
        response["headers"] = headers;
    }
    (name, response)
}

fn example(usual: &StatusDefault) -> Problem {
    let status = StatusCode::from_u16(usual.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match usual.status {
        422 => Problem::invalid_field("/message", "is required"),
        _ => Problem::of_status(status),
    }
}

fn headers(status: u16, body: &str) -> Option<Value> {
    match status {
        401 if body == "OAuthError" => {
            let basic = text("The challenge of RFC 7617.", r#"Basic realm="postwright""#);
            Some(json!({"WWW-Authenticate": basic}))
        }
        401 => Some(json!({"WWW-Authenticate": text("The challenge of RFC 6750.", "Bearer")})),
        429 => Some(json!({
            "Retry-After": retry_after(),
            "RateLimit-Policy": text(
                "Which rates there are (draft-ietf-httpapi-ratelimit-headers-11): `q` requests in `w` seconds. RateLimits \
                 hold for one process of the server each.",
                r#""key";q=200;w=4, "organization";q=1000;w=10"#),
            "RateLimit": text(
                "What is left of them: `r` requests, and in `t` seconds more. Other answers that count have both \
                 headers too.",
                r#""key";r=0;t=1"#),
        })),
        409 | 503 => Some(json!({"Retry-After": retry_after()})),
        _ => None,
    }
}

fn retry_after() -> Value {
    json!({
        "description": "Seconds to wait before the next try, where one is worth it.",
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

/// The operations named here, for the test that each exists.
#[cfg(test)]
pub fn named() -> impl Iterator<Item = &'static str> {
    FURTHER.iter().map(|(id, _)| *id)
}
