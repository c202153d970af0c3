//! Claims of due deliveries.

use std::time::Duration;

use entity::delivery::DeliveryKind;
use entity::id::{DeliveryId, OrganizationId};
use sea_orm::ActiveEnum;
use sqlx::Row as _;
use sqlx::postgres::types::PgInterval;
use uuid::Uuid;

use crate::db::Db;
use crate::error::{Error, Result};
use crate::tenant::Tenant;

/// The right to send one delivery, until the lease ends and another claim raises the epoch.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    pub(crate) tenant: Tenant,
    pub(crate) delivery: DeliveryId,
    pub(crate) kind: DeliveryKind,
    pub(crate) target: Uuid,
    pub(crate) subject: Uuid,
    pub(crate) epoch: i32,
    pub(crate) attempts: i32,
}

impl Claim {
    #[must_use]
    pub fn delivery_id(&self) -> DeliveryId {
        self.delivery
    }

    #[must_use]
    pub fn kind(&self) -> DeliveryKind {
        self.kind
    }

    /// How often the delivery was attempted since it was created or resent, this attempt included.
    #[must_use]
    pub fn attempts(&self) -> i32 {
        self.attempts
    }
}

/// The conditions of a claim.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// How long a claim holds.
    pub lease: Duration,
    /// How many deliveries to one target may be claimed at a time, over all workers.
    pub share: i32,
    /// The delay before each attempt. After a claim whose lease ran out, the delay begins when the lease ends.
    pub schedule: &'a [Duration],
}

/// Claims up to `most` due deliveries: every target's first, then every target's second, and so on.
///
/// # Errors
/// When the database cannot be reached.
pub async fn claim(db: &Db, most: usize, terms: Terms<'_>) -> Result<Vec<Claim>> {
    let interval = |length: Duration| PgInterval::try_from(length).map_err(Error::internal);
    let delays = terms.schedule.iter().map(|delay| interval(*delay)).collect::<Result<Vec<_>>>()?;
    let rows = sqlx::query(
        "select organization_id, livemode, delivery_id, kind, target_id, subject_id, epoch, attempts
           from across.claim_deliveries($1, $2, $3, $4)",
    )
    .bind(i32::try_from(most).unwrap_or(i32::MAX))
    .bind(interval(terms.lease)?)
    .bind(terms.share)
    .bind(delays)
    .fetch_all(db.pool())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Claim {
                tenant: Tenant::system(OrganizationId(row.try_get(0)?), row.try_get(1)?),
                delivery: DeliveryId(row.try_get(2)?),
                kind: DeliveryKind::try_from_value(&row.try_get(3)?)?,
                target: row.try_get(4)?,
                subject: row.try_get(5)?,
                epoch: row.try_get(6)?,
                attempts: row.try_get(7)?,
            })
        })
        .collect()
}

/// Returns when a delivery may have become due since the last call. Hints can get lost, so poll as well.
pub async fn due(db: &Db) {
    db.notifier().deliverable().await;
}
