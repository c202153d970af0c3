//! The compliance check of a session's draft and of a finished job post.

mod models;

use domain::{job_posts, organizations, sessions};
use entity::id::{JobPostId, SessionId};
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use self::models::ComplianceReport;
use super::tags::Tag;
use crate::caller::{JobPostsRead, Reader, SessionsRead};
use crate::problem::Problem;
use crate::types::Path;

pub struct Compliance;

#[OpenApi(tag = "Tag::JobPosts")]
impl Compliance {
    /// Check a session
    ///
    /// Checks the job post that finalizing the session now would create, against fixed rules: pay transparency by place and
    /// date, wording coded for gender or age, and missing statements. The findings are hints, not legal advice.
    #[oai(path = "/v1/sessions/:session_id/compliance", method = "get", operation_id = "check_session")]
    async fn check_session(
        &self,
        reader: Reader<SessionsRead>,
        Path(session_id): Path<SessionId>,
    ) -> Result<Json<ComplianceReport>, Problem> {
        let report = reader.transaction(async |tx| {
            let session = sessions::find(tx, session_id).await?;
            Ok(ComplianceReport::of(&session.draft.publishable(), &session.policy, tx.now()))
        });
        Ok(Json(report.await?))
    }

    /// Check a job post
    ///
    /// Checks a finished job post by the rules of today.
    #[oai(path = "/v1/job-posts/:job_post_id/compliance", method = "get", operation_id = "check_job_post")]
    async fn check_job_post(
        &self,
        reader: Reader<JobPostsRead>,
        Path(job_post_id): Path<JobPostId>,
    ) -> Result<Json<ComplianceReport>, Problem> {
        let report = reader.transaction(async |tx| {
            let job_post = job_posts::find(tx, job_post_id).await?;
            let policy = organizations::own(tx).await?.policy;
            Ok(ComplianceReport::of(&job_post.content, &policy, tx.now()))
        });
        Ok(Json(report.await?))
    }
}
