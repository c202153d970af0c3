//! Finished job posts: finalizing a session, reading and exporting.

mod exports;
mod models;

use domain::job_posts;
use entity::id::{JobPostId, SessionId};
use poem_openapi::param::Header;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::exports::{All, Exported, Format, Html, JsonLd, Markdown, Text};
use self::models::{FinalizeRequest, JobPost, JobPostPage};
use super::no_content::NoContent;
use super::tags::Tag;
use crate::caller::{Admin, JobPostsRead, JobPostsWrite, Member, Reader, SessionsWrite};
use crate::idempotency::{IdempotencyKey, Replayable, once};
use crate::pagination::PageParams;
use crate::payload::Valid;
use crate::problem::{Errors, Problem};
use crate::types::Path;

pub struct JobPosts;

#[OpenApi(tag = "Tag::JobPosts")]
impl JobPosts {
    /// Finalize a session
    ///
    /// Confirms the summary and creates a job post from the session's job data. The confirmation is bound to the content:
    /// `content_hash` must equal the session's current `content_hash`. Finalizing the same content again returns the same job post (200).
    /// If the organization has a publication target, the job post is then delivered there; `publication` reports the
    /// delivery. 409 `not_ready` when required fields are missing, `content_changed` when the hash is not current,
    /// `interpretation_not_shown` when a value has the basis `interpreted` and no summary in the conversation has shown it,
    /// and `turn_in_progress` while a turn is queued or running.
    #[oai(path = "/v1/sessions/:session_id/finalize", method = "post", operation_id = "finalize_session")]
    async fn finalize_session(
        &self,
        member: Member<SessionsWrite>,
        Path(session_id): Path<SessionId>,
        #[oai(name = "Idempotency-Key")] key: IdempotencyKey,
        body: Valid<FinalizeRequest>,
    ) -> Result<Replayable<Finalized>, Errors<409>> {
        let response = once(&member, key.of("finalize_session"), async |tx| {
            let finalized = job_posts::finalize(tx, session_id, &body.0.content_hash).await?;
            let job_post = finalized.job_post;
            let location = format!("/v1/job-posts/{}", job_post.id);
            let response = match finalized.is_new {
                true => Finalized::Created(Json(job_post.into()), location),
                false => Finalized::Known(Json(job_post.into()), location),
            };
            // Without the session: the job post outlives it, and so does the stored response.
            Ok((response, None))
        });
        Ok(response.await?)
    }

    /// List job posts
    ///
    /// The organization's job posts, newest first.
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
    /// The content as it was finalized. A job post remains when its session is deleted.
    #[oai(path = "/v1/job-posts/:job_post_id", method = "get", operation_id = "read_job_post")]
    async fn read_job_post(
        &self,
        reader: Reader<JobPostsRead>,
        Path(job_post_id): Path<JobPostId>,
    ) -> Result<Json<JobPost>, Problem> {
        let job_post = reader.transaction(async |tx| job_posts::find(tx, job_post_id).await).await?;
        Ok(Json(job_post.into()))
    }

    /// Delete a job post
    ///
    /// Admins only. Deletes the job post, its publications and what was sent of them; this cannot be undone. The session
    /// stays, with its messages and its draft, until it is deleted. A delivery that is being sent at that moment
    /// may still arrive. Copies in your own systems stay there: the webhook `job_post.deleted` reports the deletion.
    #[oai(path = "/v1/job-posts/:job_post_id", method = "delete", operation_id = "delete_job_post")]
    async fn delete_job_post(
        &self,
        admin: Admin<JobPostsWrite>,
        Path(job_post_id): Path<JobPostId>,
    ) -> Result<NoContent, Problem> {
        admin.transaction(async |tx| job_posts::delete(tx, job_post_id).await).await?;
        Ok(NoContent::NoContent)
    }

    /// Export a job post in all formats
    ///
    /// What the other exports respond with, as members of one JSON object: for clients that read JSON only, such as those that
    /// openapi-generator makes for Java and Kotlin.
    #[oai(path = "/v1/job-posts/:job_post_id/exports", method = "get", operation_id = "export_job_post")]
    async fn export_job_post(
        &self,
        reader: Reader<JobPostsRead>,
        Path(job_post_id): Path<JobPostId>,
        #[oai(name = "If-None-Match")] if_none_match: Header<Option<String>>,
    ) -> Result<Exported<All>, Problem> {
        export(&reader, job_post_id, if_none_match).await
    }

    /// Export a job post as JSON-LD
    ///
    /// A schema.org JobPosting with the properties that Google lists. It contains no `<`, so it can be embedded in a
    /// `script` element. Unknown properties are left out, also those that Google requires; a location whose country is
    /// unknown has no `addressCountry`.
    #[oai(
        path = "/v1/job-posts/:job_post_id/exports/json-ld",
        method = "get",
        operation_id = "export_job_post_json_ld"
    )]
    async fn export_job_post_json_ld(
        &self,
        reader: Reader<JobPostsRead>,
        Path(job_post_id): Path<JobPostId>,
        #[oai(name = "If-None-Match")] if_none_match: Header<Option<String>>,
    ) -> Result<Exported<JsonLd>, Problem> {
        export(&reader, job_post_id, if_none_match).await
    }

    /// Export a job post as Markdown
    ///
    /// CommonMark without HTML. Text from users is escaped.
    #[oai(
        path = "/v1/job-posts/:job_post_id/exports/markdown",
        method = "get",
        operation_id = "export_job_post_markdown"
    )]
    async fn export_job_post_markdown(
        &self,
        reader: Reader<JobPostsRead>,
        Path(job_post_id): Path<JobPostId>,
        #[oai(name = "If-None-Match")] if_none_match: Header<Option<String>>,
    ) -> Result<Exported<Markdown>, Problem> {
        export(&reader, job_post_id, if_none_match).await
    }

    /// Export a job post as HTML
    ///
    /// A page without scripts, styles and links. Text from users is escaped.
    #[oai(
        path = "/v1/job-posts/:job_post_id/exports/html",
        method = "get",
        operation_id = "export_job_post_html"
    )]
    async fn export_job_post_html(
        &self,
        reader: Reader<JobPostsRead>,
        Path(job_post_id): Path<JobPostId>,
        #[oai(name = "If-None-Match")] if_none_match: Header<Option<String>>,
    ) -> Result<Exported<Html>, Problem> {
        export(&reader, job_post_id, if_none_match).await
    }

    /// Export a job post as plain text
    ///
    /// The same text and numbers as in the other formats.
    #[oai(
        path = "/v1/job-posts/:job_post_id/exports/text",
        method = "get",
        operation_id = "export_job_post_text"
    )]
    async fn export_job_post_text(
        &self,
        reader: Reader<JobPostsRead>,
        Path(job_post_id): Path<JobPostId>,
        #[oai(name = "If-None-Match")] if_none_match: Header<Option<String>>,
    ) -> Result<Exported<Text>, Problem> {
        export(&reader, job_post_id, if_none_match).await
    }
}

async fn export<F: Format>(
    reader: &Reader<JobPostsRead>,
    id: JobPostId,
    if_none_match: Header<Option<String>>,
) -> Result<Exported<F>, Problem> {
    let job_post = reader.transaction(async |tx| job_posts::find(tx, id).await).await?;
    Ok(Exported::of(&job_post, if_none_match.0.as_deref()))
}

#[derive(ApiResponse)]
enum Finalized {
    /// The job post was created.
    #[oai(status = 201)]
    Created(
        Json<JobPost>,
        /// The job post's path.
        #[oai(header = "Location")]
        String,
    ),
    /// The same content was finalized before.
    #[oai(status = 200)]
    Known(
        Json<JobPost>,
        /// The job post's path.
        #[oai(header = "Location")]
        String,
    ),
}
