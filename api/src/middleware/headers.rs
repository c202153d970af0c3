//! The headers of every response.

use poem::Response;
use poem::http::HeaderMap;
use poem::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, PRAGMA, STRICT_TRANSPORT_SECURITY,
    X_FRAME_OPTIONS,
};

use super::RequestId;
use crate::settings::Settings;

/// Browsers must not execute, frame or cache a response. The documentation page sets its own policy.
const DEFAULTS: [(HeaderName, &str); 7] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (CACHE_CONTROL, "no-store"),
    // RFC 6749, section 5.1, requires it with tokens.
    (PRAGMA, "no-cache"),
    (HeaderName::from_static("x-content-type-options"), "nosniff"),
    (HeaderName::from_static("referrer-policy"), "no-referrer"),
    // For browsers that know no content security policy.
    (X_FRAME_OPTIONS, "DENY"),
    // A page of another origin must not embed a response. Scripts of allowed origins read it with CORS instead.
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

pub fn complete(response: &mut Response, id: &RequestId, settings: &Settings) {
    let headers = response.headers_mut();
    for (name, value) in DEFAULTS {
        insert_if_absent(headers, name, value);
    }
    // A browser then uses this host with TLS only, so it is sent only where that is how the API is reached.
    if settings.public_url.as_deref().is_some_and(|url| url.starts_with("https://")) {
        insert_if_absent(headers, STRICT_TRANSPORT_SECURITY, "max-age=31536000");
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
