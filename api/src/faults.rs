//! poem's own errors, which are plain text, as problems.

use poem::error::{MethodNotAllowedError, NotFoundError};
use poem::http::StatusCode;
use poem_openapi::error::{AuthorizationError, ContentTypeError, ParseParamError, ParsePathError};

use crate::problem::Problem;

/// What any error that reaches the frame says to the caller. What is ours to mend is logged and said in general words.
pub fn problem_of(error: &poem::Error) -> Problem {
    if let Some(problem) = error.downcast_ref::<Problem>() {
        return problem.clone();
    }
    if let Some(wrong) = error.downcast_ref::<ParseParamError>() {
        return Problem::invalid_field(&format!("/{}", wrong.name), "is not a valid value");
    }
    // An id in the path that is none names nothing.
    if error.is::<ParsePathError>() || error.is::<poem::error::ParsePathError>() {
        return Problem::usual(StatusCode::NOT_FOUND);
    }
    if error.is::<NotFoundError>() {
        return Problem::new(StatusCode::NOT_FOUND, "route_not_found", "There is no such path.");
    }
    if error.is::<MethodNotAllowedError>() {
        return Problem::usual(StatusCode::METHOD_NOT_ALLOWED);
    }
    if error.is::<ContentTypeError>() {
        return Problem::usual(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    if error.is::<AuthorizationError>() {
        return Problem::unauthenticated("token_missing");
    }
    let status = error.status();
    if status.is_server_error() {
        tracing::error!(%error, "unexpected error");
    }
    Problem::usual(status)
}
