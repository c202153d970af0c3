//! The file of private keys that sign access tokens.

use std::path::Path;

use aws_lc_rs::{rand::SystemRandom, signature::Ed25519KeyPair};
use base64::{Engine, engine::general_purpose::STANDARD};
use secrecy::SecretString;

use crate::{failure::Failure, private_files};

/// Reads the file.
pub fn load(path: &Path) -> Result<SecretString, Failure> {
    Ok(std::fs::read_to_string(path).map_err(Failure::file(path))?.into())
}

/// Reads the file; makes it, with two keys, if it is not there.
pub fn load_or_make(path: &Path) -> Result<SecretString, Failure> {
    if !path.exists() {
        let made = make(path)?;
        private_files::write(path, &made).map_err(Failure::file(path))?;
    }
    load(path)
}

/// Two fresh keys that are written nowhere, for processes that sign nothing.
pub fn throw_away() -> Result<SecretString, Failure> {
    Ok(make(Path::new("(memory)"))?.into())
}

/// Two keys from the start, so that a later change of keys is nothing new to anyone.
fn make(path: &Path) -> Result<String, Failure> {
    let failed = |_| Failure::SigningKeys { path: path.into(), reason: "no key could be generated".into() };
    Ok([new_key().map_err(failed)?, new_key().map_err(failed)?].concat())
}

/// One Ed25519 key as PKCS#8 PEM, in the form that `openssl genpkey -algorithm ed25519` gives.
fn new_key() -> Result<String, aws_lc_rs::error::Unspecified> {
    let key = Ed25519KeyPair::generate_pkcs8v1(&SystemRandom::new())?;
    let body = STANDARD.encode(key.as_ref());
    Ok(format!("-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----\n"))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn keys_are_made_once() {
        let path = std::env::temp_dir().join(format!("postwright-keys-{}.pem", std::process::id()));
        let made = load_or_make(&path).unwrap();
        let kept = load_or_make(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(made.expose_secret(), kept.expose_secret());
        // 48 bytes of PKCS#8 fit into one line of base64.
        assert_eq!(made.expose_secret().lines().map(str::len).max(), Some(64));
        assert_eq!(made.expose_secret().matches("BEGIN PRIVATE KEY").count(), 2);
    }
}
