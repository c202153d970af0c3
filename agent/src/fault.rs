//! The errors of a call to the LLM, in the kinds that callers treat differently.

use std::time::Duration;

use crate::Rejected;

#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// No connection to the endpoint exists. The cause is of this side: the name, the port or the certificate.
    #[error("the model's endpoint cannot be reached")]
    Unreachable { cause: String },
    /// The endpoint is overloaded, or ends the connection without a response, and so without a status. A retry may succeed.
    #[error("the model's endpoint is not available now")]
    Overloaded { status: Option<u16>, retry_after: Option<Duration> },
    /// The response broke off, or reported an error in the middle. What came of it is void. The text has nothing of the
    /// server but known codes.
    #[error("the model's answer broke off: {0}")]
    Interrupted(String),
    /// A circuit breaker is open after many failures. Nothing was sent.
    #[error("a circuit breaker is open because the model keeps failing")]
    Unavailable { retry_after: Duration },
    /// A timeout of [`crate::Settings`] or the caller's deadline passed.
    #[error("the model did not answer in time")]
    Timeout,
    /// The endpoint refuses the URL, the key, the model or the parameters. A retry fails too. The text has nothing of the
    /// server but known codes.
    #[error("the model's endpoint refuses our requests: {0}")]
    Configuration(String),
    /// The answer is unusable. The caller may ask once more with the error.
    #[error("the model's answer is unusable")]
    BadOutput(Rejected),
}

impl Fault {
    /// The error code that is stored with a failed turn.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::Unreachable { .. }
            | Fault::Overloaded { .. }
            | Fault::Interrupted(_)
            | Fault::Unavailable { .. } => "llm_overloaded",
            Fault::Timeout => "llm_timeout",
            Fault::Configuration(_) => "llm_configuration",
            Fault::BadOutput(_) => "llm_bad_output",
        }
    }

    /// Can a retry of the same request succeed?
    pub fn is_retryable(&self) -> bool {
        !matches!(self, Fault::Configuration(_) | Fault::BadOutput(_))
    }

    /// Was a request sent? Only then it counts as a call.
    pub fn was_sent(&self) -> bool {
        !matches!(self, Fault::Unavailable { .. })
    }

    /// The shortest delay before a retry: the endpoint's `Retry-After`, at most 60 s, or until the breaker allows a call.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Fault::Overloaded { retry_after, .. } => *retry_after,
            Fault::Unavailable { retry_after } => Some(*retry_after),
            _ => None,
        }
    }
}
