//! What was delivered to a target, or will be, with every attempt; and asking for it once more.

use chrono::{DateTime, Utc};
use entity::delivery::{Column, DeliveryKind, Entity, Model};
use entity::delivery_attempt as attempt;
use entity::id::DeliveryId;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};
use serde_json::Value;
use uuid::Uuid;

use super::{Delivery, DeliveryStatus};
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::notifications::Notification;
use crate::page::{Page, Paged};
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct EnqueueDelivery = Tenant volatile "enqueue_delivery" {
        kind: DeliveryKind,
        target: Uuid,
        subject: Uuid,
        ordering_key: Option<Uuid>,
    } -> ()
}

/// What a list of deliveries is narrowed to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    pub status: Option<DeliveryStatus>,
    pub subject: Option<Uuid>,
}

/// One try: what was sent and what came back.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// From 1; it goes on where a delivery is asked for again.
    pub number: i32,
    pub started_at: DateTime<Utc>,
    /// None while it is under way.
    pub finished_at: Option<DateTime<Utc>>,
    pub duration_ms: Option<i32>,
    pub url: Option<String>,
    /// Names and values, without what is secret.
    pub request_headers: Vec<(String, String)>,
    pub request_body: Option<String>,
    pub response_status: Option<i32>,
    pub response_headers: Vec<(String, String)>,
    /// Its beginning.
    pub response_body: Option<String>,
    /// Why there was no answer.
    pub error: Option<String>,
}

/// The deliveries to one target, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(
    tx: &TenantTx,
    kind: DeliveryKind,
    target: Uuid,
    filter: Filter,
    page: &Page,
) -> Result<Paged<Delivery>> {
    let mut rows = tx.find::<Entity>().filter(to(kind, target)).newest_first(Column::Id).limit(page.fetch());
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

/// # Errors
/// [`Error::NotFound`] when the target has no such delivery.
pub async fn find(tx: &TenantTx, kind: DeliveryKind, target: Uuid, id: DeliveryId) -> Result<Delivery> {
    let row = tx.find::<Entity>().filter(to(kind, target).add(Column::Id.eq(id))).one().await?;
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

/// Enqueues the delivery of a subject to a target, unless there is one; after earlier ones with the same `ordering_key`.
pub(crate) async fn put(
    tx: &TenantTx,
    kind: DeliveryKind,
    target: Uuid,
    subject: Uuid,
    ordering_key: Option<Uuid>,
) -> Result<()> {
    Executor::from(tx).call_one(EnqueueDelivery { kind, target, subject, ordering_key }).await?;
    tx.notify_after_commit(Notification::Deliverable);
    Ok(())
}

/// Sends a delivery again, now and under its old id, with all its tries before it. One that is pending is tried at once.
///
/// # Errors
/// [`Error::NotFound`] when there is none such; [`Error::Conflict`] `being_sent` while a worker is at it: a success would
/// promise one time more, which there would not be.
pub(crate) async fn resend(tx: &TenantTx, which: Condition) -> Result<Delivery> {
    // Locked, so that nobody claims it or records its end before it is asked for.
    let row = tx.find::<Entity>().filter(which).locked().one().await?;
    let row = row.ok_or(Error::NotFound("delivery"))?;
    let this = Condition::all().add(Column::Id.eq(row.id));
    if ask_again(tx, this.clone()).await? == 0 {
        let detail = "It is being sent at this moment. Read it until the attempt has ended, and then ask again if that is \
                      still wanted.";
        return Err(Error::conflict("being_sent", detail));
    }
    let row = tx.find::<Entity>().filter(this).one().await?;
    row.map(Delivery::from).ok_or(Error::NotFound("delivery"))
}

/// Asks for all of these again, but for those that are being sent at this moment; how many there were.
pub(crate) async fn ask_again(tx: &TenantTx, which: Condition) -> Result<u64> {
    let anew: [(Column, SimpleExpr); 5] = [
        (Column::Status, Expr::value(DeliveryStatus::Pending)),
        (Column::Attempts, Expr::value(0)),
        (Column::NextAttemptAt, Expr::value(tx.now())),
        (Column::LeaseUntil, Expr::cust("null")),
        (Column::FinishedAt, Expr::cust("null")),
    ];
    let asked = tx.update::<Entity>(which.add(is_free(tx)), anew).await?;
    tx.notify_after_commit(Notification::Deliverable);
    Ok(asked)
}

/// What nobody is sending at this moment.
pub(crate) fn is_free(tx: &TenantTx) -> Condition {
    Condition::any().add(Column::LeaseUntil.is_null()).add(Column::LeaseUntil.lte(tx.now()))
}

/// What goes to this target.
pub(crate) fn to(kind: DeliveryKind, target: Uuid) -> Condition {
    Condition::all().add(Column::Kind.eq(kind)).add(Column::TargetId.eq(target))
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
