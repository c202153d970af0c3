//! The headers that every answer has.

use poem::Response;
use poem::http::HeaderMap;
use poem::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, PRAGMA};

use super::RequestId;

/// For answers that no browser should run, frame or keep. The documentation page brings its own.
const DEFAULTS: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (CACHE_CONTROL, "no-store"),
    // Where tokens are answered RFC 6749, section 5.1, wants it too.
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
}

fn insert_if_absent(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
