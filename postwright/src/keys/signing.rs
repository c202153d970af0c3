//! The private keys that sign access tokens, as PEM blocks: the signing key, the next one, and earlier ones.

mod rotation;

use std::path::Path;

use aws_lc_rs::{error::Unspecified, rand::SystemRandom, signature::Ed25519KeyPair};
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::SigningKeys;
use secrecy::{ExposeSecret, SecretString};

use super::{create, read};
use crate::failure::Failure;

pub use rotation::{Rotated, has_next, prepare_next, rotate};

/// Reads the file.
///
/// # Errors
/// [`Failure::File`], also when others than its owner may read it; [`Failure::SigningKeys`].
pub fn load(path: &Path) -> Result<SigningKeys, Failure> {
    parse(&read(path)?, path)
}

/// Creates the file with two keys; `Ok(false)` if it exists.
///
/// # Errors
/// As for [`load`].
pub fn create_file(path: &Path) -> Result<bool, Failure> {
    create(path, generate)
}

/// New keys for a process that signs nothing.
///
/// # Errors
/// [`Failure::SigningKeys`].
pub fn unused() -> Result<SigningKeys, Failure> {
    parse(&generate()?, Path::new(IN_MEMORY))
}

/// Generates two keys and stores them nowhere. Two, so that clients see two keys from the start and a later rotation
/// changes nothing for them.
///
/// # Errors
/// [`Failure::SigningKeys`].
pub fn generate() -> Result<SecretString, Failure> {
    Ok([new_key()?, new_key()?].concat().into())
}

const IN_MEMORY: &str = "(in memory)";

/// One Ed25519 key as PKCS#8 PEM, in the form that `openssl genpkey -algorithm ed25519` writes.
fn new_key() -> Result<String, Failure> {
    let key = Ed25519KeyPair::generate_pkcs8v1(&SystemRandom::new());
    let key = key.map_err(|Unspecified| Failure::SigningKeys {
        path: IN_MEMORY.into(),
        reason: "no key could be generated".into(),
    })?;
    let body = STANDARD.encode(key.as_ref());
    Ok(format!("-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----\n"))
}

fn parse(text: &SecretString, path: &Path) -> Result<SigningKeys, Failure> {
    let keys = SigningKeys::from_pem(text.expose_secret());
    keys.map_err(|error| Failure::SigningKeys { path: path.to_owned(), reason: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_created_once() {
        let path = std::env::temp_dir().join(format!("postwright-keys-{}.pem", std::process::id()));
        assert!(create_file(&path).unwrap());
        let made = read(&path).unwrap();
        assert!(!create_file(&path).unwrap());
        let kept = read(&path).unwrap();
        assert_eq!(load(&path).unwrap().ids().count(), 2);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(made.expose_secret(), kept.expose_secret());
        // 48 bytes of PKCS#8 fit into one line of base64.
        assert_eq!(made.expose_secret().lines().map(str::len).max(), Some(64));
    }
}
