//! Claims that end without anything having been sent.

use std::time::Duration;

use entity::delivery::{Column, DeliveryKind, DeliveryStatus, Entity};
use entity::delivery_attempt as attempt;
use sea_orm::sea_query::{Expr, ExprTrait as _};

use super::record::{again, conclude, hold, not_sent, this, this_attempt};
use super::{Claim, Outcome, Recorded};
use crate::db::Db;
use crate::error::Result;
use crate::publications;

const GIVEN_BACK: &str = "not sent: the database was away; this does not count as a try";

/// Why nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deferral {
    /// It could not be made ready, which is our fault and not its target's.
    PreparationFailed,
    /// It was claimed as often as it has tries. Nothing was heard of the last of them, so that may have arrived.
    AttemptsExhausted,
}

impl Deferral {
    /// For people.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::PreparationFailed => {
                "not sent: it could not be made ready, which is our fault and not the receiver's"
            }
            Self::AttemptsExhausted => "not sent: all tries are used up",
        }
    }
}

/// Writes down why it was not sent, and when it is tried again: never, without `next`.
///
/// # Errors
/// When the database cannot be reached; the delivery is then claimed again, after the lease and the usual delay.
pub async fn defer(db: &Db, claim: &Claim, why: Deferral, next: Option<Duration>) -> Result<Recorded> {
    let tx = db.begin(claim.tenant).await?;
    let is_held = hold(&tx, claim).await?;
    tx.update::<attempt::Entity>(this_attempt(claim), not_sent(why.words())).await?;
    if !is_held {
        tx.commit().await?;
        return Ok(Recorded::Fenced);
    }
    if claim.kind == DeliveryKind::Publication {
        publications::defer(&tx, claim, why, next.is_none()).await?;
    }
    conclude(tx, claim, Outcome::Retry, next).await
}

/// Gives up the claim as if it had not been: it does not count as a try, and may be claimed again after `wait`. For when the
/// database was away too long to send anything within the lease.
///
/// # Errors
/// When the database cannot be reached; the claim then counts, and the delivery is claimed again after the lease and the
/// usual delay.
pub async fn give_back(db: &Db, claim: &Claim, wait: Duration) -> Result<Recorded> {
    let tx = db.begin(claim.tenant).await?;
    let is_held = hold(&tx, claim).await?;
    tx.update::<attempt::Entity>(this_attempt(claim), not_sent(GIVEN_BACK)).await?;
    let recorded = if is_held {
        let mut change = again(&tx, wait)?;
        change.push((Column::Attempts, Expr::col(Column::Attempts).sub(1)));
        tx.update::<Entity>(this(claim), change).await?;
        Recorded::Is(DeliveryStatus::Pending)
    } else {
        Recorded::Fenced
    };
    tx.commit().await?;
    Ok(recorded)
}
