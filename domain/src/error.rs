//! The crate's error type.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::{DbErr, RuntimeErr};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call failed. `code` is the stable code of the problem response, `detail` its text for users.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or the caller may not see it; the two cannot be told apart.
    #[error("{0} not found")]
    NotFound(&'static str),
    #[error("{detail}")]
    Forbidden { code: &'static str, detail: &'static str },
    #[error("not authenticated: {0:?}")]
    Unauthenticated(Unauthenticated),
    /// The current state does not allow the operation.
    #[error("{detail}")]
    Conflict { code: &'static str, detail: String },
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
    Unavailable(#[source] DbErr),
    #[error("{0}")]
    Internal(String),
}

/// Why authentication failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unauthenticated {
    /// Unknown e-mail address or wrong password.
    WrongCredentials,
    /// The token or key is malformed, unknown, or not signed by us.
    InvalidToken,
    ExpiredToken,
    /// Signed out, removed from the organization, or a refresh token used twice.
    RevokedToken,
    /// The role or the key's scopes have changed since the token was issued.
    StaleToken,
    /// The key was revoked, has expired, or its creator is no longer an admin.
    EndedKey,
}

impl Unauthenticated {
    /// The stable code of the problem response.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WrongCredentials => "wrong_credentials",
            Self::InvalidToken => "invalid_token",
            Self::ExpiredToken => "token_expired",
            Self::RevokedToken => "token_revoked",
            Self::StaleToken => "token_stale",
            Self::EndedKey => "api_key_ended",
        }
    }

    /// What is wrong and what to do, as a text for users.
    #[must_use]
    pub fn detail(self) -> &'static str {
        match self {
            Self::WrongCredentials => "This e-mail and password do not belong together.",
            Self::InvalidToken => "The token is not valid here. Sign in to get a new one.",
            Self::ExpiredToken => "The token has expired. Get a new one with the refresh token.",
            Self::RevokedToken => "This login has ended. Sign in again.",
            Self::StaleToken => "Your role or scopes have changed. Get a new token.",
            Self::EndedKey => {
                "This API key was revoked, has expired, or who made it is no admin any more. Use another."
            }
        }
    }
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

impl From<Unauthenticated> for Error {
    fn from(why: Unauthenticated) -> Self {
        Self::Unauthenticated(why)
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if is_unavailable(&error) { Self::Unavailable(error) } else { Self::Internal(error.to_string()) }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        DbErr::Query(RuntimeErr::SqlxError(Arc::new(error))).into()
    }
}

/// Whether the database was unreachable or overloaded, which is not the request's fault.
fn is_unavailable(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) => true,
        DbErr::Conn(RuntimeErr::SqlxError(cause))
        | DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause)) => match &**cause {
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Protocol(_) => true,
            sqlx::Error::Database(cause) => {
                cause.code().is_some_and(|code| is_temporary(&code, cause.message()))
            }
            _ => false,
        },
        _ => false,
    }
}

/// SQLSTATEs of temporary failures (PostgreSQL, appendix A), with the reason: whole classes by their first two characters,
/// and single codes.
const TEMPORARY: [(&str, &str); 8] = [
    ("08", "connection exceptions"),
    ("40", "deadlocks, and transactions that could not be serialized"),
    ("53", "out of resources: connections, memory, disk"),
    ("55P03", "a lock was not available in time"),
    (
        "57",
        "cancelled by a time limit; the server is starting (57P03), stopping (57P01) or has crashed (57P02)",
    ),
    (
        "25006",
        "a write to a read-only server: after a failover, connections still lead to what is a standby now",
    ),
    ("25P03", "the timeout for idle transactions closed the connection"),
    ("25P04", "the timeout for transactions closed the connection"),
];

/// A database closed to connections (`allow_connections false`, for maintenance; PostgreSQL's postinit.c). Other failures
/// share its code, for example a mistake in a stored function, so the message decides.
const CLOSED: (&str, &str) = ("55000", "not currently accepting connections");

fn is_temporary(sqlstate: &str, message: &str) -> bool {
    let is_closed = sqlstate == CLOSED.0 && message.contains(CLOSED.1);
    is_closed || TEMPORARY.iter().any(|(prefix, _)| sqlstate.starts_with(prefix))
}

/// The name of the violated constraint, if a constraint is the reason.
pub(crate) fn violated_constraint(error: &DbErr) -> Option<String> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => {
            cause.as_database_error()?.constraint().map(str::to_owned)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::is_temporary;

    #[test]
    fn an_unavailable_database_is_a_temporary_failure() {
        let temporary = [
            "08000", "08001", "08003", "08004", "08006", "25006", "25P03", "25P04", "40001", "40P01",
            "53100", "53200", "53300", "55P03", "57014", "57P01", "57P02", "57P03", "57P05",
        ];
        for code in temporary {
            assert!(is_temporary(code, ""), "{code}");
        }
        // Our own mistakes: syntax, constraints, rights, a wrong parameter, an assertion.
        for code in [
            "22P02", "23505", "25P02", "42501", "42601", "42P01", "55000", "55006", "P0001", "P0004", "XX000",
        ] {
            assert!(!is_temporary(code, ""), "{code}");
        }
    }
}
