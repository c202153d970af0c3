//! Prepares the request of a claimed delivery and records its outcome.

use std::time::Duration;

use chrono::TimeDelta;
use entity::delivery::{Column, DeliveryKind, DeliveryStatus, Entity};
use entity::delivery_attempt as attempt;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use super::attempt_log::attempt_columns;
use super::{Claim, Deferral, Outcome, Outgoing, Sent, of_target, requeue};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::tenant_tx::TenantTx;
use crate::{publications, webhooks};

const UNWANTED: &str = "not sent: the target does not want it any more";
const LOST: &str = "not sent: the claim was lost before it was ready";

/// What to do when an attempt does not deliver.
#[derive(Clone, Copy, Debug)]
pub struct RetryPolicy {
    /// The delay before the next attempt; `None` when this was the last one.
    pub next: Option<Duration>,
    /// An endpoint is disabled when it has failed for this long.
    pub give_up_after: Duration,
}

/// The result of recording an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// The delivery has this status now.
    Status(DeliveryStatus),
    /// The claim is lost: the response is logged with its attempt, but does not change the delivery.
    Fenced,
}

/// What preparing a claimed delivery has led to.
pub enum Prepared {
    /// The request to send.
    Request(Outgoing),
    /// The target no longer wants it, which cancels the delivery, or the claim is lost; the attempt's log says which.
    NotWanted,
    /// It cannot be sent yet: call [`super::defer()`].
    Deferred(Deferral),
}

impl Prepared {
    /// The request, if there is one to send.
    #[must_use]
    pub fn request(self) -> Option<Outgoing> {
        match self {
            Self::Request(outgoing) => Some(outgoing),
            Self::NotWanted | Self::Deferred(_) => None,
        }
    }
}

/// Prepares the request.
///
/// # Errors
/// When the database cannot be reached or holds invalid data; call [`super::defer()`] then.
pub async fn prepare(db: &Db, claim: &Claim) -> Result<Prepared> {
    let tx = db.begin(claim.tenant).await?;
    let is_current = lock_claimed(&tx, claim).await?;
    let prepared = match claim.kind {
        _ if !is_current => Prepared::NotWanted,
        DeliveryKind::Webhook => webhooks::outgoing(&tx, claim).await?,
        DeliveryKind::Publication => {
            publications::outgoing(&tx, claim).await?.map_or(Prepared::NotWanted, Prepared::Request)
        }
    };
    if matches!(prepared, Prepared::NotWanted) {
        let why = if is_current { UNWANTED } else { LOST };
        tx.update::<attempt::Entity>(attempt_row(claim), not_sent(why)).await?;
        if is_current {
            tx.update::<Entity>(delivery_row(claim), ended(DeliveryStatus::Cancelled)).await?;
        }
    }
    tx.commit().await?;
    Ok(prepared)
}

/// Logs the response and updates the delivery. A repeated call changes nothing.
///
/// # Errors
/// When the database cannot be reached; the delivery is then sent again after the lease and the usual delay.
pub async fn record(
    db: &Db,
    claim: &Claim,
    outgoing: &Outgoing,
    sent: &Sent,
    retry: &RetryPolicy,
) -> Result<Recorded> {
    let tx = db.begin(claim.tenant).await?;
    let is_current = lock_claimed(&tx, claim).await?;
    tx.update::<attempt::Entity>(attempt_row(claim), attempt_columns(outgoing, sent)).await?;
    if !is_current {
        tx.commit().await?;
        return Ok(Recorded::Fenced);
    }
    let outcome = match claim.kind {
        DeliveryKind::Webhook => webhooks::interpret_response(&tx, claim, outgoing, sent, retry).await?,
        DeliveryKind::Publication => {
            publications::interpret_response(&tx, claim, outgoing, sent, retry.next.is_none()).await?
        }
    };
    let recorded = finish(tx, claim, outcome, retry.next).await?;
    if outcome == Outcome::Verified {
        // In a transaction of its own: a deletion of the endpoint locks its deliveries in another order. Without it they
        // are sent at their next attempt.
        let waiting = send_waiting(db, claim).await;
        waiting.unwrap_or_else(|error| tracing::warn!(%error, "what waits for an endpoint is sent later"));
    }
    Ok(recorded)
}

/// Sends the pending deliveries to the claim's target now, with all attempts available again.
async fn send_waiting(db: &Db, claim: &Claim) -> Result<()> {
    let tx = db.begin(claim.tenant).await?;
    let pending = of_target(claim.kind, claim.target).add(Column::Status.eq(DeliveryStatus::Pending));
    requeue(&tx, pending).await?;
    tx.commit().await
}

/// Stores the delivery's new status according to the outcome, and commits.
pub(super) async fn finish(
    tx: TenantTx,
    claim: &Claim,
    outcome: Outcome,
    next: Option<Duration>,
) -> Result<Recorded> {
    let (status, change) = match (outcome, next) {
        (Outcome::Delivered | Outcome::Verified, _) => {
            (DeliveryStatus::Delivered, ended(DeliveryStatus::Delivered))
        }
        (Outcome::Retry, Some(delay)) => (DeliveryStatus::Pending, postponed(&tx, delay)?),
        (Outcome::Retry, None) | (Outcome::Failed, _) => {
            (DeliveryStatus::Failed, ended(DeliveryStatus::Failed))
        }
    };
    tx.update::<Entity>(delivery_row(claim), change).await?;
    tx.commit().await?;
    Ok(Recorded::Status(status))
}

/// Locks the delivery, and returns whether this claim is current. Every transaction locks a delivery before its attempts.
pub(super) async fn lock_claimed(tx: &TenantTx, claim: &Claim) -> Result<bool> {
    let delivery = tx.find::<Entity>().filter(delivery_row(claim)).locked().one().await?;
    Ok(delivery.is_some_and(|delivery| {
        delivery.epoch == claim.epoch
            && delivery.status == DeliveryStatus::Pending
            // Resending clears the lease; a late response must then not decide about the delivery.
            && delivery.lease_until.is_some()
    }))
}

pub(super) fn delivery_row(claim: &Claim) -> Condition {
    Condition::all().add(Column::Id.eq(claim.delivery))
}

pub(super) fn attempt_row(claim: &Claim) -> Condition {
    Condition::all()
        .add(attempt::Column::DeliveryId.eq(claim.delivery))
        .add(attempt::Column::Number.eq(claim.epoch))
}

pub(super) fn not_sent(why: &str) -> [(attempt::Column, SimpleExpr); 2] {
    [(attempt::Column::FinishedAt, Expr::cust("app_clock_now()")), (attempt::Column::Error, Expr::value(why))]
}

fn ended(status: DeliveryStatus) -> Vec<(Column, SimpleExpr)> {
    vec![
        (Column::Status, Expr::value(status)),
        (Column::FinishedAt, Expr::cust("app_clock_now()")),
        (Column::LeaseUntil, Expr::cust("null")),
    ]
}

pub(super) fn postponed(tx: &TenantTx, delay: Duration) -> Result<Vec<(Column, SimpleExpr)>> {
    let next = tx.now() + TimeDelta::from_std(delay).map_err(Error::internal)?;
    Ok(vec![(Column::NextAttemptAt, Expr::value(next)), (Column::LeaseUntil, Expr::cust("null"))])
}
