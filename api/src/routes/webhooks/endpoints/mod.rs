//! Webhook endpoints: where an organization receives events.

mod models;
mod responses;

use domain::webhooks;
use entity::id::WebhookEndpointId;
use outbound::Guard;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::param::Header;
use poem_openapi::payload::Json;

use self::models::{
    CreateWebhookEndpointRequest, RecoverWebhooksRequest, UpdateWebhookEndpointRequest, WebhookEndpoint,
    WebhookEndpointPage, WebhookRecovery,
};
use self::responses::{Created, Found, Rotated, Tested, VerificationRequested};
use super::deliveries::WebhookDelivery;
use crate::caller::{Admin, WebhooksRead, WebhooksWrite};
use crate::etag::{none_match_names, quoted, required_tags};
use crate::idempotency::{IdempotencyKey, Replayable, find_stored, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::routes::no_content::NoContent;
use crate::routes::tags::Tag;
use crate::settings::Settings;
use crate::types::Path;

pub struct WebhookEndpoints;

#[OpenApi(tag = "Tag::Webhooks")]
impl WebhookEndpoints {
    /// List webhook endpoints
    ///
    /// Newest first. Webhooks are for admins.
    #[oai(path = "/v1/webhook-endpoints", method = "get", operation_id = "list_webhook_endpoints")]
    async fn list_webhook_endpoints(
        &self,
        admin: Admin<WebhooksRead>,
        page: PageParams,
    ) -> Result<Json<WebhookEndpointPage>, Errors<403>> {
        let paged = admin.transaction(async |tx| webhooks::list(tx, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Create a webhook endpoint
    ///
    /// Events from now on are sent to the endpoint, signed by Standard Webhooks. The response contains the secret that
    /// verifies the signatures. It is not shown again. The endpoint first gets a `webhook_endpoint.verification`; events wait
    /// until it has answered that with the challenge. 403 `quota_exceeded` beyond the organization's quota, usually 20
    /// endpoints in each mode. 429 after 100 verifications within an hour.
    #[oai(path = "/v1/webhook-endpoints", method = "post", operation_id = "create_webhook_endpoint")]
    async fn create_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        Data(settings): Data<&Settings>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        body: Valid<CreateWebhookEndpointRequest>,
    ) -> Result<Replayable<Created>, Problem> {
        let key = key.of("create_webhook_endpoint");
        // The name lookup is slow, so it runs before the transaction; but only for a new request.
        if let Some(stored) = find_stored(&admin, key.as_ref()).await? {
            return Ok(stored);
        }
        let url = checked_url(settings, &body.0.url).await?;
        let new = body.0.into_domain(url);
        once(&admin, key, async |tx| {
            let endpoint = WebhookEndpoint::from(webhooks::create(tx, new).await?);
            let location = endpoint.location();
            Ok((Created::Created(Json(endpoint), location), None))
        })
        .await
    }

    /// Get a webhook endpoint
    ///
    /// The endpoint's URL, event types and status. The secret is not shown again.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id",
        method = "get",
        operation_id = "read_webhook_endpoint"
    )]
    async fn read_webhook_endpoint(
        &self,
        admin: Admin<WebhooksRead>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        #[oai(name = "If-None-Match")] if_none_match: Header<Option<String>>,
    ) -> Result<Found, Errors<403>> {
        let endpoint = admin.transaction(async |tx| webhooks::find(tx, webhook_endpoint_id).await).await?;
        let tag = endpoint.version.to_string();
        Ok(match none_match_names(if_none_match.0.as_deref(), &tag) {
            true => Found::NotModified(quoted(&tag)),
            false => Found::Ok(Json(endpoint.into()), quoted(&tag)),
        })
    }

    /// Update a webhook endpoint
    ///
    /// Absent fields stay unchanged. Enabling a disabled endpoint resets its failures; `recover_webhooks` sends what it
    /// missed. An endpoint with another URL must be verified again. 429 after 100 verifications within an hour.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id",
        method = "patch",
        operation_id = "update_webhook_endpoint"
    )]
    async fn update_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        Data(settings): Data<&Settings>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        #[oai(name = "If-Match")] if_match: Header<Option<String>>,
        body: Valid<UpdateWebhookEndpointRequest>,
    ) -> Result<Json<WebhookEndpoint>, Errors<412>> {
        let (id, tags) = (webhook_endpoint_id, required_tags(if_match.0.as_deref()));
        // First, because the name lookup must not run for a caller who may not see the endpoint.
        admin.transaction(async |tx| webhooks::find(tx, id).await).await?;
        let url = match &body.0.url {
            Some(url) => Some(checked_url(settings, url).await?),
            None => None,
        };
        let change = body.0.into_domain(url);
        let changed =
            admin.transaction(async |tx| webhooks::update(tx, id, tags.as_deref(), change).await).await?;
        Ok(Json(changed.into()))
    }

    /// Delete a webhook endpoint
    ///
    /// Deletes the endpoint with its log. Pending deliveries are not sent.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id",
        method = "delete",
        operation_id = "delete_webhook_endpoint"
    )]
    async fn delete_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        #[oai(name = "If-Match")] if_match: Header<Option<String>>,
    ) -> Result<NoContent, Errors<412>> {
        let (id, tags) = (webhook_endpoint_id, required_tags(if_match.0.as_deref()));
        admin.transaction(async |tx| webhooks::delete(tx, id, tags.as_deref()).await).await?;
        Ok(NoContent::NoContent)
    }

    /// Rotate the secret of a webhook endpoint
    ///
    /// The response contains the new secret, which is not shown again. For 24 hours deliveries are signed with the previous
    /// secret as well.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/rotate-secret",
        method = "post",
        operation_id = "rotate_webhook_secret"
    )]
    async fn rotate_webhook_secret(
        &self,
        admin: Admin<WebhooksWrite>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
    ) -> Result<Replayable<Rotated>, Problem> {
        once(&admin, key.of("rotate_webhook_secret"), async |tx| {
            let revealed = webhooks::rotate(tx, webhook_endpoint_id).await?;
            Ok((Rotated::Ok(Json(revealed.into())), None))
        })
        .await
    }

    /// Test a webhook endpoint
    ///
    /// Sends an event of the type `webhook.test` to this endpoint only, whatever its event types. It waits while the endpoint
    /// is not verified. 409 `endpoint_disabled` when the endpoint is disabled.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/test",
        method = "post",
        operation_id = "test_webhook_endpoint"
    )]
    async fn test_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
    ) -> Result<Replayable<Tested>, Problem> {
        once(&admin, key.of("test_webhook_endpoint"), async |tx| {
            let delivery = WebhookDelivery::from(webhooks::test(tx, webhook_endpoint_id).await?);
            let location = delivery.location();
            Ok((Tested::Created(Json(delivery), location), None))
        })
        .await
    }

    /// Verify a webhook endpoint
    ///
    /// Sends another `webhook_endpoint.verification` to this endpoint, for example after its receiver was corrected. A response
    /// with status 2xx and the challenge verifies the endpoint, and what has waited is sent. 409 `endpoint_disabled` when the
    /// endpoint is disabled. 429 after 100 verifications within an hour.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/verify",
        method = "post",
        operation_id = "verify_webhook_endpoint"
    )]
    async fn verify_webhook_endpoint(
        &self,
        admin: Admin<WebhooksWrite>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
    ) -> Result<Replayable<VerificationRequested>, Problem> {
        once(&admin, key.of("verify_webhook_endpoint"), async |tx| {
            let delivery =
                WebhookDelivery::from(webhooks::request_verification(tx, webhook_endpoint_id).await?);
            let location = delivery.location();
            Ok((VerificationRequested::Created(Json(delivery), location), None))
        })
        .await
    }

    /// Recover missed webhooks
    ///
    /// Sends, with the original event ids, the deliveries that failed since a time, and the events since then that the endpoint
    /// missed because it was disabled or not yet created. 409 `endpoint_disabled` when the endpoint is disabled.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/recover",
        method = "post",
        operation_id = "recover_webhooks"
    )]
    async fn recover_webhooks(
        &self,
        admin: Admin<WebhooksWrite>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        body: Valid<RecoverWebhooksRequest>,
    ) -> Result<Json<WebhookRecovery>, Errors<409>> {
        let (id, since) = (webhook_endpoint_id, body.0.since.0);
        let recovery = admin.transaction(async |tx| webhooks::recover(tx, id, since).await).await?;
        Ok(Json(recovery.into()))
    }
}

/// The URL in the form in which it is stored.
///
/// # Errors
/// 422 when webhooks must not be sent there.
async fn checked_url(settings: &Settings, url: &str) -> Result<String, Problem> {
    let guard = Guard::new(settings.outbound_allow.clone());
    guard.check(url).await.map_err(|refusal| Problem::invalid_field("/url", refusal.to_string()))
}
