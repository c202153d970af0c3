//! The publication target: the organization's system that receives finished job posts.

mod models;

use domain::publications;
use outbound::Guard;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::{PublicationTarget, PutPublicationTargetRequest};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Admin, PublicationsRead, PublicationsWrite};
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::settings::Settings;

pub struct PublicationTargets;

#[OpenApi(tag = "Tag::Publications")]
impl PublicationTargets {
    /// Get the publication target
    ///
    /// The target of the caller's mode, without its bearer token and its secret.
    #[oai(
        path = "/v1/organization/publication-target",
        method = "get",
        operation_id = "read_publication_target"
    )]
    async fn read_publication_target(
        &self,
        admin: Admin<PublicationsRead>,
    ) -> Result<Json<PublicationTarget>, Errors<404>> {
        let target = admin.transaction(async |tx| publications::target(tx).await).await?;
        Ok(Json(target.into()))
    }

    /// Set the publication target
    ///
    /// Every job post finalized from now on is delivered to the target. Pending publications are sent to the new target. Absent
    /// `options` are removed. An absent `bearer_token` stays unchanged as long as `format` and `url` do. The response contains
    /// the secret only when it is new.
    #[oai(
        path = "/v1/organization/publication-target",
        method = "put",
        operation_id = "put_publication_target"
    )]
    async fn put_publication_target(
        &self,
        admin: Admin<PublicationsWrite>,
        settings: Data<&Settings>,
        body: Valid<PutPublicationTargetRequest>,
    ) -> Result<Json<PublicationTarget>, Problem> {
        // The name lookup is slow, so it runs before the transaction.
        let guard = Guard::new(settings.outbound_allow.clone());
        let checked = guard.check(&body.0.url).await;
        checked.map_err(|refusal| Problem::invalid_field("/url", refusal.to_string()))?;
        let new = body.0.into();
        let configured = admin.transaction(async |tx| publications::configure(tx, new).await).await?;
        Ok(Json(configured.into()))
    }

    /// Remove the publication target
    ///
    /// Job posts can still be finalized, but are not delivered. Pending publications fail with `target_removed`.
    #[oai(
        path = "/v1/organization/publication-target",
        method = "delete",
        operation_id = "delete_publication_target"
    )]
    async fn delete_publication_target(
        &self,
        admin: Admin<PublicationsWrite>,
    ) -> Result<NoContent, Errors<404>> {
        admin.transaction(async |tx| publications::remove(tx).await).await?;
        Ok(NoContent::NoContent)
    }
}
