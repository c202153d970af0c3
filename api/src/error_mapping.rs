//! Maps the errors of poem and of the domain to problems.

use std::time::Duration;

use domain::Unauthenticated;
use poem::error::{MethodNotAllowedError, NotFoundError};
use poem::http::StatusCode;
use poem_openapi::error::{AuthorizationError, ContentTypeError, ParseParamError, ParsePathError};

use crate::problem::{FieldError, Problem};

/// The problem of any error that leaves the routes. Server errors are logged; the caller gets only a general text.
pub fn problem_of(error: &poem::Error) -> Problem {
    if let Some(problem) = error.downcast_ref::<Problem>() {
        return problem.clone();
    }
    if let Some(invalid) = error.downcast_ref::<ParseParamError>() {
        return Problem::invalid_field(&format!("/{}", invalid.name), "is not a valid value");
    }
    // A malformed id in the path is answered like an unknown one.
    if error.is::<ParsePathError>() || error.is::<poem::error::ParsePathError>() {
        return Problem::of_status(StatusCode::NOT_FOUND);
    }
    if error.is::<NotFoundError>() {
        return Problem::new(StatusCode::NOT_FOUND, "route_not_found", "There is no such path.");
    }
    if error.is::<MethodNotAllowedError>() {
        return Problem::of_status(StatusCode::METHOD_NOT_ALLOWED);
    }
    if error.is::<ContentTypeError>() {
        return Problem::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    if error.is::<AuthorizationError>() {
        return Problem::token_missing();
    }
    let status = error.status();
    if status.is_server_error() {
        tracing::error!(%error, "unexpected error");
    }
    Problem::of_status(status)
}

/// The causes of server errors go to the log, not to the caller.
impl From<domain::Error> for Problem {
    fn from(error: domain::Error) -> Self {
        use domain::Error;
        match error {
            Error::NotFound(_) => Self::of_status(StatusCode::NOT_FOUND),
            Error::Missing { code, detail } => Self::new(StatusCode::NOT_FOUND, code, detail),
            Error::Forbidden { code, detail } => Self::new(StatusCode::FORBIDDEN, code, detail),
            Error::Unauthenticated(why) => unauthenticated(why),
            Error::Conflict { code, detail } => Self::new(StatusCode::CONFLICT, code, detail),
            Error::OwnsApiKeys(keys) => Self::owns_api_keys(keys),
            Error::QuotaExceeded(exceeded) => Self::quota_exceeded(*exceeded),
            Error::Busy { retry_after } => Self::new(
                StatusCode::CONFLICT,
                "turn_in_progress",
                "Earlier turns of this session are under way. Wait for them, or send the message with another on_busy.",
            )
            .with_retry_after(retry_after),
            Error::KeyReused => {
                let detail = "This Idempotency-Key was used with another request. Use a new one for each request.";
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_reused", detail)
            }
            Error::Changed => Self::of_status(StatusCode::PRECONDITION_FAILED),
            Error::Invalid(violations) => Self::invalid(
                violations.into_iter().map(|field| FieldError::new(field.pointer, field.detail)).collect(),
            ),
            Error::TooMany { retry_after } => {
                Self::of_status(StatusCode::TOO_MANY_REQUESTS).with_retry_after(retry_after)
            }
            Error::Unavailable(cause) => {
                tracing::error!(%cause, "database unavailable");
                Self::of_status(StatusCode::SERVICE_UNAVAILABLE).with_retry_after(Duration::from_secs(1))
            }
            Error::Internal(cause) => {
                tracing::error!(cause, "internal error");
                Self::of_status(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }
}

fn unauthenticated(why: Unauthenticated) -> Problem {
    let challenge = match why {
        Unauthenticated::WrongCredentials
        | Unauthenticated::SecondFactorRequired
        | Unauthenticated::WrongCode => "Bearer",
        _ => r#"Bearer error="invalid_token""#,
    };
    Problem::new(StatusCode::UNAUTHORIZED, why.code(), why.detail()).with_challenge(challenge)
}
