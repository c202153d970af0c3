//! Generated secrets: an organization and 256 random bits for the client, of which the database stores a hash.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entity::id::OrganizationId;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::{Error, Result};

const ORGANIZATION_BYTES: usize = 16;
const RANDOM_BYTES: usize = 32;

/// A generated secret, new or received from a client.
pub struct RandomSecret {
    secret: SecretString,
}

impl RandomSecret {
    /// Generates a secret that begins with its organization, so that looking it up asks one organization.
    ///
    /// # Errors
    /// When the system's random number generator fails.
    pub fn new(organization: OrganizationId) -> Result<Self> {
        let mut bytes = [0; ORGANIZATION_BYTES + RANDOM_BYTES];
        let (name, random) = bytes.split_at_mut(ORGANIZATION_BYTES);
        name.copy_from_slice(organization.0.as_bytes());
        aws_lc_rs::rand::fill(random).map_err(Error::internal)?;
        Ok(Self { secret: SecretString::from(URL_SAFE_NO_PAD.encode(bytes)) })
    }

    /// Generates a secret that is looked up in a table of all organizations.
    ///
    /// # Errors
    /// When the system's random number generator fails.
    pub fn without_organization() -> Result<Self> {
        let mut random = [0; RANDOM_BYTES];
        aws_lc_rs::rand::fill(&mut random).map_err(Error::internal)?;
        Ok(Self { secret: SecretString::from(URL_SAFE_NO_PAD.encode(random)) })
    }

    /// A secret that a client sent.
    pub fn received(secret: SecretString) -> Self {
        Self { secret }
    }

    /// The organization that the secret names. A text without one names the nil organization, which has no secrets: looking it
    /// up takes as long as looking up an unknown secret.
    pub fn organization(&self) -> OrganizationId {
        let bytes = URL_SAFE_NO_PAD.decode(self.secret.expose_secret()).unwrap_or_default();
        let name = bytes
            .first_chunk::<ORGANIZATION_BYTES>()
            .filter(|_| bytes.len() == ORGANIZATION_BYTES + RANDOM_BYTES);
        OrganizationId(name.map_or(Uuid::nil(), |name| Uuid::from_bytes(*name)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_names_its_organization() {
        let organization = OrganizationId::new();
        let secret = RandomSecret::new(organization).unwrap();
        assert_eq!(RandomSecret::received(secret.expose().into()).organization(), organization);
        assert_ne!(secret.hash(), RandomSecret::new(organization).unwrap().hash());
    }

    #[test]
    fn any_other_text_names_no_organization() {
        let whole = RandomSecret::new(OrganizationId::new()).unwrap();
        assert!(RandomSecret::without_organization().unwrap().organization().0.is_nil());
        for text in ["", "x", "no secret at all", &whole.expose()[..60], &format!("{}AAAA", whole.expose())] {
            assert!(RandomSecret::received(text.into()).organization().0.is_nil(), "{text}");
        }
    }
}
