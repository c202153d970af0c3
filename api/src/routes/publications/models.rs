//! Bodies of publications.

use domain::deliveries::Attempt;
use domain::{Paged, publications};
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{JOB_POST, PAGE_TOKEN, PUBLICATION, at};
use crate::types::{PublicationErrorCode, Timestamp};

/// The status of a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum PublicationStatus {
    /// The delivery is due, running, or waiting for its next attempt.
    Pending,
    /// The target accepted the job post.
    Delivered,
    /// All attempts failed. It is delivered again only on request.
    Failed,
}

/// The delivery of a job post to the organization's own system.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Publication {
    /// The publication's id, sent with every attempt so that the target can deduplicate.
    id: Uuid,
    job_post_id: Uuid,
    livemode: bool,
    status: PublicationStatus,
    /// The job post's id in the target system, if a response contained one.
    external_id: Option<String>,
    /// The id of the session's previous job post in the target system, if known at the first attempt.
    replaces: Option<String>,
    error: Option<PublicationError>,
    created_at: Timestamp,
    /// When the target last accepted the job post.
    delivered_at: Option<Timestamp>,
    /// When a pending publication is attempted next. During an attempt: when it is retried if the attempt is lost. Absent
    /// while an earlier publication of the session is pending. Not in lists.
    next_attempt_at: Option<Timestamp>,
    /// The attempts of the last 30 days, oldest first. Not in lists.
    attempts: Option<Vec<PublicationAttempt>>,
}

/// The error of the latest attempt.
#[derive(Debug, Object)]
#[oai(example)]
pub struct PublicationError {
    /// The cause, for programs. `refused`: a 4xx response that is not `unavailable`. `unexpected_answer`: a response that is
    /// neither success nor error, such as a redirect, or a success whose body is a web page. `unavailable`: 408, 425, 429, 5xx,
    /// a 4xx with `Retry-After`, or a 409 to a repeated id. `no_answer`: no response. `not_sent`: an error of this service
    /// prevented the request. `target_removed`: the target was removed before it accepted the job post.
    code: PublicationErrorCode,
    /// The cause, for people: the target's own error message, if it sent one.
    detail: String,
}

/// One attempt to deliver a job post.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct PublicationAttempt {
    /// The number of the attempt, from 1. Redeliveries continue the numbering.
    #[oai(validator(minimum(value = "1")))]
    number: i32,
    started_at: Timestamp,
    /// Absent while the attempt is running.
    finished_at: Option<Timestamp>,
    #[oai(validator(minimum(value = "0")))]
    duration_ms: Option<i32>,
    /// The request's body.
    request_body: Option<String>,
    /// The HTTP status of the response. Absent without a response.
    #[oai(validator(minimum(value = "0")))]
    response_status: Option<i32>,
    /// The first 4,096 characters of the response.
    response_body: Option<String>,
    /// Why there was no response.
    error: Option<String>,
}

/// A page of publications.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct PublicationPage {
    items: Vec<Publication>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

/// The delivery of a job post to the organization's own system.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct JobPostPublication {
    id: Uuid,
    status: PublicationStatus,
    /// The job post's id in the target system, if a response contained one.
    external_id: Option<String>,
}

impl From<publications::Publication> for Publication {
    fn from(publication: publications::Publication) -> Self {
        Self {
            id: publication.id.0,
            job_post_id: publication.job_post_id.0,
            livemode: publication.livemode,
            status: publication.status.into(),
            external_id: publication.external_id,
            replaces: publication.replaces,
            error: publication.error.map(PublicationError::from),
            created_at: publication.created_at.into(),
            delivered_at: publication.delivered_at.map(Timestamp),
            next_attempt_at: None,
            attempts: None,
        }
    }
}

impl From<publications::PublicationWithAttempts> for Publication {
    fn from(publication: publications::PublicationWithAttempts) -> Self {
        Self {
            next_attempt_at: publication.next_attempt_at.map(Timestamp),
            attempts: Some(publication.attempts.into_iter().map(PublicationAttempt::from).collect()),
            ..publication.publication.into()
        }
    }
}

impl From<publications::PublicationError> for PublicationError {
    fn from(error: publications::PublicationError) -> Self {
        Self { code: PublicationErrorCode(error.code.into()), detail: error.detail }
    }
}

impl From<Attempt> for PublicationAttempt {
    fn from(attempt: Attempt) -> Self {
        Self {
            number: attempt.number,
            started_at: attempt.started_at.into(),
            finished_at: attempt.finished_at.map(Timestamp),
            duration_ms: attempt.duration_ms,
            request_body: attempt.request_body,
            response_status: attempt.response_status,
            response_body: attempt.response_body,
            error: attempt.error,
        }
    }
}

impl From<publications::Publication> for JobPostPublication {
    fn from(publication: publications::Publication) -> Self {
        Self { id: publication.id.0, status: publication.status.into(), external_id: publication.external_id }
    }
}

impl From<Paged<publications::Publication>> for PublicationPage {
    fn from(paged: Paged<publications::Publication>) -> Self {
        Self { items: paged.items.into_iter().map(Publication::from).collect(), next_page: paged.next }
    }
}

/// Both enums have the same variants.
macro_rules! same_variants {
    ($from:ty, $to:ty) => {
        impl From<$from> for $to {
            fn from(status: $from) -> Self {
                match status {
                    <$from>::Pending => Self::Pending,
                    <$from>::Delivered => Self::Delivered,
                    <$from>::Failed => Self::Failed,
                }
            }
        }
    };
}

same_variants!(publications::PublicationStatus, PublicationStatus);
same_variants!(PublicationStatus, publications::PublicationStatus);

impl Example for Publication {
    fn example() -> Self {
        Self {
            id: PUBLICATION,
            job_post_id: JOB_POST,
            livemode: true,
            status: PublicationStatus::Delivered,
            external_id: Some("jp_4711".to_owned()),
            replaces: None,
            error: None,
            created_at: at(15),
            delivered_at: Some(at(15)),
            next_attempt_at: None,
            attempts: Some(vec![PublicationAttempt::example()]),
        }
    }
}

impl Example for PublicationError {
    fn example() -> Self {
        let code = PublicationErrorCode("refused".into());
        Self { code, detail: "400: location must not be empty".to_owned() }
    }
}

impl Example for PublicationAttempt {
    fn example() -> Self {
        Self {
            number: 1,
            started_at: at(15),
            finished_at: Some(at(15)),
            duration_ms: Some(212),
            request_body: Some(r#"{"title":".Net Developer Full Stack","skills":[".net"]}"#.to_owned()),
            response_status: Some(201),
            response_body: Some(r#"{"id":"jp_4711"}"#.to_owned()),
            error: None,
        }
    }
}

impl Example for PublicationPage {
    fn example() -> Self {
        let listed = Publication { attempts: None, ..Publication::example() };
        Self { items: vec![listed], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}

impl Example for JobPostPublication {
    fn example() -> Self {
        Self {
            id: PUBLICATION,
            status: PublicationStatus::Delivered,
            external_id: Some("jp_4711".to_owned()),
        }
    }
}
