//! The claims of this process and the tasks that run them.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::turns::Claim;
use entity::id::TurnId;
use tokio::task::AbortHandle;

#[derive(Default)]
pub struct Held(Mutex<HashMap<TurnId, (Claim, AbortHandle)>>);

impl Held {
    pub fn add(&self, claim: Claim, running: AbortHandle) {
        self.lock().insert(claim.turn_id(), (claim, running));
    }

    pub fn remove(&self, turn: TurnId) {
        self.lock().remove(&turn);
    }

    pub fn claims(&self) -> Vec<Claim> {
        self.lock().values().map(|(claim, _)| *claim).collect()
    }

    /// Stops the turns of `asked` that are not among `kept`: somebody else has them, or they are gone.
    pub fn stop_lost(&self, asked: &[Claim], kept: &HashSet<TurnId>) {
        let mut held = self.lock();
        for claim in asked.iter().filter(|claim| !kept.contains(&claim.turn_id())) {
            if let Some((_, running)) = held.remove(&claim.turn_id()) {
                tracing::warn!(turn = %claim.turn_id(), "lost the claim on a turn; its work is dropped");
                running.abort();
            }
        }
    }

    /// Stops a turn that was cancelled while it ran here.
    pub fn stop(&self, turn: TurnId) {
        if let Some((_, running)) = self.lock().remove(&turn) {
            running.abort();
        }
    }

    /// Stops all that still runs and returns its claims.
    pub fn stop_all(&self) -> Vec<Claim> {
        let mut held = self.lock();
        let stopped = held.drain().map(|(_, (claim, running))| {
            running.abort();
            claim
        });
        stopped.collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TurnId, (Claim, AbortHandle)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
