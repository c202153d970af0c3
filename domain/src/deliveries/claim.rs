//! Taking what is due.

use std::time::Duration;

use entity::delivery::DeliveryKind;
use entity::id::{DeliveryId, OrganizationId};
use uuid::Uuid;

use crate::db::Db;
use crate::error::Result;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::Tenant;

/// The right to send one delivery, until the lease ends and somebody claims it with a later epoch.
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

    /// How often it was tried since it was asked for, this time included.
    #[must_use]
    pub fn attempts(&self) -> i32 {
        self.attempts
    }
}

/// On what terms deliveries are claimed.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// How long the claim holds.
    pub lease: Duration,
    /// How many may be under way to one target at once, over all workers.
    pub share: i32,
    /// How long to wait before each try. Where nothing is heard of a claim, that comes after the lease.
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

/// Claims up to `most` deliveries that are due: every target's first, then every target's second.
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

/// Returns when something may have become due since the last call; a hint that may get lost.
pub async fn due(db: &Db) {
    db.notifier().deliverable().await;
}
