//! What operations promise by their parameters, headers and statuses.

use serde_json::{Map, Value};

use super::{document, operations, resolve};

fn parameter<'a>(operation: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    operation.get("parameters")?.as_array()?.iter().find(|parameter| parameter["name"] == name)
}

fn has(operation: &Map<String, Value>, status: &str) -> bool {
    operation["responses"].get(status).is_some()
}

#[test]
fn all_paths_are_versioned_but_for_a_few() {
    let others =
        ["/", "/livez", "/readyz", "/create-job-post", "/job-post-chat", "/job-post-session/{session_id}"];
    for (path, _, _) in operations(&document()) {
        let is_known = others.contains(&path.as_str()) || path.starts_with("/.well-known/");
        assert!(path.starts_with("/v1/") || is_known, "{path}");
    }
}

#[test]
fn paths_are_in_kebab_case() {
    for (path, _, _) in operations(&document()) {
        let is_kebab = |part: &str| {
            part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c))
        };
        assert!(path.split('/').all(|part| part.starts_with('{') || is_kebab(part)), "{path}");
    }
}

/// Operations that only send a link by e-mail. A repetition sends another one, and the response leads nowhere.
const LINK_REQUESTS: [&str; 4] =
    ["sign_up", "request_password_reset", "request_email_change", "add_email_domain"];

/// Except completing a sign-up and accepting an invitation, which have no caller and a token that works once, requesting a
/// link, and creating an API key or a second factor, whose stored response would contain the secret.
#[test]
fn an_operation_that_creates_takes_an_idempotency_key() {
    for (path, method, operation) in operations(&document()) {
        let creates = method == "post" && (has(&operation, "201") || has(&operation, "202"));
        let exceptions = ["complete_sign_up", "accept_invitation", "create_api_key", "enrol_totp"]
            .iter()
            .chain(&LINK_REQUESTS);
        if creates && !exceptions.into_iter().any(|id| operation["operationId"] == *id) {
            let key =
                parameter(&operation, "Idempotency-Key").unwrap_or_else(|| panic!("{path} takes no key"));
            assert_eq!(
                (&key["required"], &key["schema"]["maxLength"]),
                (&false.into(), &255.into()),
                "{path}"
            );
        }
        if parameter(&operation, "Idempotency-Key").is_some() {
            let successes = operation["responses"].as_object().unwrap().iter();
            for (status, response) in successes.filter(|(status, _)| status.starts_with('2')) {
                assert!(response["headers"].get("Idempotency-Replayed").is_some(), "{path} {status}");
            }
            assert!(has(&operation, "409") && has(&operation, "422"), "{path}");
        }
    }
}

#[test]
fn conditional_requests_have_their_statuses_and_entity_tags() {
    for (path, method, operation) in operations(&document()) {
        let if_match = parameter(&operation, "If-Match").is_some();
        assert_eq!(if_match, has(&operation, "412"), "{method} {path}");
        let if_none_match = parameter(&operation, "If-None-Match").is_some();
        assert_eq!(if_none_match, has(&operation, "304"), "{method} {path}");
        if if_none_match {
            assert!(operation["responses"]["200"]["headers"].get("ETag").is_some(), "{path}");
        }
        if parameter(&operation, "Prefer").is_some() {
            assert!(operation["responses"]["202"]["headers"].get("Preference-Applied").is_some(), "{path}");
        }
        if has(&operation, "202") && !LINK_REQUESTS.iter().any(|id| operation["operationId"] == *id) {
            assert!(operation["responses"]["202"]["headers"].get("Location").is_some(), "{path}");
        }
    }
}

#[test]
fn refusals_have_the_headers_that_their_status_requires() {
    let document = document();
    for (path, _, operation) in operations(&document) {
        for (status, response) in operation["responses"].as_object().unwrap() {
            let headers = resolve(&document, response).get("headers");
            let header = match status.as_str() {
                "429" | "503" => "Retry-After",
                "401" => "WWW-Authenticate",
                _ => continue,
            };
            assert!(headers.is_some_and(|headers| headers.get(header).is_some()), "{path} {status}");
        }
    }
}

#[test]
fn parameters_have_plain_names_and_no_hidden_defaults() {
    for (path, _, operation) in operations(&document()) {
        for parameter in operation.get("parameters").and_then(Value::as_array).into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            let is_plain = match parameter["in"].as_str().unwrap() {
                "header" => name.split('-').all(|word| word.starts_with(|c: char| c.is_ascii_uppercase())),
                _ => name.chars().all(|c| c.is_ascii_lowercase() || c == '_'),
            };
            assert!(is_plain, "{name} of {path}");
            // poem would replace an absent optional parameter by its default.
            assert!(parameter["schema"].get("default").is_none() || name == "limit", "{name} of {path}");
        }
    }
}

#[test]
fn an_event_has_a_type_and_a_sequence() {
    let document = document();
    let streams = operations(&document).into_iter().filter_map(|(path, _, operation)| {
        let schema = operation["responses"]["200"]["content"]["text/event-stream"].get("schema")?.clone();
        Some((path, schema))
    });
    let mut count = 0;
    for (path, schema) in streams {
        let required = &resolve(&document, &schema)["required"];
        for field in ["type", "sequence"] {
            assert!(required.as_array().unwrap().contains(&field.into()), "{path}: {field}");
        }
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn times_are_utc() {
    fn walk(value: &Value, schema: &Value) {
        if let (Some(fields), Some(properties)) = (value.as_object(), schema["properties"].as_object()) {
            fields
                .iter()
                .filter_map(|(name, value)| Some((value, properties.get(name)?)))
                .for_each(|(v, s)| walk(v, s));
        }
        if schema["format"] == "date-time" {
            assert!(value.as_str().is_some_and(|time| time.ends_with('Z')), "{value}");
        }
    }
    for (_, schema) in document()["components"]["schemas"].as_object().unwrap() {
        walk(&schema["example"], schema);
    }
}
