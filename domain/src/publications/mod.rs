//! Publications: the delivery of finalized job posts to the organization's own system.
//!
//! The transaction that creates a job post also creates its publication, if the organization has a target then. Every attempt
//! carries the publication's id, so that the target can recognise repetitions.

mod bodies;
mod checks;
mod external_ids;
mod outcomes;
mod redeliver;
mod request;
mod response;
mod targets;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::delivery::{self, DeliveryKind, DeliveryStatus, Entity as Deliveries};
use entity::id::{JobPostId, PublicationId};
use entity::publication::{Column, Entity, Model};
use sea_orm::{ColumnTrait, Condition};

pub use entity::publication::PublicationStatus;
pub(crate) use outcomes::{defer, interpret_response};
pub use redeliver::redeliver;
pub(crate) use request::outgoing;
pub use targets::{Configured, Format, NewTarget, Target, configure, remove, target};

use crate::deliveries::{self, Attempt};
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::tenant_tx::TenantTx;

/// The publication of one job post.
#[derive(Clone, Debug)]
pub struct Publication {
    pub id: PublicationId,
    pub job_post_id: JobPostId,
    pub livemode: bool,
    pub status: PublicationStatus,
    /// The target's id of the job post, if its response contained one.
    pub external_id: Option<String>,
    /// The target's id of the session's previous job post, if it was known at the first attempt.
    pub replaces: Option<String>,
    /// The error of the latest attempt, if it failed.
    pub error: Option<PublicationError>,
    pub created_at: DateTime<Utc>,
    /// When the target last accepted it.
    pub delivered_at: Option<DateTime<Utc>>,
}

/// Why a target has not accepted a job post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationError {
    /// Stable code for programs.
    pub code: String,
    /// Text for people, quoting the target's own message if there is one.
    pub detail: String,
}

impl PublicationError {
    fn new(code: &str, detail: String) -> Self {
        Self { code: code.to_owned(), detail }
    }
}

/// A publication with its attempts.
#[derive(Clone, Debug)]
pub struct PublicationWithAttempts {
    pub publication: Publication,
    /// When a pending publication is attempted next, unless an earlier one of its session has to be sent first; during an
    /// attempt, when it would be if that attempt's worker died.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// Oldest first; kept for 30 days.
    pub attempts: Vec<Attempt>,
}

/// Conditions of a list of publications; `None` does not filter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    pub status: Option<PublicationStatus>,
    pub job_post: Option<JobPostId>,
}

/// The organization's publications, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, filter: Filter, page: &Page) -> Result<Paged<Publication>> {
    let mut rows = tx.find::<Entity>().newest_first(Column::Id).limit(page.fetch());
    if let Some(status) = filter.status {
        rows = rows.filter(Column::Status.eq(status));
    }
    if let Some(job_post) = filter.job_post {
        rows = rows.filter(Column::JobPostId.eq(job_post));
    }
    if let Some(after) = page.key::<PublicationId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    let publications = rows.all().await?.into_iter().map(Publication::from).collect();
    Ok(page.cut(publications, |publication: &Publication| publication.id.to_string()))
}

/// Reads one publication with its attempts.
///
/// # Errors
/// [`Error::NotFound`] when the organization has no such publication.
pub async fn find(tx: &TenantTx, id: PublicationId) -> Result<PublicationWithAttempts> {
    let row = row_of(tx, id).await?;
    let (mut next_attempt_at, mut attempts) = (None, Vec::new());
    if let Some(delivery) = tx.find::<Deliveries>().filter(delivery_of(&row)).one().await? {
        let is_pending = row.status == PublicationStatus::Pending;
        if is_pending && !waits_in_line(tx, &delivery).await? {
            next_attempt_at = Some(delivery.next_attempt_at);
        }
        attempts = deliveries::attempts(tx, delivery.id).await?;
    }
    Ok(PublicationWithAttempts { publication: row.into(), next_attempt_at, attempts })
}

async fn row_of(tx: &TenantTx, id: PublicationId) -> Result<Model> {
    let row = tx.find::<Entity>().filter(Column::Id.eq(id)).one().await?;
    row.ok_or(Error::NotFound("publication"))
}

/// Whether an earlier publication of the same session has to be sent first.
async fn waits_in_line(tx: &TenantTx, delivery: &delivery::Model) -> Result<bool> {
    let earlier = deliveries::of_target(DeliveryKind::Publication, delivery.target_id)
        .add(delivery::Column::OrderingKey.eq(delivery.ordering_key))
        .add(delivery::Column::Status.eq(DeliveryStatus::Pending))
        .add(delivery::Column::Id.lt(delivery.id));
    Ok(tx.find::<Deliveries>().filter(earlier).one().await?.is_some())
}

/// Matches the publication's delivery.
fn delivery_of(publication: &Model) -> Condition {
    let to_target = deliveries::of_target(DeliveryKind::Publication, publication.target_id.0);
    to_target.add(delivery::Column::SubjectId.eq(publication.id.0))
}

/// The publications of these job posts. A job post that was finalized without a target has none.
///
/// # Errors
/// When the database cannot be reached.
pub(crate) async fn of_posts(
    tx: &TenantTx,
    posts: impl IntoIterator<Item = JobPostId>,
) -> Result<HashMap<JobPostId, Publication>> {
    let posts: Vec<JobPostId> = posts.into_iter().collect();
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = tx.find::<Entity>().filter(Column::JobPostId.is_in(posts)).all().await?;
    Ok(rows.into_iter().map(|row| (row.job_post_id, row.into())).collect())
}

impl From<Model> for Publication {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            job_post_id: row.job_post_id,
            livemode: row.livemode,
            status: row.status,
            external_id: row.external_id,
            replaces: row.replaces,
            error: row
                .error_code
                .map(|code| PublicationError { code, detail: row.error_detail.unwrap_or_default() }),
            created_at: row.created_at,
            delivered_at: row.delivered_at,
        }
    }
}
