//! Reads the deliveries to a target and their attempts.

use chrono::{DateTime, Utc};
use entity::delivery::{Column, DeliveryKind, Entity, Model};
use entity::delivery_attempt as attempt;
use entity::id::DeliveryId;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::IntoCondition as _;
use serde_json::Value;
use uuid::Uuid;

use super::{Delivery, DeliveryStatus, of_target};
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::tenant_tx::TenantTx;

/// Conditions of a list of deliveries; `None` does not filter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    pub status: Option<DeliveryStatus>,
    /// Id of the webhook event or the publication.
    pub subject: Option<Uuid>,
}

/// One attempt: the request and the response.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// From 1; resending a delivery continues the numbering.
    pub number: i32,
    pub started_at: DateTime<Utc>,
    /// `None` while the attempt is running.
    pub finished_at: Option<DateTime<Utc>>,
    pub duration_ms: Option<i32>,
    pub url: Option<String>,
    /// Names and values, secrets redacted.
    pub request_headers: Vec<(String, String)>,
    pub request_body: Option<String>,
    pub response_status: Option<i32>,
    pub response_headers: Vec<(String, String)>,
    /// The beginning of the body.
    pub response_body: Option<String>,
    /// Why there is no response.
    pub error: Option<String>,
}

/// The deliveries to one target, or to all of the kind, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(
    tx: &TenantTx,
    kind: DeliveryKind,
    target: Option<Uuid>,
    filter: Filter,
    page: &Page,
) -> Result<Paged<Delivery>> {
    let which =
        target.map_or_else(|| Column::Kind.eq(kind).into_condition(), |target| of_target(kind, target));
    let mut rows = tx.find::<Entity>().filter(which).newest_first(Column::Id).limit(page.fetch());
    if let Some(after) = page.key::<DeliveryId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    if let Some(status) = filter.status {
        rows = rows.filter(Column::Status.eq(status));
    }
    if let Some(subject) = filter.subject {
        rows = rows.filter(Column::SubjectId.eq(subject));
    }
    Ok(page.cut(rows.all().await?, |row| row.id.to_string()).map(Delivery::from))
}

/// Reads one delivery.
///
/// # Errors
/// [`Error::NotFound`] when the target has no such delivery.
pub async fn find(tx: &TenantTx, kind: DeliveryKind, target: Uuid, id: DeliveryId) -> Result<Delivery> {
    let row = tx.find::<Entity>().filter(of_target(kind, target).add(Column::Id.eq(id))).one().await?;
    row.map(Delivery::from).ok_or(Error::NotFound("delivery"))
}

/// All attempts at a delivery, oldest first.
///
/// # Errors
/// When the database cannot be reached.
pub async fn attempts(tx: &TenantTx, id: DeliveryId) -> Result<Vec<Attempt>> {
    let rows = tx.find::<attempt::Entity>().filter(attempt::Column::DeliveryId.eq(id));
    let rows = rows.oldest_first(attempt::Column::Number).all().await?;
    Ok(rows.into_iter().map(Attempt::from).collect())
}

impl From<Model> for Delivery {
    fn from(row: Model) -> Self {
        let is_pending = row.status == DeliveryStatus::Pending;
        Self {
            id: row.id,
            target: row.target_id,
            subject: row.subject_id,
            status: row.status,
            attempts: row.attempts,
            created_at: row.created_at,
            next_attempt_at: is_pending.then_some(row.next_attempt_at),
            finished_at: row.finished_at,
        }
    }
}

impl From<attempt::Model> for Attempt {
    fn from(row: attempt::Model) -> Self {
        Self {
            number: row.number,
            started_at: row.started_at,
            finished_at: row.finished_at,
            duration_ms: row.duration_ms,
            url: row.url,
            request_headers: pairs(row.request_headers),
            request_body: row.request_body,
            response_status: row.response_status,
            response_headers: pairs(row.response_headers),
            response_body: row.response_body,
            error: row.error,
        }
    }
}

fn pairs(headers: Option<Value>) -> Vec<(String, String)> {
    headers.and_then(|headers| serde_json::from_value(headers).ok()).unwrap_or_default()
}
