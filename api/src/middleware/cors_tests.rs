use std::collections::BTreeSet;

use poem::http::header::CONTENT_TYPE;
use serde_json::Value;

use super::*;

const OURS: &str = "https://app.example.com";

fn cors(origins: &[&str]) -> Cors {
    Cors::new(&origins.iter().map(|origin| (*origin).to_owned()).collect::<Vec<_>>())
}

fn headers(origins: &[&str]) -> HeaderMap {
    origins.iter().map(|origin| (ORIGIN, HeaderValue::from_str(origin).unwrap())).collect()
}

/// The headers of a response to a request with these origins.
fn completed(cors: &Cors, origins: &[&str]) -> HeaderMap {
    let mut response = HeaderMap::new();
    cors.complete(&mut response, cors.allowed(&headers(origins)));
    response
}

fn preflight(cors: &Cors, method: Method, origin: &str, is_asking: bool) -> Option<HeaderMap> {
    let mut request = Request::builder().method(method).uri_str("/v1/things/7").header(ORIGIN, origin);
    if is_asking {
        request = request.header(ACCESS_CONTROL_REQUEST_METHOD, "PATCH");
    }
    let allow = Allow::default().and("/v1/things/{id}", &[Method::GET, Method::PATCH]);
    let response = cors.preflight(&request.finish(), &allow)?;
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    Some(response.headers().clone())
}

#[test]
fn an_allowed_origin_reads_responses_without_cookies() {
    let response = completed(&cors(&["https://other.example.com", OURS]), &[OURS]);
    assert_eq!(response["access-control-allow-origin"], OURS);
    assert_eq!(response["access-control-expose-headers"], RESPONSE_HEADERS);
    assert_eq!(response["vary"], VARY_BY);
    assert!(!response.contains_key("access-control-allow-credentials"));
}

#[test]
fn no_other_origin_reads_responses() {
    let cors = cors(&[OURS]);
    for origins in [
        &[][..],
        &["null"],
        &["*"],
        &["http://app.example.com"],
        &["https://app.example.com:8443"],
        &["https://app.example.com.evil.example"],
        &["https://evil-app.example.com"],
        &["https://APP.example.com"],
        &["https://app.example.com/"],
        &[OURS, OURS],
        &["https://evil.example", OURS],
    ] {
        let response = completed(&cors, origins);
        assert!(!response.contains_key("access-control-allow-origin"), "{origins:?}");
        assert_eq!(response["vary"], VARY_BY, "{origins:?}");
    }
}

#[test]
fn without_the_setting_nothing_is_added() {
    assert!(completed(&cors(&[]), &[OURS]).is_empty());
    assert!(preflight(&cors(&[]), Method::OPTIONS, OURS, true).is_none());
}

#[test]
fn a_preflight_request_tells_the_methods_of_the_path() {
    let cors = cors(&[OURS]);
    let response = preflight(&cors, Method::OPTIONS, OURS, true).unwrap();
    assert_eq!(response["access-control-allow-methods"], "GET, PATCH");
    assert_eq!(response["access-control-allow-headers"], REQUEST_HEADERS);
    assert!(!response.contains_key("access-control-allow-credentials"));
    assert!(preflight(&cors, Method::OPTIONS, "https://evil.example", true).is_none());
    assert!(preflight(&cors, Method::OPTIONS, OURS, false).is_none());
    assert!(preflight(&cors, Method::PATCH, OURS, true).is_none());
}

/// The names of headers in the document, of requests or of responses.
fn documented(document: &Value, is_request: bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![document];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values),
            Value::Object(members) => {
                if is_request && members.get("in").is_some_and(|place| place == "header") {
                    found.extend(members["name"].as_str().map(str::to_lowercase));
                }
                if let Some(Value::Object(headers)) = members.get("headers").filter(|_| !is_request) {
                    found.extend(headers.keys().map(|name| name.to_lowercase()));
                }
                open.extend(members.values());
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_documented_header_may_be_sent_and_read() {
    let document: Value = serde_json::from_str(&crate::openapi::JSON).unwrap();
    for (is_request, allowed) in [(true, REQUEST_HEADERS), (false, RESPONSE_HEADERS)] {
        let allowed: BTreeSet<_> = allowed.split(',').map(|name| name.trim().to_owned()).collect();
        let documented = documented(&document, is_request);
        assert!(documented.len() > 4, "{documented:?}");
        // No script reads or sets the last one (Fetch standard, forbidden response-header name).
        let always = [CONTENT_TYPE.as_str(), "cache-control", "content-length", "set-cookie"];
        // Receivers of webhooks get these from us; no browser sends them.
        let is_ours = |name: &str| name.starts_with("webhook-");
        let missing: Vec<_> = documented
            .difference(&allowed)
            .filter(|name| !always.contains(&name.as_str()) && !is_ours(name))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
