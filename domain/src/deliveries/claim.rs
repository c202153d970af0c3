//! Claims of due deliveries.

use std::time::Duration;

use entity::delivery::DeliveryKind;
use entity::id::{DeliveryId, OrganizationId};
use uuid::Uuid;

use crate::db::Db;
use crate::error::Result;
use crate::stored_function::{returned_row, stored_function};
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

stored_function! {
    pub(crate) struct ClaimDeliveries = CrossTenant volatile "claim_deliveries" {
        limit: i32,
        lease: Duration,
        share: i32,
        delays: Vec<Duration>,
    } -> ClaimedDelivery
}

returned_row! {
    pub(crate) struct ClaimedDelivery {
        organization_id: OrganizationId,
        livemode: bool,
        delivery_id: DeliveryId,
        kind: DeliveryKind,
        target_id: Uuid,
        subject_id: Uuid,
        epoch: i32,
        attempts: i32,
    }
}

/// Claims up to `most` due deliveries: every target's first, then every target's second, and so on.
///
/// # Errors
/// When the database cannot be reached.
pub async fn claim(db: &Db, most: usize, terms: Terms<'_>) -> Result<Vec<Claim>> {
    let call = ClaimDeliveries {
        limit: i32::try_from(most).unwrap_or(i32::MAX),
        lease: terms.lease,
        share: terms.share,
        delays: terms.schedule.to_vec(),
    };
    Ok(db.call(call).await?.into_iter().map(Claim::from).collect())
}

impl From<ClaimedDelivery> for Claim {
    fn from(row: ClaimedDelivery) -> Self {
        Self {
            tenant: Tenant::system(row.organization_id, row.livemode),
            delivery: row.delivery_id,
            kind: row.kind,
            target: row.target_id,
            subject: row.subject_id,
            epoch: row.epoch,
            attempts: row.attempts,
        }
    }
}

/// Returns when a delivery may have become due since the last call. Hints can get lost, so poll as well.
pub async fn due(db: &Db) {
    db.notifier().deliverable().await;
}
