//! Logs: to stderr, as text for people or JSON for machines.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::{
    cli::{LogFormat, Settings},
    failure::Failure,
};

/// Once a process.
///
/// # Errors
/// The filter cannot be understood.
pub fn begin(settings: &Settings) -> Result<(), Failure> {
    let filter =
        EnvFilter::builder().parse(&settings.log).map_err(|error| Failure::LogFilter(error.to_string()))?;
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // It would complain to the very stream that is closed, and panic.
        .log_internal_errors(false)
        .with_ansi(std::io::stderr().is_terminal());
    match settings.log_format {
        LogFormat::Text => logs.init(),
        LogFormat::Json => logs.json().flatten_event(true).init(),
    }
    Ok(())
}
