//! All that can go wrong in the domain, in the words of its callers.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::{DbErr, RuntimeErr};

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is none, or it is not yours: the two look the same.
    #[error("{0} not found")]
    NotFound(&'static str),
    #[error("{detail}")]
    Forbidden { code: &'static str, detail: &'static str },
    #[error("not authenticated: {0:?}")]
    Unauthenticated(Unauthenticated),
    /// The state of things does not allow it.
    #[error("{detail}")]
    Conflict { code: &'static str, detail: String },
    /// Earlier turns of the session are under way, and the caller did not want to wait for them.
    #[error("earlier turns of this session are under way")]
    Busy { retry_after: Duration },
    /// The row changed since the caller read it.
    #[error("the resource has changed since it was read")]
    Changed,
    /// The idempotency key was used with another request.
    #[error("the idempotency key was used with another request")]
    KeyReused,
    #[error("invalid input")]
    Invalid(Vec<Violation>),
    #[error("too many attempts; try again in {retry_after:?}")]
    TooMany { retry_after: Duration },
    /// The database cannot be reached or is too busy; worth another try.
    #[error("the database is not available: {0}")]
    Unavailable(#[source] DbErr),
    #[error("{0}")]
    Internal(String),
}

/// Why a caller is not who they claim to be, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unauthenticated {
    /// E-mail and password do not belong together.
    WrongCredentials,
    /// The token is none of ours, or broken.
    InvalidToken,
    ExpiredToken,
    /// Signed out, removed from the organization, or a refresh token used twice.
    RevokedToken,
    /// The role, or what the key may do, has changed since the token was made: get another.
    StaleToken,
    /// The key was revoked, has expired, or who made it is no admin any more.
    EndedKey,
}

impl Unauthenticated {
    /// The stable code of the problem.
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

    /// What the caller should do next.
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

/// One thing that is wrong with the input.
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
        if is_connection_trouble(&error) {
            Self::Unavailable(error)
        } else {
            Self::Internal(error.to_string())
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        DbErr::Query(RuntimeErr::SqlxError(Arc::new(error))).into()
    }
}

/// PostgreSQL is starting, stopping, gone, or out of connections: none of it the request's fault.
fn is_connection_trouble(error: &DbErr) -> bool {
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
                cause.code().is_some_and(|code| is_passing(&code, cause.message()))
            }
            _ => false,
        },
        _ => false,
    }
}

/// SQLSTATEs (PostgreSQL, appendix A) of what passes, and why: classes whole, where all of a class does, and single codes.
const PASSING: [(&str, &str); 8] = [
    ("08", "connection exceptions"),
    ("40", "deadlocks, and transactions that could not be serialized"),
    ("53", "out of resources: connections, memory, disk"),
    ("55P03", "a lock was not to be had in time"),
    (
        "57",
        "cancelled by a time limit; the server is starting (57P03), stopping (57P01) or has crashed (57P02)",
    ),
    (
        "25006",
        "a write to a server that only reads: after a failover connections still go to what is a standby now",
    ),
    ("25P03", "a time limit on a transaction that idled ended its connection"),
    ("25P04", "the same for the transaction as a whole"),
];

/// A database that is closed to connections (`allow_connections false`, for maintenance; PostgreSQL's postinit.c) has a code
/// that other things have too, a mistake in a function of ours for example.
const CLOSED: (&str, &str) = ("55000", "not currently accepting connections");

fn is_passing(sqlstate: &str, message: &str) -> bool {
    let is_closed = sqlstate == CLOSED.0 && message.contains(CLOSED.1);
    is_closed || PASSING.iter().any(|(passing, _)| sqlstate.starts_with(passing))
}

/// The name of the constraint that refused a row, if one did.
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
    use super::is_passing;

    #[test]
    fn a_database_that_is_away_is_not_an_error_of_ours() {
        let away = [
            "08000", "08001", "08003", "08004", "08006", "25006", "25P03", "25P04", "40001", "40P01",
            "53100", "53200", "53300", "55P03", "57014", "57P01", "57P02", "57P03", "57P05",
        ];
        for code in away {
            assert!(is_passing(code, ""), "{code}");
        }
        // Ours: syntax, constraints, rights, a wrong parameter, an assertion.
        for code in [
            "22P02", "23505", "25P02", "42501", "42601", "42P01", "55000", "55006", "P0001", "P0004", "XX000",
        ] {
            assert!(!is_passing(code, ""), "{code}");
        }
    }
}
