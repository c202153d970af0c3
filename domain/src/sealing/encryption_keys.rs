//! The encryption keys, and the text format of their file.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, RandomizedNonceKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;
use sha2::{Digest, Sha256};

const KEY_BYTES: usize = 32;

/// Encryption keys, the sealing one first.
pub struct EncryptionKeys(Vec<(KeyId, RandomizedNonceKey)>);

/// The id of a key, derived from it, so that a key has the same id on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyId([u8; Self::BYTES]);

/// Why encryption keys cannot be used. Never quotes the text, which is secret.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncryptionKeysError {
    #[error("there is no key in it; `postwright keys create` makes a file of keys")]
    Empty,
    #[error("line {0} is not 32 bytes in base64")]
    Malformed(usize),
    #[error("line {0} repeats an earlier key")]
    Repeated(usize),
    #[error("no random bytes are available")]
    NoRandomness,
}

/// A new key, as a line of the file without its end.
///
/// # Errors
/// [`EncryptionKeysError::NoRandomness`].
pub fn new_encryption_key() -> Result<SecretString, EncryptionKeysError> {
    let mut key = [0; KEY_BYTES];
    aws_lc_rs::rand::fill(&mut key).map_err(|_| EncryptionKeysError::NoRandomness)?;
    Ok(STANDARD.encode(key).into())
}

impl EncryptionKeys {
    /// Reads one key a line, in base64. The first one seals, all open. Blank lines and lines that begin with `#` are ignored.
    ///
    /// # Errors
    /// When a line is not a key, and when there is no key.
    pub fn from_text(text: &str) -> Result<Self, EncryptionKeysError> {
        let mut keys: Vec<(KeyId, RandomizedNonceKey)> = Vec::new();
        for (number, line) in (1..).zip(text.lines().map(str::trim)) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let bytes = STANDARD.decode(line).map_err(|_| EncryptionKeysError::Malformed(number))?;
            let key = RandomizedNonceKey::new(&AES_256_GCM, &bytes);
            let (id, key) = (KeyId::of(&bytes), key.map_err(|_| EncryptionKeysError::Malformed(number))?);
            if keys.iter().any(|(known, _)| *known == id) {
                return Err(EncryptionKeysError::Repeated(number));
            }
            keys.push((id, key));
        }
        if keys.is_empty() { Err(EncryptionKeysError::Empty) } else { Ok(Self(keys)) }
    }

    /// The ids, the sealing key's first.
    pub fn ids(&self) -> impl Iterator<Item = KeyId> {
        self.0.iter().map(|(id, _)| *id)
    }

    pub(super) fn sealing(&self) -> (KeyId, &RandomizedNonceKey) {
        // `from_text` rejects an empty list.
        let (id, key) = &self.0[0];
        (*id, key)
    }

    pub(super) fn find(&self, id: KeyId) -> Option<&RandomizedNonceKey> {
        self.0.iter().find(|(known, _)| *known == id).map(|(_, key)| key)
    }
}

impl KeyId {
    pub(super) const BYTES: usize = 8;

    /// A hash of 256 random bits tells nothing about them.
    fn of(key: &[u8]) -> Self {
        let digest: [u8; 32] =
            Sha256::new().chain_update("postwright encryption key").chain_update(key).finalize().into();
        let mut id = [0; Self::BYTES];
        id.copy_from_slice(&digest[..Self::BYTES]);
        Self(id)
    }

    pub(super) fn new(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

/// Leaves the keys out.
impl fmt::Debug for EncryptionKeys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.ids()).finish()
    }
}
