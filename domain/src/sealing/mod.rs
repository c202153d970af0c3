//! Seals secrets that the database stores, so that SQL alone does not read them.
//!
//! A value is encrypted with AES-256-GCM under a key of a file outside the database. The key authenticates the value's
//! [`Purpose`] too, so that a sealed value cannot be moved to another row or column. A sealed value is a version byte, the id
//! of its key, a nonce and the ciphertext with its tag.

pub(crate) mod columns;
mod encryption_keys;
mod reseal;

use aws_lc_rs::aead::{Aad, NONCE_LEN, Nonce};
use entity::id::OrganizationId;
use secrecy::{ExposeSecret as _, SecretSlice};
use uuid::Uuid;

use crate::replaceable::Replaceable;

pub use encryption_keys::{EncryptionKeys, EncryptionKeysError, KeyId, new_encryption_key};
pub(crate) use reseal::ListOrganizationIds;
pub use reseal::reseal;
pub(crate) use reseal::reseal_rows;

const VERSION: u8 = 1;
const HEADER_BYTES: usize = 1 + KeyId::BYTES;

/// Seals with the first of its keys, opens with any of them. Cheap to clone; all clones follow when the keys are replaced.
#[derive(Clone)]
pub struct Sealer(Replaceable<EncryptionKeys>);

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

    /// What is authenticated with the value. No two purposes have the same bytes: names have no NUL, and what follows has a
    /// fixed length.
    fn authenticated(&self, header: &[u8]) -> Vec<u8> {
        let organization = self.organization.map_or(Uuid::nil(), |organization| organization.0);
        [header, self.name.as_bytes(), b"\0", organization.as_bytes(), self.row.as_bytes()].concat()
    }
}

impl Sealer {
    #[must_use]
    pub fn new(keys: EncryptionKeys) -> Self {
        Self(Replaceable::new(keys))
    }

    /// Uses other keys from now on, for example after a rotation.
    pub fn replace(&self, keys: EncryptionKeys) {
        self.0.replace(keys);
    }

    /// Seals a value for one place.
    ///
    /// # Errors
    /// [`SealingError::Unsealable`] when the system's random number generator fails.
    pub fn seal(&self, purpose: Purpose, value: &[u8]) -> Result<Vec<u8>, SealingError> {
        let keys = self.0.current();
        let (id, key) = keys.sealing();
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
        let (header, id, nonce, ciphertext) = split(sealed)?;
        let keys = self.0.current();
        let key = keys.find(id).ok_or(SealingError::UnknownKey(id))?;
        let mut value = ciphertext.to_vec();
        let authenticated = Aad::from(purpose.authenticated(header));
        let opened = key.open_in_place(nonce, authenticated, &mut value);
        let length = opened.map_err(|_| SealingError::Forged)?.len();
        value.truncate(length);
        Ok(value.into())
    }

    /// Seals a value of this place again if another key than the present one has sealed it. `None`: the present key has sealed it.
    ///
    /// # Errors
    /// As [`Self::open`] and [`Self::seal`].
    pub fn seal_again(&self, purpose: Purpose, sealed: &[u8]) -> Result<Option<Vec<u8>>, SealingError> {
        if !self.is_outdated(sealed)? {
            return Ok(None);
        }
        let value = self.open(purpose, sealed)?;
        self.seal(purpose, value.expose_secret()).map(Some)
    }

    /// Whether the value was sealed with another key than the one that seals now.
    ///
    /// # Errors
    /// [`SealingError::Malformed`].
    pub fn is_outdated(&self, sealed: &[u8]) -> Result<bool, SealingError> {
        let (_, id, ..) = split(sealed)?;
        Ok(id != self.0.current().sealing().0)
    }
}

type Parts<'a> = (&'a [u8], KeyId, Nonce, &'a [u8]);

/// Header, key id, nonce and ciphertext.
fn split(sealed: &[u8]) -> Result<Parts<'_>, SealingError> {
    let parts = || {
        let (header, rest) = sealed.split_at_checked(HEADER_BYTES)?;
        let id = header.strip_prefix(&[VERSION])?.try_into().ok()?;
        let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_LEN>()?;
        Some((header, KeyId::new(id), Nonce::assume_unique_for_key(*nonce), ciphertext))
    };
    parts().ok_or(SealingError::Malformed)
}

#[cfg(test)]
mod tests;
