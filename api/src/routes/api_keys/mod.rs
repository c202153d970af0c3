//! API keys. Only people manage them; no API key can.

mod models;

use domain::api_keys::{self, KeyStatus};
use entity::id::ApiKeyId;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::models::{
    ApiKey, ApiKeyCreated, ApiKeyPage, CreateApiKeyRequest, RequestedKeyStatus, UpdateApiKeyRequest,
};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::Admin;
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct ApiKeys;

#[OpenApi(tag = "Tag::Keys")]
impl ApiKeys {
    /// Create an API key
    ///
    /// The response contains the key, which is not shown again. Only its hash is stored, so the response cannot be
    /// replayed and the operation takes no `Idempotency-Key`. The key belongs to the organization: it goes on working when the
    /// admin who created it leaves. Needs a fresh sign-in (403 `fresh_sign_in_required`). 403 `quota_exceeded` beyond the
    /// organization's quota, usually 100 keys.
    #[oai(path = "/v1/api-keys", method = "post", operation_id = "create_api_key")]
    async fn create_api_key(
        &self,
        admin: Admin,
        body: Valid<CreateApiKeyRequest>,
    ) -> Result<Created, Problem> {
        let new = body.0.into();
        let (key, secret) = admin.transaction(async |tx| api_keys::create(tx, new).await).await?;
        Ok(Created::Created(Json(ApiKeyCreated::new(key, &secret))))
    }

    /// List API keys
    ///
    /// Newest first, of live and test mode. Without `status` the list has active and expired keys, but no revoked ones.
    #[oai(path = "/v1/api-keys", method = "get", operation_id = "list_api_keys")]
    async fn list_api_keys(
        &self,
        admin: Admin,
        page: PageParams,
        /// Only keys with this status.
        #[oai(name = "status")]
        status: Query<Option<RequestedKeyStatus>>,
    ) -> Result<Json<ApiKeyPage>, Problem> {
        let status = status.0.map(KeyStatus::from);
        let paged = admin.transaction(async |tx| api_keys::list(tx, status, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get an API key
    ///
    /// Also returns revoked keys, for 90 days, because other resources refer to them.
    #[oai(path = "/v1/api-keys/:api_key_id", method = "get", operation_id = "read_api_key")]
    async fn read_api_key(
        &self,
        admin: Admin,
        Path(api_key_id): Path<ApiKeyId>,
    ) -> Result<Json<ApiKey>, Problem> {
        let key = admin.transaction(async |tx| api_keys::find(tx, api_key_id).await).await?;
        Ok(Json(key.into()))
    }

    /// Update an API key
    ///
    /// Absent fields stay unchanged. Removed scopes are also removed from the key's access tokens, at once. More
    /// scopes and a later end need a fresh sign-in (403 `fresh_sign_in_required`). 409 `api_key_revoked` when the
    /// key is revoked.
    #[oai(path = "/v1/api-keys/:api_key_id", method = "patch", operation_id = "update_api_key")]
    async fn update_api_key(
        &self,
        admin: Admin,
        Path(api_key_id): Path<ApiKeyId>,
        body: Valid<UpdateApiKeyRequest>,
    ) -> Result<Json<ApiKey>, Errors<409>> {
        let change = body.0.into();
        let key = admin.transaction(async |tx| api_keys::update(tx, api_key_id, change).await).await?;
        Ok(Json(key.into()))
    }

    /// Revoke an API key
    ///
    /// The key and its access tokens stop working at once. Revoking cannot be undone.
    #[oai(path = "/v1/api-keys/:api_key_id", method = "delete", operation_id = "revoke_api_key")]
    async fn revoke_api_key(
        &self,
        admin: Admin,
        Path(api_key_id): Path<ApiKeyId>,
    ) -> Result<NoContent, Problem> {
        admin.transaction(async |tx| api_keys::revoke(tx, api_key_id).await).await?;
        Ok(NoContent::NoContent)
    }
}

#[derive(ApiResponse)]
enum Created {
    /// The key was created.
    #[oai(status = 201)]
    Created(Json<ApiKeyCreated>),
}
