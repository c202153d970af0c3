//! The bodies of publications.

use domain::deliveries::Attempt;
use domain::{Paged, publications};
use poem_openapi::types::Example;
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{JOB_POST, PAGE_TOKEN, PUBLICATION, at};
use crate::types::{PublicationErrorCode, Timestamp};

/// What has become of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum PublicationStatus {
    /// It has not been taken yet, and is tried, or tried again.
    Pending,
    /// The target has taken it.
    Delivered,
    /// It is not tried any more, unless somebody asks for it.
    Failed,
}

/// The delivery of a job post to the organization's own system.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct Publication {
    /// Goes along with every attempt, so that the target knows it again.
    id: Uuid,
    job_post_id: Uuid,
    livemode: bool,
    status: PublicationStatus,
    /// What the target calls the job post, where it said so.
    external_id: Option<String>,
    /// What the target called the session's job post before this one, where it had said so by the first attempt.
    replaces: Option<String>,
    error: Option<PublicationError>,
    created_at: Timestamp,
    /// When the target took it last.
    delivered_at: Option<Timestamp>,
    /// When it is tried again, while it is pending; during a try, when it would be if no more were heard of that. Absent
    /// while one of the same session has to go first. Not in lists.
    next_attempt_at: Option<Timestamp>,
    /// Every attempt of the last 30 days, oldest first. Not in lists.
    attempts: Option<Vec<PublicationAttempt>>,
}

/// How the latest attempt went wrong.
#[derive(Debug, Object)]
#[oai(example)]
pub struct PublicationError {
    /// For programs. `refused`: the target said 4xx. `unexpected_answer`: it said what is neither success nor error, a
    /// redirect for example. `unavailable`: 408, 425, 429 or 5xx. `no_answer`: none came. `not_sent`: it could not
    /// be sent, which is our fault. `target_removed`: it was removed before it took the job post.
    code: PublicationErrorCode,
    /// For people: the target's own words, where it had any.
    detail: String,
}

/// One attempt to deliver a job post.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct PublicationAttempt {
    /// From 1; it goes on when a delivery is asked for again.
    #[oai(validator(minimum(value = "1")))]
    number: i32,
    started_at: Timestamp,
    /// Absent while it is under way.
    finished_at: Option<Timestamp>,
    #[oai(validator(minimum(value = "0")))]
    duration_ms: Option<i32>,
    /// What was sent.
    request_body: Option<String>,
    /// The HTTP status; absent when there was no answer.
    #[oai(validator(minimum(value = "0")))]
    response_status: Option<i32>,
    /// Its first 4,096 characters.
    response_body: Option<String>,
    /// Why there was no answer.
    error: Option<String>,
}

/// Some of the organization's publications.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct PublicationPage {
    items: Vec<Publication>,
    /// The `page_token` of the next page; absent on the last.
    next_page: Option<String>,
}

/// What has become of a job post's delivery to the organization's own system.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct JobPostPublication {
    id: Uuid,
    status: PublicationStatus,
    /// What the target calls the job post, where it said so.
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

/// The two have the same names.
macro_rules! same_names {
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

same_names!(publications::PublicationStatus, PublicationStatus);
same_names!(PublicationStatus, publications::PublicationStatus);

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
