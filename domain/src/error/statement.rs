//! The error of an autocommitted statement, with what is known of its transaction.

use sea_orm::DbErr;
use sqlx::postgres::{PgDatabaseError, PgSeverity};

use super::Error;

/// Why an autocommitted statement failed.
#[derive(Debug)]
pub(crate) struct StatementError {
    pub error: Error,
    /// The statement wrote nothing. Otherwise it may have committed.
    pub is_rolled_back: bool,
}

impl From<StatementError> for Error {
    fn from(failed: StatementError) -> Self {
        failed.error
    }
}

/// An error of ours, before the statement or after it.
impl From<Error> for StatementError {
    fn from(error: Error) -> Self {
        Self { error, is_rolled_back: false }
    }
}

/// What it returned cannot be read.
impl From<DbErr> for StatementError {
    fn from(error: DbErr) -> Self {
        Error::from(error).into()
    }
}

impl From<sqlx::Error> for StatementError {
    fn from(error: sqlx::Error) -> Self {
        let is_rolled_back = is_rolled_back(&error);
        Self { error: error.into(), is_rolled_back }
    }
}

/// An error after which the connection goes on has rolled the transaction back. One that ends the connection may come behind
/// the commit.
fn is_rolled_back(error: &sqlx::Error) -> bool {
    let refused = error.as_database_error().and_then(|error| error.try_downcast_ref::<PgDatabaseError>());
    refused.is_some_and(|error| error.severity() == PgSeverity::Error)
}
