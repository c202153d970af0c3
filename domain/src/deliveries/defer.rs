//! Ends claims whose request was not sent.

use std::time::Duration;

use entity::delivery::{Column, DeliveryKind, DeliveryStatus, Entity};
use entity::delivery_attempt as attempt;
use sea_orm::sea_query::{Expr, ExprTrait as _};

use super::record::{attempt_row, delivery_row, finish, lock_claimed, not_sent, postponed};
use super::{Claim, Outcome, Recorded};
use crate::db::Db;
use crate::error::Result;
use crate::tenant_tx::TenantTx;
use crate::{publications, webhooks};

/// When a delivery that waits for its endpoint's verification is looked at again after its last attempt.
const WAITING: Duration = Duration::from_secs(24 * 60 * 60);
const GIVEN_BACK: &str = "not sent: the database was away; this does not count as a try";

/// Why a claimed delivery was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deferral {
    /// The request could not be prepared, which is not the target's fault.
    PreparationFailed,
    /// All attempts are used. The last one's outcome is unknown, so it may have arrived.
    AttemptsExhausted,
    /// The webhook endpoint is not verified.
    Unverified,
}

impl Deferral {
    /// The reason as a text for users.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::PreparationFailed => {
                "not sent: it could not be made ready, which is our fault and not the receiver's"
            }
            Self::AttemptsExhausted => "not sent: all tries are used up",
            Self::Unverified => "not sent: the endpoint is not verified yet",
        }
    }
}

/// Logs why the delivery was not sent, and schedules the next attempt after `next`; without `next`, the delivery fails, but one
/// whose endpoint is not verified goes on waiting.
///
/// # Errors
/// When the database cannot be reached; the delivery is then claimed again after the lease and the usual delay.
pub async fn defer(db: &Db, claim: &Claim, why: Deferral, next: Option<Duration>) -> Result<Recorded> {
    let tx = db.begin(claim.tenant).await?;
    let is_current = lock_claimed(&tx, claim).await?;
    tx.update::<attempt::Entity>(attempt_row(claim), not_sent(why.message())).await?;
    if !is_current {
        tx.commit().await?;
        return Ok(Recorded::Fenced);
    }
    match claim.kind {
        DeliveryKind::Webhook if why == Deferral::Unverified => return wait(tx, claim, next).await,
        DeliveryKind::Webhook if next.is_none() => webhooks::give_up_verification(&tx, claim).await?,
        DeliveryKind::Webhook => {}
        DeliveryKind::Publication => publications::defer(&tx, claim, why, next.is_none()).await?,
    }
    finish(tx, claim, Outcome::Retry, next).await
}

/// Lets a delivery wait for its endpoint's verification. It is due now if that has happened since it was prepared.
async fn wait(tx: TenantTx, claim: &Claim, next: Option<Duration>) -> Result<Recorded> {
    if webhooks::is_verified(&tx, claim).await? {
        return release(tx, claim, Duration::ZERO).await;
    }
    match next {
        Some(_) => finish(tx, claim, Outcome::Retry, next).await,
        None => release(tx, claim, WAITING).await,
    }
}

/// Releases a claim without counting it as an attempt; the delivery may be claimed again after `delay`. Meant for claims that
/// an unavailable database kept from being sent within the lease.
///
/// # Errors
/// When the database cannot be reached; the claim then counts as an attempt, and the delivery is claimed again after the
/// lease and the usual delay.
pub async fn give_back(db: &Db, claim: &Claim, delay: Duration) -> Result<Recorded> {
    let tx = db.begin(claim.tenant).await?;
    let is_current = lock_claimed(&tx, claim).await?;
    tx.update::<attempt::Entity>(attempt_row(claim), not_sent(GIVEN_BACK)).await?;
    if is_current {
        return release(tx, claim, delay).await;
    }
    tx.commit().await?;
    Ok(Recorded::Fenced)
}

async fn release(tx: TenantTx, claim: &Claim, delay: Duration) -> Result<Recorded> {
    let mut change = postponed(&tx, delay)?;
    change.push((Column::Attempts, Expr::col(Column::Attempts).sub(1)));
    tx.update::<Entity>(delivery_row(claim), change).await?;
    tx.commit().await?;
    Ok(Recorded::Status(DeliveryStatus::Pending))
}
