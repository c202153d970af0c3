//! The crate's error type.

mod database;
mod statement;
mod unauthenticated;

use std::borrow::Cow;
use std::time::Duration;

use entity::id::ApiKeyId;

pub(crate) use database::violated_constraint;
pub(crate) use statement::StatementError;
pub use unauthenticated::Unauthenticated;

use crate::quotas::Exceeded;
use crate::sealing::SealingError;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call failed. `code` is the stable code of the problem response, `detail` its text for users.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or the caller may not see it; callers cannot distinguish the two.
    #[error("{0} not found")]
    NotFound(&'static str),
    /// As [`Self::NotFound`], with a code of its own.
    #[error("{detail}")]
    Missing { code: &'static str, detail: &'static str },
    #[error("{detail}")]
    Forbidden { code: &'static str, detail: &'static str },
    #[error("not authenticated: {0:?}")]
    Unauthenticated(Unauthenticated),
    /// The current state does not allow the operation.
    #[error("{detail}")]
    Conflict { code: &'static str, detail: String },
    /// The person has created these API keys, which are active, and nobody has said whether to keep them.
    #[error("the person has created API keys that are active")]
    OwnsApiKeys(Vec<(ApiKeyId, String)>),
    /// The organization or the session has used up a quota.
    #[error("{}", .0.detail())]
    QuotaExceeded(Box<Exceeded>),
    /// Earlier turns of the session have not ended, and the caller chose not to queue behind them.
    #[error("earlier turns of this session are under way")]
    Busy { retry_after: Duration },
    /// The resource has none of the tags that the caller accepts (optimistic locking).
    #[error("the resource has changed since it was read")]
    Changed,
    /// The idempotency key was used for a different request.
    #[error("the idempotency key was used with another request")]
    KeyReused,
    #[error("invalid input")]
    Invalid(Vec<Violation>),
    #[error("too many attempts; try again in {retry_after:?}")]
    TooMany { retry_after: Duration },
    /// The database cannot be reached or is overloaded; a retry may succeed.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    #[error("{0}")]
    Internal(String),
}

/// One violation in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// JSON pointer to the member, for example `/password`.
    pub pointer: Cow<'static, str>,
    pub detail: String,
}

impl Error {
    pub(crate) fn invalid(pointer: &'static str, detail: impl Into<String>) -> Self {
        Self::Invalid(vec![Violation { pointer: pointer.into(), detail: detail.into() }])
    }

    pub(crate) fn conflict(code: &'static str, detail: impl Into<String>) -> Self {
        Self::Conflict { code, detail: detail.into() }
    }

    pub(crate) fn internal(what: impl std::fmt::Display) -> Self {
        Self::Internal(what.to_string())
    }
}

impl From<SealingError> for Error {
    fn from(error: SealingError) -> Self {
        Self::internal(error)
    }
}

/// Without the value, which the message of the library may quote.
impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        let (category, line, column) = (error.classify(), error.line(), error.column());
        Self::Internal(format!("unreadable JSON: {category:?} error in line {line}, column {column}"))
    }
}

/// Without the message of a panic, which may quote a value.
impl From<tokio::task::JoinError> for Error {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::internal(if error.is_panic() { "a task panicked" } else { "a task was cancelled" })
    }
}

impl From<Unauthenticated> for Error {
    fn from(why: Unauthenticated) -> Self {
        Self::Unauthenticated(why)
    }
}
