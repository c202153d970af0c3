//! Postwright in one process: everything the binary does, as a library, so that tests can use the same pieces.

mod banner;
pub mod cli;
mod commands;
mod contracts;
mod databases;
mod demo;
mod evaluations;
mod failures;
pub mod listeners;
mod logs;
mod open_files;
pub mod postgres;
mod private_files;
mod shutdowns;
pub mod signing_keys;
pub mod standin;
mod start;
mod terminals;
mod webhooks;
pub mod wiring;

use std::process::ExitCode;

pub use failures::Failure;

/// Does what the command line says, and says what went wrong.
pub async fn run(cli: cli::Cli) -> ExitCode {
    match obey(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminals::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}

async fn obey(cli: cli::Cli) -> Result<(), Failure> {
    let settings = cli.settings.without_empty();
    logs::begin(&settings)?;
    open_files::allow_many();
    match cli.command {
        None => start::everything(&settings).await,
        Some(command) => commands::run(command, &settings).await,
    }
}
