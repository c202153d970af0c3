//! What can go wrong, as RFC 9457 wants it said; and the shape the original routes say it in.

mod body;

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use domain::Scope;
use poem::Response;
use poem::error::ResponseError;
use poem::http::StatusCode;
use poem::http::header::{CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use poem_openapi::Object;
use poem_openapi::types::{Example, ToJSON};

pub use body::{
    EXAMPLE_REQUEST_ID, LegacyProblem, LegacyProblemBody, OAuthErrorBody, OAuthProblem, ProblemBody,
};

/// A refused request: the status and everything its body says but the request's id.
#[derive(Clone, Debug)]
pub struct Problem {
    pub status: StatusCode,
    /// Stable, for programs.
    pub code: Cow<'static, str>,
    /// For people; never holds a secret or another organization's data.
    pub detail: Cow<'static, str>,
    pub errors: Vec<FieldError>,
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

/// One field that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[oai(example)]
pub struct FieldError {
    /// Where: a JSON Pointer (RFC 6901) into the body, or the parameter's name after a slash.
    pub pointer: String,
    /// What is wrong there.
    pub detail: String,
}

impl FieldError {
    pub fn new(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), detail: detail.into() }
    }
}

impl Problem {
    pub fn new(
        status: StatusCode,
        code: impl Into<Cow<'static, str>>,
        detail: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { status, code: code.into(), detail: detail.into(), errors: Vec::new(), headers: Vec::new() }
    }

    /// The usual problem of a status. A status that has none is an error of ours.
    pub fn of_status(status: StatusCode) -> Self {
        let usual = STATUS_DEFAULTS.iter().find(|usual| usual.status == status.as_u16());
        match usual {
            Some(usual) => Self::new(status, usual.code, usual.detail),
            None if status.is_client_error() => Self::new(status, "bad_request", "The request was refused."),
            None => Self::of_status(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }

    /// 422 for these fields.
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        Self { errors, ..Self::of_status(StatusCode::UNPROCESSABLE_ENTITY) }
    }

    /// 422 for one field.
    pub fn invalid_field(pointer: &str, detail: impl Into<String>) -> Self {
        Self::invalid(vec![FieldError::new(pointer, detail)])
    }

    /// 401 for a request without a token.
    pub fn token_missing() -> Self {
        let detail = "Send an access token: Authorization: Bearer …";
        Self::new(StatusCode::UNAUTHORIZED, "token_missing", detail).with_challenge("Bearer")
    }

    /// 403 for an API key where no scope would help.
    pub fn people_only() -> Self {
        let detail = "API keys cannot do this; a person has to sign in for it.";
        Self::new(StatusCode::FORBIDDEN, "people_only", detail)
            .with_challenge(r#"Bearer error="insufficient_scope""#)
    }

    /// 403 for an API key without the scope (RFC 6750, section 3.1).
    pub fn insufficient_scope(needed: Scope) -> Self {
        let name = needed.name();
        let challenge =
            HeaderValue::try_from(format!(r#"Bearer error="insufficient_scope", scope="{name}""#));
        let problem = Self::new(
            StatusCode::FORBIDDEN,
            "insufficient_scope",
            format!("This needs the scope {name}, which the API key or its token has not."),
        );
        match challenge {
            Ok(challenge) => problem.with_header(WWW_AUTHENTICATE, challenge),
            Err(_) => problem,
        }
    }

    /// The challenge that RFC 9110 wants beside a 401, in the words of RFC 6750.
    #[must_use]
    pub fn with_challenge(self, challenge: &'static str) -> Self {
        self.with_header(WWW_AUTHENTICATE, HeaderValue::from_static(challenge))
    }

    /// When to try again, in whole seconds.
    #[must_use]
    pub fn with_retry_after(self, wait: Duration) -> Self {
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        self.with_header(RETRY_AFTER, HeaderValue::from(seconds))
    }

    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The answer under `/v1`: `application/problem+json`.
    pub fn into_response(self, request_id: &str) -> Response {
        let body = ProblemBody::of(&self, request_id).to_json_string();
        self.respond("application/problem+json", body)
    }

    /// The answer on the original routes, whose `status` is a word.
    pub fn into_legacy_response(self, request_id: &str) -> Response {
        let body = LegacyProblemBody::of(&self, request_id).to_json_string();
        self.respond("application/json", body)
    }

    /// The answer of the token endpoint, whose errors are those of RFC 6749.
    pub fn into_oauth_response(mut self) -> Response {
        let body = OAuthErrorBody::of(&self).to_json_string();
        self.status = OAuthErrorBody::status(&self);
        self.respond("application/json", body)
    }

    fn respond(self, media_type: &'static str, body: String) -> Response {
        let mut response = Response::builder().status(self.status).body(body);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        headers.extend(self.headers);
        response
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}: {}", self.status.as_u16(), self.code, self.detail)
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        self.status
    }

    fn as_response(&self) -> Response {
        self.clone().into_response("")
    }
}

/// The usual problem of one status, also its example in the document.
pub struct StatusDefault {
    pub status: u16,
    /// Its name among the document's shared responses.
    pub name: &'static str,
    pub code: &'static str,
    pub detail: &'static str,
}

const fn usual(status: u16, name: &'static str, code: &'static str, detail: &'static str) -> StatusDefault {
    StatusDefault { status, name, code, detail }
}

/// Every status that a problem of ours can have.
#[rustfmt::skip]
pub const STATUS_DEFAULTS: &[StatusDefault] = &[
    usual(400, "BadRequest", "malformed_body", "The body cannot be read as its content type says."),
    usual(401, "Unauthenticated", "invalid_token", "A valid access token is needed."),
    usual(403, "Forbidden", "forbidden", "The caller's role does not allow this."),
    usual(404, "NotFound", "not_found", "There is nothing here for this caller."),
    usual(405, "MethodNotAllowed", "method_not_allowed", "This path does not know the method; see the header Allow."),
    usual(409, "Conflict", "conflict", "The current state does not allow this."),
    usual(412, "PreconditionFailed", "precondition_failed", "It has changed since the version in If-Match."),
    usual(413, "PayloadTooLarge", "payload_too_large", "The body is larger than the server takes."),
    usual(415, "UnsupportedMediaType", "unsupported_media_type", "The body's content type is not one of this operation's."),
    usual(422, "Invalid", "invalid_request", "Some fields are missing or not as they must be; see errors."),
    usual(429, "TooManyRequests", "too_many_requests", "Too many requests or tries; wait as long as Retry-After says."),
    usual(431, "HeadersTooLarge", "headers_too_large", "The request's headers are larger than the server takes."),
    usual(500, "Internal", "internal_error", "Something went wrong on our side; the request id helps us find it."),
    usual(503, "Unavailable", "unavailable", "The service cannot answer now; try again."),
];

impl Example for FieldError {
    fn example() -> Self {
        Self::new("/message", "is required")
    }
}
