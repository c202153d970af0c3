//! Publications: deliveries of job posts to the organization's own system.

mod models;

use domain::publications::{self, Filter};
use entity::id::{JobPostId, PublicationId};
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

pub use self::models::{JobPostPublication, PublicationStatus};
use self::models::{Publication, PublicationPage};
use super::tags::Tag;
use crate::caller::{Admin, PublicationsRead, PublicationsWrite, Reader};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::problem::Problem;
use crate::types::Path;

pub struct Publications;

#[OpenApi(tag = "Tag::Publications")]
impl Publications {
    /// List publications
    ///
    /// The organization's publications, newest first. A job post has one if a publication target was set when it was
    /// finalized.
    #[oai(path = "/v1/publications", method = "get", operation_id = "list_publications")]
    async fn list_publications(
        &self,
        reader: Reader<PublicationsRead>,
        page: PageParams,
        /// Only publications with this status.
        #[oai(name = "status")]
        status: Query<Option<PublicationStatus>>,
        /// Only publications of this job post.
        #[oai(name = "job_post_id")]
        job_post_id: Query<Option<Uuid>>,
    ) -> Result<Json<PublicationPage>, Problem> {
        let filter = Filter { status: status.0.map(Into::into), job_post: job_post_id.0.map(JobPostId) };
        let paged = reader.transaction(async |tx| publications::list(tx, filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a publication
    ///
    /// The publication with all delivery attempts and the target's responses.
    #[oai(path = "/v1/publications/:publication_id", method = "get", operation_id = "read_publication")]
    async fn read_publication(
        &self,
        reader: Reader<PublicationsRead>,
        Path(publication_id): Path<PublicationId>,
    ) -> Result<Json<Publication>, Problem> {
        let publication = reader.transaction(async |tx| publications::find(tx, publication_id).await).await?;
        Ok(Json(publication.into()))
    }

    /// Redeliver a publication
    ///
    /// Sends the job post now, to the target as configured now, with the same publication id. The full number of attempts
    /// is available again. A pending publication skips its backoff, but still waits for earlier pending publications of
    /// its session. A delivered publication is sent again. 409 `being_sent` during an attempt: repeat the request after
    /// it has ended. 409 `target_removed` when the target was removed.
    #[oai(
        path = "/v1/publications/:publication_id/redeliver",
        method = "post",
        operation_id = "redeliver_publication"
    )]
    async fn redeliver_publication(
        &self,
        admin: Admin<PublicationsWrite>,
        Path(publication_id): Path<PublicationId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
    ) -> Result<Replayable<Redelivered>, Problem> {
        once(&admin, key.of("redeliver_publication"), async |tx| {
            let publication = publications::redeliver(tx, publication_id).await?;
            let location = format!("/v1/publications/{publication_id}");
            Ok((Redelivered::Accepted(Json(publication.into()), location), None))
        })
        .await
    }
}

#[derive(ApiResponse)]
enum Redelivered {
    /// The publication is pending again.
    #[oai(status = 202)]
    Accepted(
        Json<Publication>,
        /// The publication's path.
        #[oai(header = "Location")]
        String,
    ),
}
