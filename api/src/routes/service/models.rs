//! Bodies of the service's routes.

use poem_openapi::Object;
use poem_openapi::types::Example;

/// Name and version of the service.
#[derive(Debug, Object)]
#[oai(example)]
pub struct ServiceInfo {
    name: String,
    version: String,
    /// The path of the interactive documentation.
    docs: String,
}

impl Example for ServiceInfo {
    fn example() -> Self {
        Self {
            name: "Postwright".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            docs: "/docs".to_owned(),
        }
    }
}

/// The check passed. A failed check is a problem.
#[derive(Debug, Object)]
#[oai(example)]
pub struct Health {
    /// Always `ok`.
    status: String,
}

impl Example for Health {
    fn example() -> Self {
        Self { status: "ok".to_owned() }
    }
}

/// A JSON Web Key Set.
#[derive(Debug, Object)]
#[oai(example)]
pub struct KeySet {
    pub keys: Vec<SigningKey>,
}

impl Example for KeySet {
    fn example() -> Self {
        Self { keys: vec![SigningKey::example()] }
    }
}

/// The public part of an Ed25519 key (RFC 8037).
#[derive(Debug, serde::Deserialize, Object)]
#[oai(example)]
pub struct SigningKey {
    kty: String,
    crv: String,
    alg: String,
    #[serde(rename = "use")]
    #[oai(rename = "use")]
    purpose: String,
    kid: String,
    /// The public key, base64url.
    x: String,
}

impl Example for SigningKey {
    fn example() -> Self {
        Self {
            kty: "OKP".to_owned(),
            crv: "Ed25519".to_owned(),
            alg: "EdDSA".to_owned(),
            purpose: "sig".to_owned(),
            kid: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".to_owned(),
            x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".to_owned(),
        }
    }
}
