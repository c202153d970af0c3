//! The system that finished job posts are delivered to.

mod models;

use domain::publications;
use outbound::Guard;
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::{PublicationTarget, PutPublicationTargetRequest};
use super::{NoContent, Tag};
use crate::caller::{Admin, PublicationsRead, PublicationsWrite};
use crate::payload::Valid;
use crate::problem::Problem;
use crate::settings::Settings;

pub struct PublicationTargets;

#[OpenApi(tag = "Tag::Publications")]
impl PublicationTargets {
    /// Get the publication target
    ///
    /// That of the caller's mode. Neither its bearer token nor its secret is shown.
    #[oai(
        path = "/v1/organization/publication-target",
        method = "get",
        operation_id = "read_publication_target"
    )]
    async fn read_publication_target(
        &self,
        admin: Admin<PublicationsRead>,
    ) -> Result<Json<PublicationTarget>, Problem> {
        let target = admin.transaction(async |tx| publications::target(tx).await).await?;
        Ok(Json(target.into()))
    }

    /// Set the publication target
    ///
    /// From now on every job post is delivered there when it is finalized. What waits for delivery goes to what the target
    /// is by then. Absent `options` are none; an absent `bearer_token` is the one of before while `format` and `url` stay as
    /// they are. The answer has the secret when it is new, and only then.
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
        // Looking up a name takes its time, so it is done before the transaction.
        let guard = Guard::new(settings.outbound_allow.clone());
        let checked = guard.check(&body.0.url).await;
        checked.map_err(|refusal| Problem::invalid_field("/url", refusal.to_string()))?;
        let wish = body.0.into();
        let configured = admin.transaction(async |tx| publications::configure(tx, wish).await).await?;
        Ok(Json(configured.into()))
    }

    /// Remove the publication target
    ///
    /// Job posts are finished as before and delivered nowhere. What waits for delivery fails.
    #[oai(
        path = "/v1/organization/publication-target",
        method = "delete",
        operation_id = "delete_publication_target"
    )]
    async fn delete_publication_target(&self, admin: Admin<PublicationsWrite>) -> Result<NoContent, Problem> {
        admin.transaction(async |tx| publications::remove(tx).await).await?;
        Ok(NoContent::NoContent)
    }
}
