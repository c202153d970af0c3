//! Errors as texts that say what to do next.

use postwright_client::types::Problem;
use postwright_client::{Error, StreamError, describe};

/// An error message with advice.
pub struct Advice(pub String);

impl From<Error<Problem>> for Advice {
    fn from(error: Error<Problem>) -> Self {
        let advice = match error.status().map(|status| status.as_u16()) {
            None => "Is the server running? Send the message again once it is.",
            Some(401) => "Start again with a valid key or login.",
            Some(403) => "Your role or key does not allow this.",
            Some(404) => "It is gone or not yours; /sessions lists your conversations.",
            Some(409 | 412) => "/post shows the current job post.",
            Some(422) => "/post shows the current job post; go on with the conversation.",
            Some(429) => "Wait a moment and try again.",
            Some(_) => "Try again; if it persists, report the request id to the operator of the server.",
        };
        Self(format!("{}\n{advice}", describe(&error)))
    }
}

impl From<StreamError> for Advice {
    fn from(error: StreamError) -> Self {
        Self(format!("{error}\nThe message is stored; /post shows its result."))
    }
}

impl From<crate::Failure> for Advice {
    fn from(failure: crate::Failure) -> Self {
        Self(failure.to_string())
    }
}
