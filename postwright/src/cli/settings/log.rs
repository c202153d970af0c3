//! Settings of the log.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(next_help_heading = "Log")]
pub struct LogSettings {
    /// Levels to log, such as `info,sqlx=warn`
    #[arg(long, value_name = "FILTER", global = true, env = "POSTWRIGHT_LOG", default_value = DEFAULT)]
    pub log: String,
    /// Format of the log, on standard error
    #[arg(long, value_name = "FORMAT", global = true, env = "POSTWRIGHT_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,
}

/// Our crates from `info` on, libraries from `warn` on. PostgreSQL's notices are left out: when a request is dropped
/// while its transaction begins, PostgreSQL warns that there is no transaction to roll back.
const DEFAULT: &str =
    "warn,sqlx::postgres::notice=error,agent=info,api=info,domain=info,postwright=info,worker=info";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}
