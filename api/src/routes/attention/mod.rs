//! What needs attention in the organization.

mod models;

use domain::attention;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::AttentionList;
use super::tags::Tag;
use crate::caller::Admin;
use crate::problem::Errors;

pub struct Attentions;

#[OpenApi(tag = "Tag::Members")]
impl Attentions {
    /// List what needs attention
    ///
    /// Publications that failed, webhook endpoints that fail or were disabled because they failed, and API keys that end
    /// within 14 days; at most 20 of each. An endpoint that does not answer its verification fails. Empty when all is well. A
    /// failed publication is not listed once a later revision was delivered.
    #[oai(path = "/v1/attention", method = "get", operation_id = "list_attention")]
    async fn list_attention(&self, admin: Admin) -> Result<Json<AttentionList>, Errors<403>> {
        let found = admin.transaction(async |tx| attention::list(tx).await).await?;
        Ok(Json(found.into()))
    }
}
