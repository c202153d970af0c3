//! Errors of the database: temporary failures, for which a retry may succeed, and all others.

use std::sync::Arc;

use sea_orm::{DbErr, RuntimeErr};

use super::Error;

/// What `cross_tenant.note_arrival` raises; the person asked for the erasure, so it is no failure of ours.
const JOINS_WHILE_ERASED: &str = "account_joins_while_erased";

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if violated_constraint(&error).as_deref() == Some(JOINS_WHILE_ERASED) {
            return Self::conflict(
                "account_being_erased",
                "This account is being erased and joins no organization. Sign up again when that has ended.",
            );
        }
        let description = description(&error);
        if is_unavailable(&error) { Self::Unavailable(description) } else { Self::Internal(description) }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        DbErr::Query(RuntimeErr::SqlxError(Arc::new(error))).into()
    }
}

/// The error without the values of the statement, which PostgreSQL quotes in some messages.
fn description(error: &DbErr) -> String {
    let (DbErr::Conn(RuntimeErr::SqlxError(cause))
    | DbErr::Exec(RuntimeErr::SqlxError(cause))
    | DbErr::Query(RuntimeErr::SqlxError(cause))) = error
    else {
        return error.to_string();
    };
    match &**cause {
        sqlx::Error::Database(cause) => {
            let code = cause.code().unwrap_or_default();
            let message = if quotes_values(&code) { "" } else { cause.message() };
            let constraint = cause.constraint().map(|name| format!(" ({name})")).unwrap_or_default();
            format!("SQLSTATE {code}{constraint} {message}").trim_end().to_owned()
        }
        // They contain the value, or what the driver could not read.
        sqlx::Error::ColumnDecode { index, .. } => format!("the column {index} cannot be read"),
        sqlx::Error::Encode(_) | sqlx::Error::Decode(_) => "a value cannot be sent or read".to_owned(),
        cause => cause.to_string(),
    }
}

/// Classes of SQLSTATE (PostgreSQL, appendix A) whose messages name tables, columns, roles and resources, but quote no value.
const WITHOUT_VALUES: [&str; 13] =
    ["08", "0A", "23", "25", "28", "2D", "3D", "40", "42", "53", "54", "55", "57"];

fn quotes_values(sqlstate: &str) -> bool {
    !WITHOUT_VALUES.iter().any(|class| sqlstate.starts_with(class))
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
const TEMPORARY: [(&str, &str); 10] = [
    ("08", "connection exceptions"),
    ("0A000", "a plan from before a migration, whose result has another type now"),
    (
        "42883",
        "a stored function that a migration has replaced: a process of the new build calls the new one",
    ),
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
    use super::{is_temporary, quotes_values};

    #[test]
    fn an_unavailable_database_is_a_temporary_failure() {
        let temporary = [
            "08000", "08001", "08003", "08004", "08006", "0A000", "25006", "25P03", "25P04", "40001",
            "40P01", "42883", "53100", "53200", "53300", "55P03", "57014", "57P01", "57P02", "57P03",
            "57P05",
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

    #[test]
    fn messages_about_data_and_of_our_own_functions_are_left_out() {
        // A malformed uuid, too long a text, a number out of range, an exception of ours, an internal error.
        for code in ["22P02", "22001", "22003", "P0001", "XX000", ""] {
            assert!(quotes_values(code), "{code}");
        }
        for code in ["23505", "40001", "42883", "57014"] {
            assert!(!quotes_values(code), "{code}");
        }
    }
}
