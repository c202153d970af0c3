//! The keys of access tokens. The first one signs and all verify, so that keys can be rotated without ending logins.

use jsonwebtoken::jwk::{Jwk, JwkSet, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};

/// Ed25519 keys, the signing one first.
#[derive(Clone)]
pub struct SigningKeys {
    keys: Vec<Key>,
}

#[derive(Clone)]
pub(super) struct Key {
    /// The RFC 7638 thumbprint, so that a key has the same id on every machine.
    pub id: String,
    pub encoding: EncodingKey,
    pub decoding: DecodingKey,
    jwk: Jwk,
}

/// Why signing keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error(
        "no PEM block with a private key (BEGIN PRIVATE KEY) found; `postwright keys create` makes a file of keys"
    )]
    Missing,
    #[error("not an Ed25519 private key in PKCS#8 PEM: {0}")]
    Unusable(#[from] jsonwebtoken::errors::Error),
}

impl SigningKeys {
    /// Reads one or more PKCS#8 PEM blocks with Ed25519 private keys, the signing one first. Text between them is ignored.
    ///
    /// # Errors
    /// When there is no key, or one is not an Ed25519 key.
    pub fn from_pem(text: &str) -> Result<Self, KeyError> {
        const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
        const END: &str = "-----END PRIVATE KEY-----";
        let blocks = text.split_inclusive(END).filter(|block| block.ends_with(END));
        let blocks = blocks.map(|block| block.find(BEGIN).map_or(block, |begin| &block[begin..]));
        let keys = blocks.map(|block| Key::from_pem(block.trim())).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() { Err(KeyError::Missing) } else { Ok(Self { keys }) }
    }

    /// The public keys as a JSON Web Key Set (RFC 7517).
    #[must_use]
    pub fn jwks(&self) -> serde_json::Value {
        let set = JwkSet { keys: self.keys.iter().map(|key| key.jwk.clone()).collect() };
        serde_json::to_value(set).unwrap_or_default()
    }

    /// The ids (`kid`), the signing key's first.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| &*key.id)
    }

    pub(super) fn signing(&self) -> &Key {
        // `from_pem` rejects an empty list.
        &self.keys[0]
    }

    pub(super) fn find(&self, id: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.id == id)
    }
}

impl Key {
    fn from_pem(block: &str) -> Result<Self, KeyError> {
        let encoding = EncodingKey::from_ed_pem(block.as_bytes())?;
        let mut jwk = Jwk::from_encoding_key(&encoding, Algorithm::EdDSA)?;
        let id = jwk.thumbprint(ThumbprintHash::SHA256)?;
        jwk.common.key_id = Some(id.clone());
        jwk.common.public_key_use = Some(jsonwebtoken::jwk::PublicKeyUse::Signature);
        Ok(Self { id, decoding: DecodingKey::from_jwk(&jwk)?, encoding, jwk })
    }
}
