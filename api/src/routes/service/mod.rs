//! The service itself: version, health checks, and the public keys of access tokens.

mod models;

use std::time::Duration;

use domain::Db;
use poem::http::StatusCode;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;
use poem_openapi::types::Example;

use self::models::{Health, KeySet, ServiceInfo};
use super::tags::Tag;
use crate::problem::{Errors, Problem};
use crate::shutdown::Shutdown;

pub struct Service;

#[OpenApi(tag = "Tag::Service")]
impl Service {
    /// Get the service's version
    ///
    /// Name and version of the server, for people and for health checks of `/`.
    #[oai(path = "/", method = "get", operation_id = "read_service")]
    async fn read_service(&self) -> Result<Json<ServiceInfo>, Problem> {
        Ok(Json(ServiceInfo::example()))
    }

    /// Check liveness
    ///
    /// Checks only the process. A server without its database is alive but not ready.
    #[oai(path = "/livez", method = "get", operation_id = "read_liveness")]
    async fn read_liveness(&self) -> Result<Json<Health>, Problem> {
        Ok(Json(Health::example()))
    }

    /// Check readiness
    ///
    /// 503 while the database is unavailable or its functions do not run. A stopping server also answers 503 while it still accepts connections:
    /// `postwright api` does this for 2 s. A server started with `postwright` alone does not.
    #[oai(path = "/readyz", method = "get", operation_id = "read_readiness")]
    async fn read_readiness(
        &self,
        Data(db): Data<&Db>,
        Data(shutdown): Data<&Shutdown>,
    ) -> Result<Json<Health>, Errors<503>> {
        if shutdown.has_begun() {
            let detail = "The server is about to stop; use another.";
            return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "draining", detail).into());
        }
        if let Err(error) = db.ready().await {
            tracing::error!(%error, "the database is not ready");
            let problem = Problem::of_status(StatusCode::SERVICE_UNAVAILABLE);
            return Err(problem.with_retry_after(Duration::from_secs(1)).into());
        }
        Ok(Json(Health::example()))
    }

    /// List the public keys of access tokens
    ///
    /// A JSON Web Key Set (RFC 7517). An access token names its key in `kid`.
    #[oai(path = "/.well-known/jwks.json", method = "get", operation_id = "list_signing_keys")]
    async fn list_signing_keys(&self, Data(db): Data<&Db>) -> Result<Json<KeySet>, Problem> {
        let keys = serde_json::from_value(db.keys().jwks()["keys"].take()).unwrap_or_default();
        Ok(Json(KeySet { keys }))
    }
}
