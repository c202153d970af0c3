//! Claims that end without anything having been sent.

use std::time::Duration;

use entity::delivery::{Column, DeliveryKind, DeliveryStatus, Entity};
use entity::delivery_attempt as attempt;
use sea_orm::sea_query::{Expr, ExprTrait as _};

use super::record::{again, conclude, hold, not_sent, this, this_attempt};
use super::{Claim, Recorded, Verdict};
use crate::db::Db;
use crate::error::Result;
use crate::publications;

const GIVEN_BACK: &str = "not sent: the database was away; this does not count as a try";

/// Why nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// It could not be made ready, which is our fault and not its target's.
    NotReady,
    /// It was claimed as often as it has tries. Nothing was heard of the last of them, so that may have arrived.
    WornOut,
}

impl Unsent {
    /// For people.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::NotReady => {
                "not sent: it could not be made ready, which is our fault and not the receiver's"
            }
            Self::WornOut => "not sent: all tries are used up",
        }
    }
}

/// Writes down why it was not sent, and when it is tried again: never, without `next`.
///
/// # Errors
/// When the database cannot be reached; the delivery is then claimed again, after the lease and the usual delay.
pub async fn put_off(db: &Db, claim: &Claim, why: Unsent, next: Option<Duration>) -> Result<Recorded> {
    let scope = db.scope(claim.tenant).await?;
    let is_held = hold(&scope, claim).await?;
    scope.update::<attempt::Entity>(this_attempt(claim), not_sent(why.words())).await?;
    if !is_held {
        scope.commit().await?;
        return Ok(Recorded::Fenced);
    }
    if claim.kind == DeliveryKind::Publication {
        publications::put_off(&scope, claim, why, next.is_none()).await?;
    }
    conclude(scope, claim, Verdict::Failed, next).await
}

/// Gives up the claim as if it had not been: it does not count as a try, and may be claimed again after `wait`. For when the
/// database was away too long to send anything within the lease.
///
/// # Errors
/// When the database cannot be reached; the claim then counts, and the delivery is claimed again after the lease and the
/// usual delay.
pub async fn give_back(db: &Db, claim: &Claim, wait: Duration) -> Result<Recorded> {
    let scope = db.scope(claim.tenant).await?;
    let is_held = hold(&scope, claim).await?;
    scope.update::<attempt::Entity>(this_attempt(claim), not_sent(GIVEN_BACK)).await?;
    let recorded = if is_held {
        let mut change = again(&scope, wait)?;
        change.push((Column::Attempts, Expr::col(Column::Attempts).sub(1)));
        scope.update::<Entity>(this(claim), change).await?;
        Recorded::Is(DeliveryStatus::Pending)
    } else {
        Recorded::Fenced
    };
    scope.commit().await?;
    Ok(recorded)
}
