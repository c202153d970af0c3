//! The files of keys: those that sign access tokens, and those that encrypt secrets in the database.

pub mod encryption;
mod files;
pub mod signing;

use std::path::Path;

use secrecy::{ExposeSecret, SecretString};

pub use files::{KeyFiles, Keys, PICK_UP_TIME};

use crate::{failure::Failure, private_files};

/// Writes the file unless it exists.
fn create(path: &Path, text: impl FnOnce() -> Result<SecretString, Failure>) -> Result<bool, Failure> {
    if path.exists() {
        return Ok(false);
    }
    private_files::write(path, text()?.expose_secret()).map_err(Failure::file(path))?;
    Ok(true)
}

fn read(path: &Path) -> Result<SecretString, Failure> {
    private_files::read(path).map_err(Failure::file(path))
}
