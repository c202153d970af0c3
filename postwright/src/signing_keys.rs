//! The private keys that sign access tokens.

use std::path::Path;

use aws_lc_rs::{error::Unspecified, rand::SystemRandom, signature::Ed25519KeyPair};
use base64::{Engine, engine::general_purpose::STANDARD};
use secrecy::{ExposeSecret, SecretString};

use crate::{failure::Failure, private_files};

/// Reads the file.
///
/// # Errors
/// [`Failure::File`], also when others than the owner may read it.
pub fn load(path: &Path) -> Result<SecretString, Failure> {
    private_files::read(path).map_err(Failure::file(path))
}

/// Reads the file, and creates it with two keys if it does not exist.
pub fn load_or_create(path: &Path) -> Result<SecretString, Failure> {
    if !path.exists() {
        private_files::write(path, generate()?.expose_secret()).map_err(Failure::file(path))?;
    }
    load(path)
}

/// Generates two keys and stores them nowhere. Two, so that clients see two keys from the start and a later rotation
/// changes nothing for them.
pub fn generate() -> Result<SecretString, Failure> {
    let keys = new_key().and_then(|first| Ok([first, new_key()?].concat()));
    keys.map(SecretString::from).map_err(|_| Failure::SigningKeys {
        path: "(in memory)".into(),
        reason: "no key could be generated".into(),
    })
}

/// One Ed25519 key as PKCS#8 PEM, in the form that `openssl genpkey -algorithm ed25519` writes.
fn new_key() -> Result<String, Unspecified> {
    let key = Ed25519KeyPair::generate_pkcs8v1(&SystemRandom::new())?;
    let body = STANDARD.encode(key.as_ref());
    Ok(format!("-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_created_once() {
        let path = std::env::temp_dir().join(format!("postwright-keys-{}.pem", std::process::id()));
        let made = load_or_create(&path).unwrap();
        let kept = load_or_create(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(made.expose_secret(), kept.expose_secret());
        // 48 bytes of PKCS#8 fit into one line of base64.
        assert_eq!(made.expose_secret().lines().map(str::len).max(), Some(64));
        assert_eq!(made.expose_secret().matches("BEGIN PRIVATE KEY").count(), 2);
    }
}
