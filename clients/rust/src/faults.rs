//! What went wrong, in a form for people and for programs.

use crate::{Error, types::Problem};

/// The problem the server answered with, if it came to an answer.
#[must_use]
pub fn problem(error: &Error<Problem>) -> Option<&Problem> {
    match error {
        Error::ErrorResponse(answer) => Some(answer),
        _ => None,
    }
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
