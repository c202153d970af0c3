//! What has become of the delivery of job posts to the organization's own system.

mod models;

use domain::publications::{self, Filter};
use entity::id::{JobPostId, PublicationId};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

pub use self::models::{JobPostPublication, PublicationStatus};
use self::models::{Publication, PublicationPage};
use super::Tag;
use crate::caller::{Admin, PublicationsRead, PublicationsWrite, Reader};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::problem::Problem;

pub struct Publications;

#[OpenApi(tag = "Tag::Publications")]
impl Publications {
    /// List publications
    ///
    /// The organization's, newest first: one for each job post that was finalized while there was a target.
    #[oai(path = "/v1/publications", method = "get", operation_id = "list_publications")]
    async fn list_publications(
        &self,
        reader: Reader<PublicationsRead>,
        page: PageParams,
        /// Only those in this state.
        #[oai(name = "status")]
        status: Query<Option<PublicationStatus>>,
        /// Only those of this job post.
        #[oai(name = "job_post_id")]
        job_post_id: Query<Option<Uuid>>,
    ) -> Result<Json<PublicationPage>, Problem> {
        let filter = Filter { status: status.0.map(Into::into), job_post: job_post_id.0.map(JobPostId) };
        let paged = reader.transaction(async |tx| publications::list(tx, filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a publication
    ///
    /// With each of its attempts: when, how long, and what the target answered.
    #[oai(path = "/v1/publications/:publication_id", method = "get", operation_id = "read_publication")]
    async fn read_publication(
        &self,
        reader: Reader<PublicationsRead>,
        #[oai(name = "publication_id")] publication_id: Path<Uuid>,
    ) -> Result<Json<Publication>, Problem> {
        let id = PublicationId(publication_id.0);
        let publication = reader.transaction(async |tx| publications::find(tx, id).await).await?;
        Ok(Json(publication.into()))
    }

    /// Deliver a publication again
    ///
    /// Now, to its target as it is now, and with all its tries before it; as the same thing: its id goes along as before. One
    /// that waits for its next attempt is tried at once (after those of its session that are before it and pending), one that
    /// was delivered is sent again. One that is being sent at this moment is not (409 `being_sent`): read it, and ask again
    /// once its attempt has ended.
    #[oai(
        path = "/v1/publications/:publication_id/redeliver",
        method = "post",
        operation_id = "redeliver_publication"
    )]
    async fn redeliver_publication(
        &self,
        admin: Admin<PublicationsWrite>,
        #[oai(name = "publication_id")] publication_id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
    ) -> Result<Replayable<Redelivered>, Problem> {
        once(&admin, key.of("redeliver_publication"), async |tx| {
            let asked = publications::redeliver(tx, PublicationId(publication_id.0)).await?;
            let location = format!("/v1/publications/{}", publication_id.0);
            Ok((Redelivered::Accepted(Json(asked.into()), location), None))
        })
        .await
    }
}

#[derive(ApiResponse)]
enum Redelivered {
    /// It is on its way again.
    #[oai(status = 202)]
    Accepted(
        Json<Publication>,
        /// Where it can be read.
        #[oai(header = "Location")]
        String,
    ),
}
