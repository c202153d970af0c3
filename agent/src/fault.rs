//! What can go wrong with a model, in the few kinds the caller treats differently.

use std::time::Duration;

use crate::Rejected;

#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The endpoint cannot be reached or will not answer now. Later it may.
    #[error("the model's endpoint is not available now")]
    Overloaded { retry_after: Option<Duration> },
    /// It answered but broke off, or told of an error in the middle. What came of the answer is worth nothing.
    #[error("the model's answer broke off: {0}")]
    Interrupted(String),
    /// It failed so often that it is left alone for now: nothing was sent.
    #[error("the model is left alone because it keeps failing")]
    Unavailable { retry_after: Duration },
    /// No first byte, no further piece or no end within the limits of [`crate::Settings`] or the caller's deadline.
    #[error("the model did not answer in time")]
    Timeout,
    /// Address, key, model or parameters are refused; trying again changes nothing.
    #[error("the model's endpoint refuses our requests: {0}")]
    Configuration(String),
    /// The model answered with something unusable; worth one repair round.
    #[error("the model's answer is unusable: {}", .0.error)]
    BadOutput(Rejected),
}

impl Fault {
    /// The stable name that is stored with a failed turn.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::Overloaded { .. } | Fault::Interrupted(_) | Fault::Unavailable { .. } => "llm_overloaded",
            Fault::Timeout => "llm_timeout",
            Fault::Configuration(_) => "llm_configuration",
            Fault::BadOutput(_) => "llm_bad_output",
        }
    }

    /// Whether the same request may succeed later.
    pub fn is_retryable(&self) -> bool {
        !matches!(self, Fault::Configuration(_) | Fault::BadOutput(_))
    }

    /// Whether a request went out. One that did not is no call to be counted.
    pub fn was_sent(&self) -> bool {
        !matches!(self, Fault::Unavailable { .. })
    }

    /// How long to wait at least: what the endpoint asked for, at most 60 s, or when it will be tried again.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Fault::Overloaded { retry_after } => *retry_after,
            Fault::Unavailable { retry_after } => Some(*retry_after),
            _ => None,
        }
    }
}
