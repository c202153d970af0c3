//! Cross-origin requests of browsers (CORS, in the Fetch standard), from origins of an allow-list.
//!
//! poem's middleware answers 403 to every request with another `Origin`, which browsers send to their own origin too, and
//! leaves out `Vary`. Here another origin's request is answered as if there were no CORS, so the browser keeps the response.
//! Credentials in cookies are never allowed: callers send their token in `Authorization`.

use poem::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, HeaderMap,
    HeaderValue, ORIGIN, VARY,
};
use poem::http::{Method, StatusCode};
use poem::{Request, Response};

use super::Allow;

/// Request headers that the operations read. A test compares them with the OpenAPI document.
pub const REQUEST_HEADERS: &str = "accept, authorization, content-type, idempotency-key, if-match, if-none-match, \
                                   last-event-id, postwright-mode, postwright-user, prefer, x-request-id";
/// Response headers that scripts may read, besides those that the Fetch standard allows always.
pub const RESPONSE_HEADERS: &str = "allow, content-disposition, etag, idempotency-replayed, link, location, \
                                    preference-applied, ratelimit, ratelimit-policy, retry-after, www-authenticate, \
                                    x-request-id";
/// How long a browser may keep the answer to a preflight request, in seconds.
const MAX_AGE: &str = "600";
const VARY_BY: &str = "origin, access-control-request-method, access-control-request-headers";

/// The origins of an allow-list, such as `https://app.example.com`.
pub struct Cors(Vec<HeaderValue>);

impl Cors {
    /// Origins that are no header values are ignored.
    pub fn new(origins: &[String]) -> Self {
        Self(origins.iter().filter_map(|origin| origin.parse().ok()).collect())
    }

    /// The request's origin, if it is allowed.
    pub fn allowed(&self, headers: &HeaderMap) -> Option<HeaderValue> {
        let mut sent = headers.get_all(ORIGIN).iter();
        let origin = sent.next().filter(|origin| self.0.contains(origin))?;
        sent.next().is_none().then(|| origin.clone())
    }

    /// The response to a preflight request of an allowed origin, with the methods of its path.
    pub fn preflight(&self, request: &Request, allow: &Allow) -> Option<Response> {
        let is_preflight = request.method() == Method::OPTIONS
            && request.headers().contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        self.allowed(request.headers()).filter(|_| is_preflight)?;
        let response = Response::builder()
            .status(StatusCode::NO_CONTENT)
            .header(ACCESS_CONTROL_ALLOW_METHODS, allow.header(request.uri().path()))
            .header(ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
            .header(ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        Some(response.finish())
    }

    /// Adds the headers by which the browser hands the response to the script of an allowed origin.
    pub fn complete(&self, headers: &mut HeaderMap, allowed: Option<HeaderValue>) {
        if self.0.is_empty() {
            return;
        }
        // Also without an origin: a cache must not give this response to a request with one.
        headers.append(VARY, HeaderValue::from_static(VARY_BY));
        if let Some(origin) = allowed {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(RESPONSE_HEADERS));
        }
    }
}

#[cfg(test)]
#[path = "cors_tests.rs"]
mod tests;
