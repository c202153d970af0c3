//! The partition twin: the schema with every tenant table partitioned by organization.
//!
//! The product must run on it unchanged, as it would with the organizations spread over several databases.
//! `POSTWRIGHT_TEST_PARTITIONED=1` runs the tests on the twin and logs the plan of every statement;
//! `partition_report` then reads the plans.

mod plans;

use sqlx::PgConnection;

pub use plans::{Report, known};

const TWIN: &str = include_str!("twin.sql");

/// Logs the plan of each statement, nested ones too, with the partitions that were really read.
const LOG_PLANS: &str = "
    alter role postwright_app set session_preload_libraries = 'auto_explain';
    alter role postwright_app set auto_explain.log_min_duration = 0;
    alter role postwright_app set auto_explain.log_nested_statements = on;
    alter role postwright_app set auto_explain.log_analyze = on;
    alter role postwright_app set auto_explain.log_timing = off;
    alter role postwright_app set auto_explain.log_buffers = off;";

/// Whether this run of the tests is on the twin.
#[must_use]
pub fn are_wanted() -> bool {
    std::env::var_os("POSTWRIGHT_TEST_PARTITIONED").is_some()
}

/// Turns a migrated, empty database into its twin. `superuser` is connected to that database.
///
/// # Errors
/// When a tenant table cannot be partitioned, for example because a unique index lacks the organization.
pub async fn partition(superuser: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::raw_sql(TWIN).execute(&mut *superuser).await?;
    sqlx::raw_sql("load 'auto_explain'").execute(&mut *superuser).await?;
    sqlx::raw_sql(LOG_PLANS).execute(superuser).await?;
    Ok(())
}
