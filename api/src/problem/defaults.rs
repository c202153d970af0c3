//! The default problem of each status, which is also its example in the OpenAPI document.

pub struct StatusDefault {
    pub status: u16,
    /// The name of the shared response in the OpenAPI document.
    pub name: &'static str,
    pub code: &'static str,
    pub detail: &'static str,
}

const fn default(status: u16, name: &'static str, code: &'static str, detail: &'static str) -> StatusDefault {
    StatusDefault { status, name, code, detail }
}

/// Every status that a problem can have, in the order of the document.
#[rustfmt::skip]
pub const STATUS_DEFAULTS: &[StatusDefault] = &[
    default(400, "BadRequest", "malformed_body", "The body is malformed for its content type."),
    default(401, "Unauthenticated", "invalid_token", "A valid access token is required."),
    default(403, "Forbidden", "forbidden", "The caller's role does not allow this."),
    default(404, "NotFound", "not_found", "There is no such resource, or the caller may not see it."),
    default(405, "MethodNotAllowed", "method_not_allowed", "The path does not support this method; see the header Allow."),
    default(409, "Conflict", "conflict", "The resource's current state does not allow this."),
    default(412, "PreconditionFailed", "precondition_failed", "The resource has changed since the version in If-Match."),
    default(413, "PayloadTooLarge", "payload_too_large", "The body exceeds the size limit."),
    default(415, "UnsupportedMediaType", "unsupported_media_type", "The operation does not accept the body's content type."),
    default(422, "Invalid", "invalid_request", "Some fields are missing or invalid; see errors."),
    default(429, "TooManyRequests", "too_many_requests", "Too many requests or attempts; wait as long as Retry-After says."),
    default(431, "HeadersTooLarge", "headers_too_large", "The request headers exceed the size limit."),
    default(500, "Internal", "internal_error", "Internal error. Name the request id when you report it."),
    default(502, "BadGateway", "identity_provider_unavailable", "The organization's identity provider is not available, or its answer cannot be used."),
    default(503, "Unavailable", "unavailable", "The service is temporarily unavailable; try again."),
    default(504, "GatewayTimeout", "identity_provider_timeout", "The organization's identity provider did not answer in time; try again."),
];
