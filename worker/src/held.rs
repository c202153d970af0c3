//! The claims of this process and the tasks that run them.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::turns::Claim;
use entity::id::TurnId;
use tokio::task::AbortHandle;

type Claims = HashMap<TurnId, (Claim, AbortHandle)>;

#[derive(Default)]
pub struct Held(Mutex<Claims>);

impl Held {
    pub fn add(&self, claim: Claim, running: AbortHandle) {
        self.lock().insert(claim.turn_id(), (claim, running));
    }

    /// Forgets a claim; a later claim of the same turn stays.
    pub fn remove(&self, claim: &Claim) {
        take(&mut self.lock(), claim);
    }

    pub fn claims(&self) -> Vec<Claim> {
        self.lock().values().map(|(claim, _)| *claim).collect()
    }

    /// Stops the turns of `asked` that are not among `kept`: somebody else has them, or they are gone.
    pub fn stop_lost(&self, asked: &[Claim], kept: &HashSet<TurnId>) {
        let mut held = self.lock();
        for claim in asked.iter().filter(|claim| !kept.contains(&claim.turn_id())) {
            if let Some(running) = take(&mut held, claim) {
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

    fn lock(&self) -> MutexGuard<'_, Claims> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn take(held: &mut Claims, claim: &Claim) -> Option<AbortHandle> {
    let is_this = held.get(&claim.turn_id()).is_some_and(|(holder, _)| holder.epoch() == claim.epoch());
    if is_this { held.remove(&claim.turn_id()).map(|(_, running)| running) } else { None }
}
