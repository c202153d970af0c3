//! The keys that encrypt secrets in the database: one a line, the encrypting one first.

use std::path::Path;

use domain::{EncryptionKeys, EncryptionKeysError, new_encryption_key};
use secrecy::{ExposeSecret, SecretString};

use super::{create, read};
use crate::{failure::Failure, private_files};

/// Reads the file.
///
/// # Errors
/// [`Failure::File`], also when others than its owner may read it; [`Failure::EncryptionKeys`].
pub fn load(path: &Path) -> Result<EncryptionKeys, Failure> {
    EncryptionKeys::from_text(read(path)?.expose_secret()).map_err(unusable(path))
}

/// Creates the file with one key; `Ok(false)` if it exists.
///
/// # Errors
/// As for [`load`].
pub fn create_file(path: &Path) -> Result<bool, Failure> {
    create(path, || line(path))
}

/// Adds a new key, which encrypts nothing yet.
///
/// # Errors
/// As for [`load`].
pub fn add(path: &Path) -> Result<(), Failure> {
    rewrite(path, |text| Ok(format!("{}\n{}", text.trim_end(), line(path)?.expose_secret())))
}

/// Lets the newest key encrypt from now on.
///
/// # Errors
/// As for [`load`].
pub fn promote_newest(path: &Path) -> Result<(), Failure> {
    rewrite(path, |text| {
        let text = text.trim_end();
        let (earlier, newest) = text.rsplit_once('\n').unwrap_or(("", text));
        Ok(format!("{newest}\n{earlier}\n"))
    })
}

fn rewrite(path: &Path, change: impl FnOnce(&str) -> Result<String, Failure>) -> Result<(), Failure> {
    let _lock = private_files::lock_directory(path).map_err(Failure::file(path))?;
    let text = read(path)?;
    EncryptionKeys::from_text(text.expose_secret()).map_err(unusable(path))?;
    let changed = SecretString::from(change(text.expose_secret())?);
    private_files::write(path, changed.expose_secret()).map_err(Failure::file(path))
}

fn line(path: &Path) -> Result<SecretString, Failure> {
    let key = new_encryption_key().map_err(unusable(path))?;
    Ok(format!("{}\n", key.expose_secret()).into())
}

fn unusable(path: &Path) -> impl FnOnce(EncryptionKeysError) -> Failure {
    |error| Failure::EncryptionKeys { path: path.to_owned(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_created_once() {
        let path = std::env::temp_dir().join(format!("postwright-encryption-{}", std::process::id()));
        assert!(create_file(&path).unwrap());
        let made = load(&path).unwrap().ids().next().unwrap();
        assert!(!create_file(&path).unwrap());
        assert_eq!(load(&path).unwrap().ids().next(), Some(made));
        std::fs::remove_file(&path).unwrap();
    }

    #[test]
    fn a_new_key_comes_last_and_then_first() {
        let path = std::env::temp_dir().join(format!("postwright-encryption-new-{}", std::process::id()));
        create_file(&path).unwrap();
        let ids = || load(&path).unwrap().ids().collect::<Vec<_>>();
        let first = ids();
        add(&path).unwrap();
        let added = ids();
        assert_eq!((added.len(), added[0]), (2, first[0]));
        promote_newest(&path).unwrap();
        assert_eq!(ids(), [added[1], added[0]]);
        std::fs::remove_file(&path).unwrap();
    }
}
