//! Errors of the token endpoint (RFC 6749, section 5.2).

use poem::http::StatusCode;
use poem::http::header::{HeaderValue, WWW_AUTHENTICATE};

use crate::problem::Problem;

pub fn bad_request(code: &'static str, detail: &'static str) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, code, detail)
}

/// The same for every kind of wrong credentials, so that a caller learns nothing about the key.
pub fn invalid_client() -> Problem {
    let detail = "There is no such key, or it has ended.";
    Problem::new(StatusCode::UNAUTHORIZED, "invalid_client", detail)
        .with_header(WWW_AUTHENTICATE, HeaderValue::from_static(r#"Basic realm="postwright""#))
}

pub fn problem_of(error: domain::Error) -> Problem {
    match error {
        domain::Error::Unauthenticated(_) => invalid_client(),
        domain::Error::Invalid(_) => bad_request("invalid_scope", "scope must be some of the key's scopes."),
        domain::Error::Forbidden { detail, .. } => bad_request("unauthorized_client", detail),
        other => other.into(),
    }
}
