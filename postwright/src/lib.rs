//! The binary as a library, so that tests start the same parts.

mod all_in_one;
pub mod cli;
mod commands;
mod failure;
pub mod keys;
pub mod listeners;
mod logs;
mod mailers;
mod models;
mod open_files;
mod panics;
pub mod postgres;
mod private_files;
mod shutdown;
mod terminal;
pub mod wiring;

use std::process::ExitCode;

pub use failure::Failure;

/// Runs a command and prints what went wrong.
pub async fn run(cli: cli::Cli) -> ExitCode {
    match try_run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::report(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}

async fn try_run(cli: cli::Cli) -> Result<(), Failure> {
    let settings = cli.settings.without_empty();
    logs::begin(&settings.log)?;
    panics::log_without_values();
    open_files::raise_limit();
    match cli.command {
        None => all_in_one::run(&settings).await,
        Some(command) => commands::run(command, &settings).await,
    }
}
