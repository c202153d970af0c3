//! `postwright contracts`: the kit for contract tests, from the document in the binary.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::failure::Failure;
use crate::terminal;

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Options {
    #[command(subcommand)]
    command: Contracts,
}

#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
enum Contracts {
    /// Write the stubs for WireMock, over those that are there
    Export {
        /// Folder to write to; WireMock takes it as its --root-dir
        #[arg(long, default_value = "contracts/kit")]
        out: PathBuf,
    },
}

/// # Errors
/// When a file cannot be written.
pub fn run(Options { command: Contracts::Export { out } }: &Options) -> Result<(), Failure> {
    let document = serde_json::from_str(&api::openapi_json()).unwrap_or_default();
    let files = contract_kit::files(&document);
    for file in &files {
        let path = out.join(&file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        }
        std::fs::write(&path, &file.text).map_err(Failure::file(&path))?;
    }
    terminal::say(&format!("{} files in {}", files.len(), out.display()));
    Ok(())
}
