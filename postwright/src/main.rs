//! The binary: reads the command line and leaves the rest to the library.

use std::process::ExitCode;

use clap::Parser;
use postwright::cli::Cli;

#[tokio::main]
async fn main() -> ExitCode {
    postwright::run(Cli::parse()).await
}
