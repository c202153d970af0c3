//! Responses of webhook endpoints.

use poem_openapi::ApiResponse;
use poem_openapi::payload::Json;

use super::models::WebhookEndpoint;
use crate::routes::webhooks::deliveries::WebhookDelivery;

#[derive(ApiResponse)]
pub enum Created {
    /// The endpoint was created. Its `secret` is not shown again.
    #[oai(status = 201)]
    Created(
        Json<WebhookEndpoint>,
        /// The endpoint's path.
        #[oai(header = "Location")]
        String,
    ),
}

#[derive(ApiResponse)]
#[expect(clippy::large_enum_variant, reason = "it is built once and consumed at once")]
pub enum Found {
    /// The endpoint.
    #[oai(status = 200)]
    Ok(
        Json<WebhookEndpoint>,
        /// The endpoint's version, for `If-None-Match` and `If-Match`.
        #[oai(header = "ETag")]
        String,
    ),
    /// The endpoint has not changed.
    #[oai(status = 304)]
    NotModified(
        /// The endpoint's version.
        #[oai(header = "ETag")]
        String,
    ),
}

#[derive(ApiResponse)]
pub enum Rotated {
    /// The endpoint has a new `secret`, which is not shown again.
    #[oai(status = 200)]
    Ok(Json<WebhookEndpoint>),
}

#[derive(ApiResponse)]
pub enum Tested {
    /// The test was queued.
    #[oai(status = 201)]
    Created(
        Json<WebhookDelivery>,
        /// The delivery's path.
        #[oai(header = "Location")]
        String,
    ),
}

#[derive(ApiResponse)]
pub enum VerificationRequested {
    /// The verification was queued.
    #[oai(status = 201)]
    Created(
        Json<WebhookDelivery>,
        /// The delivery's path.
        #[oai(header = "Location")]
        String,
    ),
}
