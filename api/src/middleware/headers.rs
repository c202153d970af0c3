//! The headers of every response.

use poem::Response;
use poem::http::HeaderMap;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, PRAGMA};

use super::RequestId;

/// Browsers must not execute, frame or cache a response. The documentation page sets its own policy.
const DEFAULTS: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (CACHE_CONTROL, "no-store"),
    // RFC 6749, section 5.1, requires it with tokens.
    (PRAGMA, "no-cache"),
    (HeaderName::from_static("x-content-type-options"), "nosniff"),
    (HeaderName::from_static("referrer-policy"), "no-referrer"),
];

pub fn complete(response: &mut Response, id: &RequestId) {
    let headers = response.headers_mut();
    for (name, value) in DEFAULTS {
        insert_if_absent(headers, name, value);
    }
    if let Ok(value) = HeaderValue::from_str(id.as_str()) {
        headers.insert("x-request-id", value);
    }
    if let Some(Ok(value)) = id.callers().map(HeaderValue::from_str) {
        headers.insert("x-caller-request-id", value);
    }
}

fn insert_if_absent(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
