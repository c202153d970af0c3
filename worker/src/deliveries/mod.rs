//! Deliveries: claims what is due and sends it, beside the turns. A slow receiver delays no other.

mod retry_until;
mod sending;
mod settings;

use std::sync::Arc;
use std::time::Duration;

use domain::deliveries::{self, Claim, Terms};
use outbound::Outbound;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

pub use retry_until::retry_until;
pub use settings::Deliveries;

use crate::Context;
use crate::claim_loop::{self, Batch, Claimer, Limits};

/// The end of every turn wakes this loop, and few turns cause a delivery.
const MIN_CLAIM_INTERVAL: Duration = Duration::from_millis(50);
/// Preparing and recording a delivery takes a connection for a moment, which turns need too.
const CLAIMS_AT_ONCE: usize = 32;

struct Sender {
    context: Arc<Context>,
    outbound: Outbound,
}

struct ClaimedDelivery {
    claim: Claim,
    /// When the claim was asked for: the lease begins no earlier.
    claimed_at: Instant,
}

/// Delivers until `shutdown`. What does not end within the grace period is sent again, under the same id, after its lease.
pub async fn run(context: Arc<Context>, outbound: Outbound, shutdown: CancellationToken) {
    let limits = Limits {
        slots: context.settings.deliveries.at_once,
        batch: CLAIMS_AT_ONCE,
        min_claim_interval: MIN_CLAIM_INTERVAL,
        busy_claim_interval: MIN_CLAIM_INTERVAL,
        poll_interval: context.settings.poll_every,
        grace: context.settings.grace,
    };
    let sender = Arc::new(Sender { context, outbound });
    if !claim_loop::run(&sender, limits, &shutdown).await {
        tracing::warn!("some deliveries did not end in time; they are sent again after their leases");
    }
}

impl Claimer for Sender {
    type Claim = ClaimedDelivery;

    async fn claim(&self, limit: usize) -> Batch<ClaimedDelivery> {
        let Context { db, settings, .. } = &*self.context;
        let terms = Terms {
            lease: settings.delivery_lease(),
            share: settings.deliveries.per_target,
            schedule: &settings.deliveries.schedule,
        };
        let claimed_at = Instant::now();
        let claims = deliveries::claim(db, limit, terms).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "could not claim deliveries; trying again shortly");
            Vec::new()
        });
        let claims = Vec::from_iter(claims.into_iter().map(|claim| ClaimedDelivery { claim, claimed_at }));
        Batch { is_full: claims.len() >= limit, claims }
    }

    async fn run(&self, ClaimedDelivery { claim, claimed_at }: ClaimedDelivery) {
        sending::deliver(&self.context, &self.outbound, &claim, claimed_at).await;
    }

    async fn woken(&self) {
        deliveries::due(&self.context.db).await;
    }
}
