//! The check of a post's language and of what the law wants said, before and after it is finished.

use chrono::{DateTime, Utc};
use domain::{events, job_posts, organizations, sessions};
use entity::id::{JobPostId, SessionId};
use job_post::{Content, Policy, compliance};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::types::Example;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;

use super::Tag;
use crate::caller::{JobPostsRead, Reader, SessionsRead};
use crate::examples::at;
use crate::problem::Problem;
use crate::types::{Severity, Timestamp};

pub struct Compliance;

#[OpenApi(tag = "Tag::JobPosts")]
impl Compliance {
    /// Check a session's job post
    ///
    /// What would be finalized if somebody said yes now, against fixed rules: pay transparency by place and date,
    /// wording that is coded for a gender or an age, and statements that are missing. Hints, not legal advice.
    #[oai(path = "/v1/sessions/:session_id/compliance", method = "get", operation_id = "check_session")]
    async fn check_session(
        &self,
        reader: Reader<SessionsRead>,
        #[oai(name = "session_id")] session_id: Path<Uuid>,
    ) -> Result<Json<ComplianceReport>, Problem> {
        let report = reader
            .transaction(async |tx| {
                let session = sessions::find(tx, SessionId(session_id.0)).await?;
                Ok(ComplianceReport::of(&session.draft.publishable(), &session.policy, tx.now()))
            })
            .await?;
        Ok(Json(report))
    }

    /// Check a job post
    ///
    /// As it would be judged if it were published today.
    #[oai(path = "/v1/job-posts/:job_post_id/compliance", method = "get", operation_id = "check_job_post")]
    async fn check_job_post(
        &self,
        reader: Reader<JobPostsRead>,
        #[oai(name = "job_post_id")] job_post_id: Path<Uuid>,
    ) -> Result<Json<ComplianceReport>, Problem> {
        let report = reader
            .transaction(async |tx| {
                let job_post = job_posts::find(tx, JobPostId(job_post_id.0)).await?;
                let policy = organizations::own(tx).await?.policy;
                Ok(ComplianceReport::of(&job_post.content, &policy, tx.now()))
            })
            .await?;
        Ok(Json(report))
    }
}

/// What was found; an empty list is good news.
#[derive(Debug, Object)]
#[oai(example)]
struct ComplianceReport {
    /// The moment whose laws were looked at.
    checked_at: Timestamp,
    findings: Vec<ComplianceFinding>,
}

/// One thing to look at.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
struct ComplianceFinding {
    /// A blocker keeps the post from being finalized, as the organization's settings want it.
    severity: Severity,
    /// Stable, for programs: `pay_not_stated`, `gendered_wording`, `gender_coded_wording`, `age_coded_wording`,
    /// `language_by_birth`, `equal_opportunity_not_stated`, `country_not_stated`; more may come.
    code: String,
    /// The field of the job data.
    field: String,
    /// The words it is about, as they stand there; absent if something is missing.
    words: Option<String>,
    /// What to do, for people.
    advice: String,
    /// The law or the study that it rests on.
    source: String,
}

impl ComplianceReport {
    fn of(content: &Content, policy: &Policy, now: DateTime<Utc>) -> Self {
        let findings = compliance::check(content, now.date_naive()).into_iter();
        let findings = findings.map(|finding| ComplianceFinding::of(finding, policy)).collect();
        Self { checked_at: now.into(), findings }
    }
}

impl ComplianceFinding {
    fn of(finding: compliance::Finding, policy: &Policy) -> Self {
        let severity = if policy.blocks(&finding) { "blocker" } else { "warning" };
        Self {
            severity: Severity(severity.into()),
            code: finding.code.to_owned(),
            field: events::member(finding.field).to_owned(),
            words: finding.words,
            advice: finding.advice.to_owned(),
            source: finding.source.to_owned(),
        }
    }
}

impl Example for ComplianceReport {
    fn example() -> Self {
        Self { checked_at: at(15), findings: vec![ComplianceFinding::example()] }
    }
}

impl Example for ComplianceFinding {
    fn example() -> Self {
        Self {
            severity: Severity("warning".into()),
            code: "age_coded_wording".to_owned(),
            field: "description".to_owned(),
            words: Some("young".to_owned()),
            advice: "Leave age out; say which skills are needed.".to_owned(),
            source: "29 CFR § 1625.4(a); Directive 2000/78/EC, Article 2; AGG § 11".to_owned(),
        }
    }
}
