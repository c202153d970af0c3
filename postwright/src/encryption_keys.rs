//! The file of keys that encrypt secrets in the database.

use std::path::Path;

use domain::{KeyRing, KeyRingError, Sealer, new_encryption_key};
use secrecy::ExposeSecret;

use crate::{failure::Failure, private_files};

/// Reads the file.
///
/// # Errors
/// [`Failure::File`], [`Failure::EncryptionKeys`].
pub fn load(path: &Path) -> Result<Sealer, Failure> {
    let text = private_files::read(path).map_err(Failure::file(path))?;
    let ring = KeyRing::from_text(text.expose_secret()).map_err(unusable(path))?;
    Ok(Sealer::new(ring))
}

/// Reads the file, and creates it with one key if it does not exist.
///
/// # Errors
/// [`Failure::File`], [`Failure::EncryptionKeys`].
pub fn load_or_create(path: &Path) -> Result<Sealer, Failure> {
    if !path.exists() {
        let key = new_encryption_key().map_err(unusable(path))?;
        let text = format!("{}\n", key.expose_secret());
        private_files::write(path, &text).map_err(Failure::file(path))?;
    }
    load(path)
}

fn unusable(path: &Path) -> impl FnOnce(KeyRingError) -> Failure {
    |error| Failure::EncryptionKeys { path: path.to_owned(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_created_once() {
        let path = std::env::temp_dir().join(format!("postwright-encryption-keys-{}", std::process::id()));
        load_or_create(&path).unwrap();
        let made = std::fs::read_to_string(&path).unwrap();
        load_or_create(&path).unwrap();
        let kept = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(made, kept);
    }
}
