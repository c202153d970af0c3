//! `postwright contracts`: writes the contract kit from the OpenAPI document in the binary.

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
    /// Write the stubs, replacing those of an earlier export
    Export {
        /// Directory to write to, which WireMock takes as --root-dir
        #[arg(long, value_name = "DIR", default_value = "contracts/kit")]
        out: PathBuf,
    },
}

/// # Errors
/// [`Failure::File`].
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
