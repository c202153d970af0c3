//! Turns: claims them, runs them, and keeps their leases.

mod backoff;
mod commit;
mod leases;
mod llm_call;
mod models;
mod retry;
mod run;
mod running_turns;
mod text_stream;
mod warm_up;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use domain::turns::{self, Claim, Fairness};
use futures_util::future::join_all;
use tokio_util::sync::CancellationToken;

pub use models::Models;
use running_turns::RunningTurn;
pub use running_turns::RunningTurns;
pub use warm_up::warm_up;

use crate::Context;
use crate::claim_loop::{self, Batch, Claimer, Limits};

/// Turns in one claim: a longer statement would delay those that it has found already.
const CLAIMS_AT_ONCE: usize = 100;
const MIN_CLAIM_INTERVAL: Duration = Duration::from_millis(1);
/// A claim reads the whole queue's head, so under load a few milliseconds save more than they cost.
const BUSY_CLAIM_INTERVAL: Duration = Duration::from_millis(5);
/// How long turns may take to be given back, after the grace period.
const GIVE_BACK_WITHIN: Duration = Duration::from_secs(4);

struct TurnClaimer {
    context: Arc<Context>,
    /// Whether turns may be claimed under this worker's name that it does not run: at the start, and after an error of the
    /// database, as the response of a claim may have been lost.
    may_have_left_turns: AtomicBool,
}

/// Runs turns until `shutdown`, and gives those back that do not end within the grace period.
pub async fn run(context: Arc<Context>, shutdown: &CancellationToken) {
    // These two end after the claim loop: turns that run during the grace period keep their leases.
    let renewing = tokio::spawn(leases::renew(context.clone()));
    let stopping = tokio::spawn(leases::stop_cancelled_turns(context.clone()));
    warm_up().await;
    tracing::info!(turns_at_once = context.settings.turns_at_once, "worker is ready");
    let limits = Limits {
        slots: context.settings.turns_at_once,
        batch: CLAIMS_AT_ONCE,
        min_claim_interval: MIN_CLAIM_INTERVAL,
        busy_claim_interval: BUSY_CLAIM_INTERVAL,
        poll_interval: context.settings.poll_every,
        grace: context.settings.grace,
    };
    let claimer = TurnClaimer { context: context.clone(), may_have_left_turns: AtomicBool::new(true) };
    if !claim_loop::run(&Arc::new(claimer), limits, shutdown).await {
        give_all_back(&context).await;
    }
    renewing.abort();
    stopping.abort();
}

impl Claimer for TurnClaimer {
    type Claim = RunningTurn;

    async fn claim(&self, limit: usize) -> Batch<RunningTurn> {
        self.requeue_left_turns().await;
        let context = &self.context;
        let (mut wanted, mut claims) = (0, Vec::new());
        for (most, only_live) in context.models.claim_limits(limit) {
            let claimed = self.claim_of(most, only_live).await;
            wanted += most;
            claims.extend(claimed.into_iter().map(|claim| context.running_turns.add(claim)));
        }
        Batch { is_full: wanted > 0 && claims.len() >= wanted, claims }
    }

    async fn run(&self, turn: RunningTurn) {
        let is_recorded = run::run(&self.context, &turn.claim, &turn.stop).await;
        drop(turn);
        if !is_recorded {
            self.may_have_left_turns.store(true, Ordering::Relaxed);
        }
    }

    async fn woken(&self) {
        tokio::select! {
            () = self.context.wake.notified() => {}
            () = turns::claimable(&self.context.db) => {}
        }
    }
}

impl TurnClaimer {
    async fn claim_of(&self, most: usize, only_live: Option<bool>) -> Vec<Claim> {
        if most == 0 {
            return Vec::new();
        }
        let Context { db, settings, models, .. } = &*self.context;
        let (turns_per_organization, limits) =
            (settings.turns_per_organization, models.organization_limits());
        let fairness = Fairness { turns_per_organization, limits: &limits };
        let claimed = turns::claim(db, &settings.name, most, settings.lease, fairness, only_live).await;
        claimed.unwrap_or_else(|error| {
            tracing::warn!(%error, "could not claim turns; trying again shortly");
            self.may_have_left_turns.store(true, Ordering::Relaxed);
            Vec::new()
        })
    }

    /// Requeues what is claimed under this worker's name and does not run here. Between two claims, so that none is under
    /// way.
    async fn requeue_left_turns(&self) {
        if !self.may_have_left_turns.swap(false, Ordering::Relaxed) {
            return;
        }
        let Context { db, settings, running_turns, .. } = &*self.context;
        match turns::reconcile_own(db, &settings.name, &running_turns.claims()).await {
            Ok(0) => {}
            Ok(requeued) => tracing::warn!(turns = requeued, "requeued turns that this worker had left"),
            Err(error) => {
                tracing::warn!(%error, "could not look for turns that this worker has left");
                self.may_have_left_turns.store(true, Ordering::Relaxed);
            }
        }
    }
}

/// Stops the running turns and requeues them, so that no other worker has to wait for their leases to end.
async fn give_all_back(context: &Context) {
    let given_back = context.running_turns.stop_all().into_iter().map(|claim| give_back(context, claim));
    if tokio::time::timeout(GIVE_BACK_WITHIN, join_all(given_back)).await.is_err() {
        tracing::warn!("could not give all turns back; they run again when their leases end");
    }
}

async fn give_back(context: &Context, claim: Claim) {
    if let Err(error) = turns::give_back(&context.db, &claim, Duration::ZERO, false).await {
        tracing::warn!(turn = %claim.turn_id(), %error, "could not give a turn back; it runs again when its lease ends");
    }
}
