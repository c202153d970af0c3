//! The keys of all test issuers. Made once, because making them takes time.

use std::sync::LazyLock;

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::Value;

static KEYS: LazyLock<[Key; 3]> = LazyLock::new(|| [0, 1, 2].map(Key::generate));

/// An RSA key, with its public half.
pub struct Key {
    pub id: String,
    pub encoding: EncodingKey,
    pub jwk: Value,
}

impl Key {
    /// The key with this number.
    pub fn of(number: usize) -> &'static Self {
        &KEYS[number % KEYS.len()]
    }

    fn generate(number: usize) -> Self {
        let pair = KeyPair::generate(KeySize::Rsa2048).expect("an RSA key");
        let der: Pkcs8V1Der<'_> = pair.as_der().expect("a PKCS#8 key");
        let pem = format!(
            "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
            STANDARD
                .encode(der.as_ref())
                .as_bytes()
                .chunks(64)
                .map(|line| std::str::from_utf8(line).expect("ASCII"))
                .collect::<Vec<_>>()
                .join("\n")
        );
        let encoding = EncodingKey::from_rsa_pem(pem.as_bytes()).expect("an RSA key");
        let id = format!("key {number}");
        let mut jwk = Jwk::from_encoding_key(&encoding, Algorithm::RS256).expect("a public key");
        jwk.common.key_id = Some(id.clone());
        Self { id, encoding, jwk: serde_json::to_value(jwk).expect("JSON") }
    }
}
