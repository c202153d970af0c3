//! The service itself: alive, ready, and the keys its tokens are signed with.

use domain::Db;
use poem::http::StatusCode;
use poem::web::Data;
use poem_openapi::payload::Json;
use poem_openapi::types::Example;
use poem_openapi::{Object, OpenApi};

use super::Tag;
use crate::problem::Problem;
use crate::shutdown::Shutdown;

pub struct Service;

#[OpenApi(tag = "Tag::Service")]
impl Service {
    /// Say what this is
    ///
    /// Name and version of the server, for people and for health checks that look at `/`.
    #[oai(path = "/", method = "get", operation_id = "read_service")]
    async fn read_service(&self) -> Result<Json<ServiceInfo>, Problem> {
        Ok(Json(ServiceInfo::example()))
    }

    /// Say whether the process is alive
    ///
    /// Looks at nothing but the process: a server without its database is alive, though not ready.
    #[oai(path = "/livez", method = "get", operation_id = "read_liveness")]
    async fn read_liveness(&self) -> Result<Json<Health>, Problem> {
        Ok(Json(Health::example()))
    }

    /// Say whether requests can be answered
    ///
    /// 503 while the database cannot be reached, and once the server was told to stop, for as long as it then still takes
    /// connections: 2 s where it runs as `postwright api`, not at all where everything runs in one process.
    #[oai(path = "/readyz", method = "get", operation_id = "read_readiness")]
    async fn read_readiness(
        &self,
        Data(db): Data<&Db>,
        Data(draining): Data<&Shutdown>,
    ) -> Result<Json<Health>, Problem> {
        if draining.has_begun() {
            let detail = "The server is about to stop; use another.";
            return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "draining", detail));
        }
        db.ready().await?;
        Ok(Json(Health::example()))
    }

    /// List the public keys of access tokens
    ///
    /// A JSON Web Key Set (RFC 7517). Tokens name their key in `kid`.
    #[oai(path = "/.well-known/jwks.json", method = "get", operation_id = "list_signing_keys")]
    async fn list_signing_keys(&self, Data(db): Data<&Db>) -> Result<Json<KeySet>, Problem> {
        let keys: Vec<SigningKey> =
            serde_json::from_value(db.keys().jwks()["keys"].take()).unwrap_or_default();
        Ok(Json(KeySet { keys }))
    }
}

/// What answers here.
#[derive(Debug, Object)]
#[oai(example)]
struct ServiceInfo {
    name: String,
    version: String,
    /// Where the interactive documentation is.
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

/// All is well; otherwise there is a problem instead.
#[derive(Debug, Object)]
#[oai(example)]
struct Health {
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
struct KeySet {
    keys: Vec<SigningKey>,
}

impl Example for KeySet {
    fn example() -> Self {
        Self { keys: vec![SigningKey::example()] }
    }
}

/// The public half of an Ed25519 key (RFC 8037).
#[derive(Debug, serde::Deserialize, Object)]
#[oai(example)]
struct SigningKey {
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
