//! The log, on standard error, as text or JSON.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::{
    cli::{LogFormat, LogSettings},
    failure::Failure,
};

/// Starts the log. Must be called once per process.
///
/// # Errors
/// [`Failure::LogFilter`].
pub fn begin(settings: &LogSettings) -> Result<(), Failure> {
    let filter =
        EnvFilter::builder().parse(&settings.log).map_err(|error| Failure::LogFilter(error.to_string()))?;
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // It writes to standard error too, and panics when that is closed.
        .log_internal_errors(false)
        .with_ansi(std::io::stderr().is_terminal());
    match settings.log_format {
        LogFormat::Text => logs.init(),
        LogFormat::Json => logs.json().flatten_event(true).init(),
    }
    Ok(())
}
