//! Generated secrets: 256 random bits for the client, of which the database stores a hash.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// A generated secret, new or received from a client.
pub struct RandomSecret {
    secret: SecretString,
}

impl RandomSecret {
    /// Generates a secret.
    ///
    /// # Errors
    /// When the system's random number generator fails.
    pub fn new() -> Result<Self> {
        let mut bytes = [0; 32];
        aws_lc_rs::rand::fill(&mut bytes).map_err(Error::internal)?;
        Ok(Self { secret: SecretString::from(URL_SAFE_NO_PAD.encode(bytes)) })
    }

    /// A secret that a client sent.
    pub fn received(secret: SecretString) -> Self {
        Self { secret }
    }

    /// The hash to store. A fast hash is enough for 256 random bits.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.secret.expose_secret()).to_vec()
    }

    /// Whether `stored` is this secret's hash, compared in constant time.
    pub fn is_of(&self, stored: &[u8]) -> bool {
        verify_slices_are_equal(&self.hash(), stored).is_ok()
    }

    pub fn expose(&self) -> &str {
        self.secret.expose_secret()
    }

    pub fn into_secret(self) -> SecretString {
        self.secret
    }
}
