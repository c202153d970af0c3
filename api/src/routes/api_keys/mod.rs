//! API keys: how programs come in. People manage them; no key can.

mod models;

use domain::api_keys;
use entity::id::ApiKeyId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use self::models::{ApiKey, ApiKeyCreated, ApiKeyPage, CreateApiKeyRequest, UpdateApiKeyRequest};
use super::{NoContent, Tag};
use crate::caller::Admin;
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::Problem;

pub struct ApiKeys;

#[OpenApi(tag = "Tag::Keys")]
impl ApiKeys {
    /// Make an API key
    ///
    /// The key is in this answer and never again: only its hash is kept, so a lost answer cannot be repeated and there
    /// is no `Idempotency-Key` here. It works for as long as the admin who made it is one: who leaves takes their keys
    /// along.
    #[oai(path = "/v1/api-keys", method = "post", operation_id = "create_api_key")]
    async fn create_api_key(
        &self,
        admin: Admin,
        body: Valid<CreateApiKeyRequest>,
    ) -> Result<Created, Problem> {
        let wish = body.0.into();
        let (key, written) = admin.transaction(async |tx| api_keys::create(tx, wish).await).await?;
        Ok(Created::Created(Json(ApiKeyCreated::new(key, &written))))
    }

    /// List the API keys
    ///
    /// Newest first, those of live mode and of test mode, without those that were revoked.
    #[oai(path = "/v1/api-keys", method = "get", operation_id = "list_api_keys")]
    async fn list_api_keys(&self, admin: Admin, page: PageParams) -> Result<Json<ApiKeyPage>, Problem> {
        let paged = admin.transaction(async |tx| api_keys::list(tx, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get an API key
    ///
    /// Also one that was revoked: what was done with it names it.
    #[oai(path = "/v1/api-keys/:api_key_id", method = "get", operation_id = "read_api_key")]
    async fn read_api_key(
        &self,
        admin: Admin,
        #[oai(name = "api_key_id")] api_key_id: Path<Uuid>,
    ) -> Result<Json<ApiKey>, Problem> {
        let id = ApiKeyId(api_key_id.0);
        let key = admin.transaction(async |tx| api_keys::find(tx, id).await).await?;
        Ok(Json(key.into()))
    }

    /// Change an API key
    ///
    /// What is absent stays. Scopes that are taken away are gone from its tokens too, at once.
    #[oai(path = "/v1/api-keys/:api_key_id", method = "patch", operation_id = "update_api_key")]
    async fn update_api_key(
        &self,
        admin: Admin,
        #[oai(name = "api_key_id")] api_key_id: Path<Uuid>,
        body: Valid<UpdateApiKeyRequest>,
    ) -> Result<Json<ApiKey>, Problem> {
        let (id, change) = (ApiKeyId(api_key_id.0), body.0.into());
        let key = admin.transaction(async |tx| api_keys::update(tx, id, change).await).await?;
        Ok(Json(key.into()))
    }

    /// Revoke an API key
    ///
    /// It and its tokens stop working at once, for good.
    #[oai(path = "/v1/api-keys/:api_key_id", method = "delete", operation_id = "revoke_api_key")]
    async fn revoke_api_key(
        &self,
        admin: Admin,
        #[oai(name = "api_key_id")] api_key_id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let id = ApiKeyId(api_key_id.0);
        admin.transaction(async |tx| api_keys::revoke(tx, id).await).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
enum Created {
    /// The key exists now.
    #[oai(status = 201)]
    Created(Json<ApiKeyCreated>),
}
