//! Postwright in one process: everything the binary does, as a library, so that tests can use the same pieces.

mod all_in_one;
pub mod cli;
mod commands;
mod failure;
pub mod listeners;
mod logs;
mod models;
mod open_files;
pub mod postgres;
mod private_files;
mod shutdown;
pub mod signing_keys;
pub mod standin;
mod terminal;
pub mod wiring;

use std::process::ExitCode;

pub use failure::Failure;

/// Does what the command line says, and says what went wrong.
pub async fn run(cli: cli::Cli) -> ExitCode {
    match obey(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}

async fn obey(cli: cli::Cli) -> Result<(), Failure> {
    let settings = cli.settings.without_empty();
    logs::begin(&settings)?;
    open_files::allow_many();
    match cli.command {
        None => all_in_one::run(&settings).await,
        Some(command) => commands::run(command, &settings).await,
    }
}
