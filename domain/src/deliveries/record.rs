//! From a claim to what is sent, and from what came back to what becomes of it.

use std::time::Duration;

use chrono::TimeDelta;
use entity::delivery::{Column, DeliveryKind, DeliveryStatus, Entity};
use entity::delivery_attempt as attempt;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use super::written::written;
use super::{Claim, Outgoing, Sent, Verdict};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::scope::Scope;
use crate::{publications, webhooks};

const UNWANTED: &str = "not sent: the target does not want it any more";
const LOST: &str = "not sent: the claim was lost before it was ready";

/// What follows when it was not delivered.
#[derive(Clone, Copy, Debug)]
pub struct Afterwards {
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
/// When the database cannot be reached or something in it is not as it should be: see [`put_off`].
pub async fn prepare(db: &Db, claim: &Claim) -> Result<Option<Outgoing>> {
    let scope = db.scope(claim.tenant).await?;
    let is_held = hold(&scope, claim).await?;
    let outgoing = match claim.kind {
        _ if !is_held => None,
        DeliveryKind::Webhook => webhooks::outgoing(&scope, claim).await?,
        DeliveryKind::Publication => publications::outgoing(&scope, claim).await?,
    };
    if outgoing.is_none() {
        let why = if is_held { UNWANTED } else { LOST };
        scope.update::<attempt::Entity>(this_attempt(claim), not_sent(why)).await?;
    }
    if is_held && outgoing.is_none() {
        scope.update::<Entity>(this(claim), ended(DeliveryStatus::Cancelled)).await?;
    }
    scope.commit().await?;
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
    afterwards: &Afterwards,
) -> Result<Recorded> {
    let scope = db.scope(claim.tenant).await?;
    let is_held = hold(&scope, claim).await?;
    scope.update::<attempt::Entity>(this_attempt(claim), written(outgoing, sent)).await?;
    if !is_held {
        scope.commit().await?;
        return Ok(Recorded::Fenced);
    }
    let verdict = match claim.kind {
        DeliveryKind::Webhook => webhooks::settle(&scope, claim, outgoing, sent, afterwards).await?,
        DeliveryKind::Publication => {
            publications::settle(&scope, claim, outgoing, sent, afterwards.next.is_none()).await?
        }
    };
    conclude(scope, claim, verdict, afterwards.next).await
}

pub(super) async fn conclude(
    scope: Scope,
    claim: &Claim,
    verdict: Verdict,
    next: Option<Duration>,
) -> Result<Recorded> {
    let (status, change) = match (verdict, next) {
        (Verdict::Delivered, _) => (DeliveryStatus::Delivered, ended(DeliveryStatus::Delivered)),
        (Verdict::Failed, Some(wait)) => (DeliveryStatus::Pending, again(&scope, wait)?),
        (Verdict::Failed, None) | (Verdict::Hopeless, _) => {
            (DeliveryStatus::Failed, ended(DeliveryStatus::Failed))
        }
    };
    scope.update::<Entity>(this(claim), change).await?;
    scope.commit().await?;
    Ok(Recorded::Is(status))
}

/// Locks the delivery, whoever has it: before its attempts, as do those who claim or delete it. Says whether this claim holds it.
pub(super) async fn hold(scope: &Scope, claim: &Claim) -> Result<bool> {
    let delivery = scope.find::<Entity>().filter(this(claim)).locked().one().await?;
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

pub(super) fn again(scope: &Scope, wait: Duration) -> Result<Vec<(Column, SimpleExpr)>> {
    let next = scope.now() + TimeDelta::from_std(wait).map_err(Error::internal)?;
    Ok(vec![(Column::NextAttemptAt, Expr::value(next)), (Column::LeaseUntil, Expr::cust("null"))])
}
