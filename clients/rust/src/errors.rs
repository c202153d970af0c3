//! Errors, for programs and for people.

use std::time::Duration;

use reqwest::header::RETRY_AFTER;

use crate::{Error, types::Problem};

/// The problem in the server's response, if there was a response.
#[must_use]
pub fn problem(error: &Error<Problem>) -> Option<&Problem> {
    match error {
        Error::ErrorResponse(response) => Some(response),
        _ => None,
    }
}

/// Whether the connection broke before the whole response arrived. The request may have taken effect. With an
/// `Idempotency-Key` it can be repeated and takes effect once.
#[must_use]
pub fn is_interrupted(error: &Error<Problem>) -> bool {
    matches!(error, Error::CommunicationError(_) | Error::ResponseBodyError(_))
}

/// How long the server or a proxy asks to wait before a retry (`Retry-After` in seconds, RFC 9110). `None` also for a
/// response that should be a problem and cannot be read as one.
#[must_use]
pub fn retry_after(error: &Error<Problem>) -> Option<Duration> {
    let headers = match error {
        Error::ErrorResponse(response) => response.headers(),
        Error::UnexpectedResponse(response) => response.headers(),
        _ => return None,
    };
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// A text for a person: the problem's detail and the fields that it names.
#[must_use]
pub fn describe(error: &Error<Problem>) -> String {
    let Some(problem) = problem(error) else { return without_problem(error) };
    let fields = problem.errors.iter().map(|field| format!("\n  {}: {}", field.pointer, field.detail));
    format!(
        "{} ({}, request {}){}",
        problem.detail,
        problem.code,
        problem.request_id,
        fields.collect::<String>()
    )
}

/// The error's own text contains the debug output of headers, which this leaves out.
fn without_problem(error: &Error<Problem>) -> String {
    match error {
        Error::CommunicationError(cause) | Error::ResponseBodyError(cause) => with_causes(cause),
        Error::InvalidResponsePayload(_, cause) => {
            format!("the response does not match the API description: {cause}")
        }
        Error::UnexpectedResponse(response) => format!("an undocumented response: {}", response.status()),
        other => other.to_string(),
    }
}

fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}
