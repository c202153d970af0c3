//! Seals secrets that the database stores, so that SQL alone does not read them.
//!
//! A value is encrypted with AES-256-GCM under a key of a file outside the database. The key authenticates the value's
//! [`Purpose`] too, so that a sealed value cannot be moved to another row or column. A sealed value is a version byte, the id
//! of its key, a nonce and the ciphertext with its tag.

mod key_ring;

use std::sync::{Arc, PoisonError, RwLock};

use aws_lc_rs::aead::{Aad, NONCE_LEN, Nonce};
use entity::id::OrganizationId;
use secrecy::SecretSlice;
use uuid::Uuid;

pub use key_ring::{KeyId, KeyRing, KeyRingError, new_encryption_key};

const VERSION: u8 = 1;
const ID_END: usize = 1 + KeyId::BYTES;

/// Seals with the first key of its ring, opens with any of them. Cheap to clone; all clones follow a replaced ring.
#[derive(Clone)]
pub struct Sealer(Arc<RwLock<Arc<KeyRing>>>);

/// What a sealed value is, and the row that stores it. It has to be the same when the value is opened.
#[derive(Clone, Copy, Debug)]
pub struct Purpose {
    name: &'static str,
    organization: Option<OrganizationId>,
    row: Uuid,
}

/// Why a value cannot be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealingError {
    #[error("not a sealed value")]
    Malformed,
    #[error("the encryption key {0} is not in the key file")]
    UnknownKey(KeyId),
    #[error("a sealed value was changed, or is of another row")]
    Forged,
    #[error("encryption failed")]
    Unsealable,
}

impl Purpose {
    /// A value of a row that belongs to no organization. `name` is the table and the column, as `table.column`.
    #[must_use]
    pub const fn of_row(name: &'static str, row: Uuid) -> Self {
        Self { name, organization: None, row }
    }

    /// A value of an organization's row.
    #[must_use]
    pub const fn of_tenant_row(name: &'static str, organization: OrganizationId, row: Uuid) -> Self {
        Self { name, organization: Some(organization), row }
    }

    /// What the key authenticates with the value. No two purposes have the same bytes: names have no NUL, and what follows
    /// has a fixed length.
    fn authenticated(&self, header: &[u8]) -> Vec<u8> {
        let organization = self.organization.map_or(Uuid::nil(), |organization| organization.0);
        [header, self.name.as_bytes(), b"\0", organization.as_bytes(), self.row.as_bytes()].concat()
    }
}

impl Sealer {
    #[must_use]
    pub fn new(ring: KeyRing) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(ring))))
    }

    /// Uses another ring from now on, for example after a rotation.
    pub fn replace(&self, ring: KeyRing) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
    }

    /// Seals a value for one place.
    ///
    /// # Errors
    /// [`SealingError::Unsealable`] when the system's random number generator fails.
    pub fn seal(&self, purpose: Purpose, value: &[u8]) -> Result<Vec<u8>, SealingError> {
        let ring = self.ring();
        let (id, key) = ring.first();
        let header = [&[VERSION], id.as_bytes()].concat();
        let mut ciphertext = value.to_vec();
        let authenticated = Aad::from(purpose.authenticated(&header));
        let nonce = key.seal_in_place_append_tag(authenticated, &mut ciphertext);
        let nonce = nonce.map_err(|_| SealingError::Unsealable)?;
        Ok([&header, &nonce.as_ref()[..], &ciphertext].concat())
    }

    /// Opens a value that was sealed for this place.
    ///
    /// # Errors
    /// [`SealingError`] for a value that was sealed for another place, with an unknown key, or not at all.
    pub fn open(&self, purpose: Purpose, sealed: &[u8]) -> Result<SecretSlice<u8>, SealingError> {
        let (id, nonce, ciphertext) = split(sealed)?;
        let ring = self.ring();
        let key = ring.find(id).ok_or(SealingError::UnknownKey(id))?;
        let mut value = ciphertext.to_vec();
        let authenticated = Aad::from(purpose.authenticated(&sealed[..ID_END]));
        let length =
            key.open_in_place(nonce, authenticated, &mut value).map_err(|_| SealingError::Forged)?.len();
        value.truncate(length);
        Ok(value.into())
    }

    /// Whether the value was sealed with another key than the one that seals now.
    ///
    /// # Errors
    /// [`SealingError::Malformed`].
    pub fn is_outdated(&self, sealed: &[u8]) -> Result<bool, SealingError> {
        Ok(split(sealed)?.0 != self.ring().first().0)
    }

    fn ring(&self) -> Arc<KeyRing> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn split(sealed: &[u8]) -> Result<(KeyId, Nonce, &[u8]), SealingError> {
    let parts = || {
        let (&version, rest) = sealed.split_first()?;
        let (id, rest) = rest.split_first_chunk::<{ KeyId::BYTES }>()?;
        let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_LEN>()?;
        (version == VERSION).then(|| (KeyId::from(*id), Nonce::assume_unique_for_key(*nonce), ciphertext))
    };
    parts().ok_or(SealingError::Malformed)
}

#[cfg(test)]
mod tests;
