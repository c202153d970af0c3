//! What can go wrong with a model, in the few kinds the caller treats differently.

use std::time::Duration;

use crate::Rejected;

#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The endpoint cannot be reached or will not answer now. Later it may.
    #[error("the model's endpoint is not available now")]
    Overloaded { retry_after: Option<Duration> },
    /// No whole answer within [`crate::Settings::timeout`].
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
            Fault::Overloaded { .. } => "llm_overloaded",
            Fault::Timeout => "llm_timeout",
            Fault::Configuration(_) => "llm_configuration",
            Fault::BadOutput(_) => "llm_bad_output",
        }
    }

    /// Whether the same request may succeed later.
    pub fn is_retryable(&self) -> bool {
        matches!(self, Fault::Overloaded { .. } | Fault::Timeout)
    }

    /// How long the endpoint asked us to wait, at most 60 s.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Fault::Overloaded { retry_after } => *retry_after,
            _ => None,
        }
    }
}
