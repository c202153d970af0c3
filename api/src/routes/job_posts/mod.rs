//! Finished job posts, and the yes that makes one.

mod exports;
mod models;

use domain::job_posts;
use entity::id::{JobPostId, SessionId};
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use self::exports::{Exported, Format, Html, JsonLd, Markdown, Text};
use self::models::{FinalizeRequest, JobPost, JobPostPage};
use super::Tag;
use crate::caller::{JobPostsRead, Member, Reader, SessionsWrite};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::Problem;

pub struct JobPosts;

#[OpenApi(tag = "Tag::JobPosts")]
impl JobPosts {
    /// Say yes to the summary
    ///
    /// Makes a job post of what the session holds. The yes is bound to content: it counts only while `content_hash` is
    /// the session's. Saying it again gives the same job post (200). If the organization has a publication target, the post
    /// is then delivered there; `publication` says what has become of that.
    #[oai(path = "/v1/sessions/:session_id/finalize", method = "post", operation_id = "finalize_session")]
    async fn finalize_session(
        &self,
        member: Member<SessionsWrite>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
        /// Your name for this request: sent again within 24 hours, it is not done again but answered alike.
        #[oai(name = "Idempotency-Key")]
        key: IdempotencyKey,
        body: Valid<FinalizeRequest>,
    ) -> Result<Replayable<Finalized>, Problem> {
        once(&member, key.of("finalize_session"), async |tx| {
            let finalized = job_posts::finalize(tx, SessionId(session_id.0), &body.0.content_hash).await?;
            let job_post = finalized.job_post;
            let location = format!("/v1/job-posts/{}", job_post.id);
            let answer = match finalized.is_new {
                true => Finalized::Created(Json(job_post.into()), location),
                false => Finalized::Known(Json(job_post.into()), location),
            };
            // A job post outlives its session, and so does this answer.
            Ok((answer, None))
        })
        .await
    }

    /// List job posts
    ///
    /// The organization's, newest first.
    #[oai(path = "/v1/job-posts", method = "get", operation_id = "list_job_posts")]
    async fn list_job_posts(
        &self,
        reader: Reader<JobPostsRead>,
        page: PageParams,
    ) -> Result<Json<JobPostPage>, Problem> {
        let paged = reader.transaction(async |tx| job_posts::list(tx, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a job post
    ///
    /// What was finalized, as it was then: it stays when its session goes.
    #[oai(path = "/v1/job-posts/:job_post_id", method = "get", operation_id = "read_job_post")]
    async fn read_job_post(
        &self,
        reader: Reader<JobPostsRead>,
        #[oai(name = "job_post_id")] job_post_id: Path<Uuid>,
    ) -> Result<Json<JobPost>, Problem> {
        let job_post =
            reader.transaction(async |tx| job_posts::find(tx, JobPostId(job_post_id.0)).await).await?;
        Ok(Json(job_post.into()))
    }

    /// Export a job post as JSON-LD
    ///
    /// A schema.org JobPosting by Google's list of properties, ready for a `script` element: no `<` is in it. What nobody
    /// said is left out, also where Google wants it: a place in no country we know has no `addressCountry`.
    #[oai(
        path = "/v1/job-posts/:job_post_id/exports/json-ld",
        method = "get",
        operation_id = "export_job_post_json_ld"
    )]
    async fn export_job_post_json_ld(
        &self,
        reader: Reader<JobPostsRead>,
        #[oai(name = "job_post_id")] job_post_id: Path<Uuid>,
        /// An `ETag` from before: 304 if it is still the same.
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Result<Exported<JsonLd>, Problem> {
        export(&reader, job_post_id.0, if_none_match.0.as_deref()).await
    }

    /// Export a job post as Markdown
    ///
    /// CommonMark without HTML; what people wrote is escaped.
    #[oai(
        path = "/v1/job-posts/:job_post_id/exports/markdown",
        method = "get",
        operation_id = "export_job_post_markdown"
    )]
    async fn export_job_post_markdown(
        &self,
        reader: Reader<JobPostsRead>,
        #[oai(name = "job_post_id")] job_post_id: Path<Uuid>,
        /// An `ETag` from before: 304 if it is still the same.
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Result<Exported<Markdown>, Problem> {
        export(&reader, job_post_id.0, if_none_match.0.as_deref()).await
    }

    /// Export a job post as HTML
    ///
    /// A page without scripts, styles or links; what people wrote is escaped.
    #[oai(
        path = "/v1/job-posts/:job_post_id/exports/html",
        method = "get",
        operation_id = "export_job_post_html"
    )]
    async fn export_job_post_html(
        &self,
        reader: Reader<JobPostsRead>,
        #[oai(name = "job_post_id")] job_post_id: Path<Uuid>,
        /// An `ETag` from before: 304 if it is still the same.
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Result<Exported<Html>, Problem> {
        export(&reader, job_post_id.0, if_none_match.0.as_deref()).await
    }

    /// Export a job post as plain text
    ///
    /// With the same words and numbers as the other forms.
    #[oai(
        path = "/v1/job-posts/:job_post_id/exports/text",
        method = "get",
        operation_id = "export_job_post_text"
    )]
    async fn export_job_post_text(
        &self,
        reader: Reader<JobPostsRead>,
        #[oai(name = "job_post_id")] job_post_id: Path<Uuid>,
        /// An `ETag` from before: 304 if it is still the same.
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Result<Exported<Text>, Problem> {
        export(&reader, job_post_id.0, if_none_match.0.as_deref()).await
    }
}

async fn export<F: Format>(
    reader: &Reader<JobPostsRead>,
    id: Uuid,
    if_none_match: Option<&str>,
) -> Result<Exported<F>, Problem> {
    let job_post = reader.transaction(async |tx| job_posts::find(tx, JobPostId(id)).await).await?;
    Ok(Exported::of(&job_post, if_none_match))
}

#[derive(ApiResponse)]
enum Finalized {
    /// The job post is written.
    #[oai(status = 201)]
    Created(
        Json<JobPost>,
        /// Where it is.
        #[oai(header = "Location")]
        String,
    ),
    /// This content was finalized before.
    #[oai(status = 200)]
    Known(
        Json<JobPost>,
        /// Where it is.
        #[oai(header = "Location")]
        String,
    ),
}
