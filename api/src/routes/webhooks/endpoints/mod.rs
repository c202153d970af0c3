//! Webhook endpoints, and the log of what was sent to them.

mod models;

use domain::webhooks;
use entity::id::WebhookEndpointId;
use outbound::Guard;
use poem::web::Data;
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use self::models::{
    CreateWebhookEndpointRequest, RecoverWebhooksRequest, UpdateWebhookEndpointRequest, WebhookEndpoint,
    WebhookEndpointPage, WebhookRecovery,
};
use super::deliveries::WebhookDelivery;
use crate::caller::{Admin, WebhooksRead, WebhooksWrite};
use crate::etag::{demanded, is_known, quoted};
use crate::idempotency::{IdempotencyKey, Replayable, known, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::Problem;
use crate::routes::{NoContent, Tag};
use crate::settings::Settings;

pub struct WebhookEndpoints;

#[OpenApi(tag = "Tag::Webhooks")]
impl WebhookEndpoints {
    /// List webhook endpoints
    ///
    /// Newest first. For admins, as is all that has to do with webhooks.
    #[oai(path = "/v1/webhook-endpoints", method = "get", operation_id = "list_webhook_endpoints")]
    async fn list_webhook_endpoints(
        &self,
        admin: Admin<WebhooksRead>,
        page: PageParams,
    ) -> Result<Json<WebhookEndpointPage>, Problem> {
        let paged = admin.transaction(async |tx| webhooks::list(tx, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Add a webhook endpoint
    ///
    /// What happens from now on is sent there, signed by Standard Webhooks. The answer holds the secret that verifies the
    /// signatures; it is not shown again. An organization has up to 20 endpoints.
    #[oai(path = "/v1/webhook-endpoints", method = "post", operation_id = "create_webhook_endpoint")]
    async fn create_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        settings: Data<&Settings>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        body: Valid<CreateWebhookEndpointRequest>,
    ) -> Result<Replayable<Created>, Problem> {
        let key = key.of("create_webhook_endpoint");
        // Looking up a name takes its time, so it is done before the transaction.
        if let Some(answered) = known(&admin, key.as_ref()).await? {
            return Ok(answered);
        }
        let url = checked(settings.0, &body.0.url).await?;
        let new = body.0.wish(url);
        once(&admin, key, async |tx| {
            let endpoint = WebhookEndpoint::from(webhooks::create(tx, new).await?);
            let location = endpoint.location();
            Ok((Created::Created(Json(endpoint), location), None))
        })
        .await
    }

    /// Get a webhook endpoint
    ///
    /// Where it is, what it is told, and whether it still takes what it is told. The secret is not shown again.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id",
        method = "get",
        operation_id = "read_webhook_endpoint"
    )]
    async fn read_webhook_endpoint(
        &self,
        admin: Admin<WebhooksRead>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        /// An `ETag` from before: 304 if it is still the same.
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Result<Found, Problem> {
        let endpoint =
            admin.transaction(async |tx| webhooks::find(tx, WebhookEndpointId(id.0)).await).await?;
        let tag = endpoint.version.to_string();
        Ok(match is_known(if_none_match.0.as_deref(), &tag) {
            true => Found::NotModified(quoted(&tag)),
            false => Found::Ok(Json(endpoint.into()), quoted(&tag)),
        })
    }

    /// Change a webhook endpoint
    ///
    /// What is absent stays. One that was disabled and is enabled again begins anew; what it missed can be recovered.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id",
        method = "patch",
        operation_id = "update_webhook_endpoint"
    )]
    async fn update_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        settings: Data<&Settings>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        /// The `ETag` of what the caller has seen, or several: 412 if it has changed since.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        body: Valid<UpdateWebhookEndpointRequest>,
    ) -> Result<Json<WebhookEndpoint>, Problem> {
        let (id, tags) = (WebhookEndpointId(id.0), demanded(if_match.0.as_deref()));
        // A stranger learns nothing of what a name of theirs leads to.
        admin.transaction(async |tx| webhooks::find(tx, id).await).await?;
        let url = match &body.0.url {
            Some(url) => Some(checked(settings.0, url).await?),
            None => None,
        };
        let change = body.0.wish(url);
        let changed =
            admin.transaction(async |tx| webhooks::update(tx, id, tags.as_deref(), change).await).await?;
        Ok(Json(changed.into()))
    }

    /// Delete a webhook endpoint
    ///
    /// With its log; what is under way to it is sent no more.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id",
        method = "delete",
        operation_id = "delete_webhook_endpoint"
    )]
    async fn delete_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        /// The `ETag` of what the caller has seen, or several: 412 if it has changed since.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Result<NoContent, Problem> {
        let (id, tags) = (WebhookEndpointId(id.0), demanded(if_match.0.as_deref()));
        admin.transaction(async |tx| webhooks::delete(tx, id, tags.as_deref()).await).await?;
        Ok(NoContent::NoContent)
    }

    /// Give a webhook endpoint a new secret
    ///
    /// The answer holds it; it is not shown again. For 24 hours what is sent is signed with the one before too.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/rotate-secret",
        method = "post",
        operation_id = "rotate_webhook_secret"
    )]
    async fn rotate_webhook_secret(
        &self,
        admin: Admin<WebhooksWrite>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
    ) -> Result<Replayable<Rotated>, Problem> {
        once(&admin, key.of("rotate_webhook_secret"), async |tx| {
            let revealed = webhooks::rotate(tx, WebhookEndpointId(id.0)).await?;
            Ok((Rotated::Ok(Json(revealed.into())), None))
        })
        .await
    }

    /// Send a test to a webhook endpoint
    ///
    /// An event of the type `webhook.test`, to this endpoint alone and whatever types it asks for.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/test",
        method = "post",
        operation_id = "test_webhook_endpoint"
    )]
    async fn test_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
    ) -> Result<Replayable<Tested>, Problem> {
        once(&admin, key.of("test_webhook_endpoint"), async |tx| {
            let delivery = WebhookDelivery::from(webhooks::test(tx, WebhookEndpointId(id.0)).await?);
            let location = delivery.location();
            Ok((Tested::Created(Json(delivery), location), None))
        })
        .await
    }

    /// Send a webhook endpoint what it did not get
    ///
    /// Everything since then that failed, and what happened while the endpoint was disabled. Under their old ids.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/recover",
        method = "post",
        operation_id = "recover_webhooks"
    )]
    async fn recover_webhooks(
        &self,
        admin: Admin<WebhooksWrite>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        body: Valid<RecoverWebhooksRequest>,
    ) -> Result<Json<WebhookRecovery>, Problem> {
        let since = body.0.since.0;
        let recovery =
            admin.transaction(async |tx| webhooks::recover(tx, WebhookEndpointId(id.0), since).await).await?;
        Ok(Json(recovery.into()))
    }
}

/// The URL as it is kept, if something may be sent there.
async fn checked(settings: &Settings, url: &str) -> Result<String, Problem> {
    let guard = Guard::new(settings.outbound_allow.clone());
    guard.check(url).await.map_err(|refusal| Problem::invalid_field("/url", refusal.to_string()))
}

#[derive(ApiResponse)]
enum Created {
    /// The endpoint is there; its `secret` is shown this once.
    #[oai(status = 201)]
    Created(
        Json<WebhookEndpoint>,
        /// Where it is.
        #[oai(header = "Location")]
        String,
    ),
}

#[derive(ApiResponse)]
enum Found {
    /// The endpoint.
    #[oai(status = 200)]
    Ok(
        Json<WebhookEndpoint>,
        /// For `If-None-Match` and `If-Match`.
        #[oai(header = "ETag")]
        String,
    ),
    /// It is still the same.
    #[oai(status = 304)]
    NotModified(
        /// As before.
        #[oai(header = "ETag")]
        String,
    ),
}

#[derive(ApiResponse)]
enum Rotated {
    /// The endpoint has a new `secret`, shown this once.
    #[oai(status = 200)]
    Ok(Json<WebhookEndpoint>),
}

#[derive(ApiResponse)]
enum Tested {
    /// The test is on its way.
    #[oai(status = 201)]
    Created(
        Json<WebhookDelivery>,
        /// Where its log is.
        #[oai(header = "Location")]
        String,
    ),
}
