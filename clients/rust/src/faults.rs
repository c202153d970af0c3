//! What went wrong, in a form for people and for programs.

use std::time::Duration;

use reqwest::header::RETRY_AFTER;

use crate::{Error, types::Problem};

/// The problem the server answered with, if it came to an answer.
#[must_use]
pub fn problem(error: &Error<Problem>) -> Option<&Problem> {
    match error {
        Error::ErrorResponse(answer) => Some(answer),
        _ => None,
    }
}

/// Whether the connection failed before there was a whole answer: what was asked may have been done, or not. With an
/// `Idempotency-Key` it can be sent again and is done once.
#[must_use]
pub fn is_cut(error: &Error<Problem>) -> bool {
    matches!(error, Error::CommunicationError(_) | Error::ResponseBodyError(_))
}

/// How long the server, or what stands before it, asks to wait before the same is asked again (`Retry-After` in seconds,
/// RFC 9110), if it does. Not known of an answer that is documented as a problem and is none.
#[must_use]
pub fn retry_after(error: &Error<Problem>) -> Option<Duration> {
    let headers = match error {
        Error::ErrorResponse(answer) => answer.headers(),
        Error::UnexpectedResponse(answer) => answer.headers(),
        _ => return None,
    };
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// What went wrong in a line or two for a person: the problem's detail and the fields it names.
#[must_use]
pub fn told(error: &Error<Problem>) -> String {
    let Some(problem) = problem(error) else { return plain(error) };
    let fields = problem.errors.iter().map(|field| format!("\n  {}: {}", field.pointer, field.detail));
    format!(
        "{} ({}, request {}){}",
        problem.detail,
        problem.code,
        problem.request_id,
        fields.collect::<String>()
    )
}

/// Without the debug output of headers, which the error's own words have.
fn plain(error: &Error<Problem>) -> String {
    match error {
        Error::CommunicationError(cause) | Error::ResponseBodyError(cause) => with_causes(cause),
        Error::InvalidResponsePayload(_, cause) => format!("the answer is not what was documented: {cause}"),
        Error::UnexpectedResponse(answer) => {
            format!("an answer that was not documented: {}", answer.status())
        }
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
