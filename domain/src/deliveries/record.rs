//! From a claim to what is sent, and from what came back to what becomes of it.

use std::time::Duration;

use chrono::TimeDelta;
use entity::delivery::{Column, DeliveryKind, DeliveryStatus, Entity};
use entity::delivery_attempt as attempt;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use super::attempt_log::logged;
use super::{Claim, Outcome, Outgoing, Sent};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::tenant_tx::TenantTx;
use crate::{publications, webhooks};

const UNWANTED: &str = "not sent: the target does not want it any more";
const LOST: &str = "not sent: the claim was lost before it was ready";

/// What follows when it was not delivered.
#[derive(Clone, Copy, Debug)]
pub struct RetryPolicy {
    /// When it is tried again; none when this was the last time.
    pub next: Option<Duration>,
    /// A target to which nothing got through for so long is given up.
    pub give_up_after: Duration,
}

/// What became of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    Is(DeliveryStatus),
    /// The claim was lost meanwhile: what came back is written down, but decides nothing.
    Fenced,
}

/// What is to be sent; none when there is nothing to send any more, or somebody else has it by now, and then that is recorded.
///
/// # Errors
/// When the database cannot be reached or something in it is not as it should be: see [`defer`].
pub async fn prepare(db: &Db, claim: &Claim) -> Result<Option<Outgoing>> {
    let tx = db.begin(claim.tenant).await?;
    let is_held = hold(&tx, claim).await?;
    let outgoing = match claim.kind {
        _ if !is_held => None,
        DeliveryKind::Webhook => webhooks::outgoing(&tx, claim).await?,
        DeliveryKind::Publication => publications::outgoing(&tx, claim).await?,
    };
    if outgoing.is_none() {
        let why = if is_held { UNWANTED } else { LOST };
        tx.update::<attempt::Entity>(this_attempt(claim), not_sent(why)).await?;
    }
    if is_held && outgoing.is_none() {
        tx.update::<Entity>(this(claim), ended(DeliveryStatus::Cancelled)).await?;
    }
    tx.commit().await?;
    Ok(outgoing)
}

/// Writes down what came of it and what becomes of the delivery. Done again, it changes nothing more.
///
/// # Errors
/// When the database cannot be reached; the delivery is then sent again, after the lease and the usual delay.
pub async fn record(
    db: &Db,
    claim: &Claim,
    outgoing: &Outgoing,
    sent: &Sent,
    retry: &RetryPolicy,
) -> Result<Recorded> {
    let tx = db.begin(claim.tenant).await?;
    let is_held = hold(&tx, claim).await?;
    tx.update::<attempt::Entity>(this_attempt(claim), logged(outgoing, sent)).await?;
    if !is_held {
        tx.commit().await?;
        return Ok(Recorded::Fenced);
    }
    let outcome = match claim.kind {
        DeliveryKind::Webhook => webhooks::interpret_response(&tx, claim, outgoing, sent, retry).await?,
        DeliveryKind::Publication => {
            publications::interpret_response(&tx, claim, outgoing, sent, retry.next.is_none()).await?
        }
    };
    conclude(tx, claim, outcome, retry.next).await
}

pub(super) async fn conclude(
    tx: TenantTx,
    claim: &Claim,
    outcome: Outcome,
    next: Option<Duration>,
) -> Result<Recorded> {
    let (status, change) = match (outcome, next) {
        (Outcome::Delivered, _) => (DeliveryStatus::Delivered, ended(DeliveryStatus::Delivered)),
        (Outcome::Retry, Some(wait)) => (DeliveryStatus::Pending, again(&tx, wait)?),
        (Outcome::Retry, None) | (Outcome::Failed, _) => {
            (DeliveryStatus::Failed, ended(DeliveryStatus::Failed))
        }
    };
    tx.update::<Entity>(this(claim), change).await?;
    tx.commit().await?;
    Ok(Recorded::Is(status))
}

/// Locks the delivery, whoever has it: before its attempts, as do those who claim or delete it. Says whether this claim holds it.
pub(super) async fn hold(tx: &TenantTx, claim: &Claim) -> Result<bool> {
    let delivery = tx.find::<Entity>().filter(this(claim)).locked().one().await?;
    Ok(delivery.is_some_and(|delivery| {
        delivery.epoch == claim.epoch
            && delivery.status == DeliveryStatus::Pending
            // Asked for again meanwhile: that lets go of the lease, and a late answer decides nothing.
            && delivery.lease_until.is_some()
    }))
}

pub(super) fn this(claim: &Claim) -> Condition {
    Condition::all().add(Column::Id.eq(claim.delivery))
}

pub(super) fn this_attempt(claim: &Claim) -> Condition {
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

pub(super) fn again(tx: &TenantTx, wait: Duration) -> Result<Vec<(Column, SimpleExpr)>> {
    let next = tx.now() + TimeDelta::from_std(wait).map_err(Error::internal)?;
    Ok(vec![(Column::NextAttemptAt, Expr::value(next)), (Column::LeaseUntil, Expr::cust("null"))])
}
