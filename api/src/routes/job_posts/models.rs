//! Bodies of job posts.

use domain::{Paged, job_posts};
use poem_openapi::Object;
use poem_openapi::types::Example;
use uuid::Uuid;

use crate::examples::{CONTENT_HASH, JOB_POST, PAGE_TOKEN, SESSION, at};
use crate::routes::publications::JobPostPublication;
use crate::types::Timestamp;
use crate::types::job_data::JobData;

/// The confirmation of the summary.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct FinalizeRequest {
    /// The session's `content_hash` when its content was shown to the user.
    #[oai(validator(min_length = 1, max_length = 64))]
    pub content_hash: String,
}

/// A finished job post. Its content never changes and outlives the session. `publication` reports the delivery to the
/// organization's own system. It is absent without a publication target.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct JobPost {
    id: Uuid,
    /// `false` in test mode.
    livemode: bool,
    /// The API key that confirmed the summary, if any.
    api_key_id: Option<Uuid>,
    /// The session of the job post, which may have been deleted.
    session_id: Uuid,
    /// The job post's number within its session, from 1.
    #[oai(validator(minimum(value = "1")))]
    revision: i32,
    company_name: String,
    content: JobData,
    content_hash: String,
    /// The session's version when it was finalized, if known.
    #[oai(validator(minimum(value = "0")))]
    version: Option<i32>,
    publication: Option<JobPostPublication>,
    created_at: Timestamp,
}

impl From<job_posts::JobPost> for JobPost {
    fn from(job_post: job_posts::JobPost) -> Self {
        Self {
            id: job_post.id.0,
            livemode: job_post.livemode,
            api_key_id: job_post.api_key_id.map(|key| key.0),
            session_id: job_post.session_id.0,
            revision: job_post.revision,
            company_name: job_post.company_name,
            content: job_post.content.into(),
            content_hash: job_post.content_hash,
            version: job_post.version,
            publication: job_post.publication.map(JobPostPublication::from),
            created_at: job_post.created_at.into(),
        }
    }
}

/// A page of job posts.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct JobPostPage {
    items: Vec<JobPost>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<job_posts::JobPost>> for JobPostPage {
    fn from(paged: Paged<job_posts::JobPost>) -> Self {
        Self { items: paged.items.into_iter().map(JobPost::from).collect(), next_page: paged.next }
    }
}

impl Example for FinalizeRequest {
    fn example() -> Self {
        Self { content_hash: CONTENT_HASH.to_owned() }
    }
}

impl Example for JobPost {
    fn example() -> Self {
        Self {
            id: JOB_POST,
            livemode: true,
            api_key_id: None,
            session_id: SESSION,
            revision: 1,
            company_name: "Papaya Trading".to_owned(),
            content: JobData::example(),
            content_hash: CONTENT_HASH.to_owned(),
            version: Some(3),
            publication: Some(JobPostPublication::example()),
            created_at: at(15),
        }
    }
}

impl Example for JobPostPage {
    fn example() -> Self {
        Self { items: vec![JobPost::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}
