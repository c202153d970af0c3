//! The turns that this process runs, each with the token that stops it.
//!
//! Stopping interrupts the LLM call only. A commit that is under way is fenced by the epoch, so it may end.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::turns::Claim;
use entity::id::TurnId;
use tokio_util::sync::CancellationToken;

type Turns = HashMap<TurnId, (Claim, CancellationToken)>;

#[derive(Clone, Default)]
pub struct RunningTurns(Arc<Mutex<Turns>>);

/// A claimed turn. Dropping it removes the turn from the running ones.
pub struct RunningTurn {
    pub claim: Claim,
    /// Cancelled when the turn's result is no longer wanted.
    pub stop: CancellationToken,
    running: RunningTurns,
}

impl Drop for RunningTurn {
    fn drop(&mut self) {
        take(&mut self.running.lock(), &self.claim);
    }
}

impl RunningTurns {
    pub fn add(&self, claim: Claim) -> RunningTurn {
        let stop = CancellationToken::new();
        self.lock().insert(claim.turn_id(), (claim, stop.clone()));
        RunningTurn { claim, stop, running: self.clone() }
    }

    pub fn count(&self) -> usize {
        self.lock().len()
    }

    pub fn claims(&self) -> Vec<Claim> {
        self.lock().values().map(|(claim, _)| *claim).collect()
    }

    /// Stops the turns of `asked` that are not in `kept`: they were cancelled, deleted, or claimed by another worker.
    pub fn stop_lost(&self, asked: &[Claim], kept: &HashSet<TurnId>) {
        let mut turns = self.lock();
        for claim in asked.iter().filter(|claim| !kept.contains(&claim.turn_id())) {
            if let Some(stop) = take(&mut turns, claim) {
                stop.cancel();
            }
        }
    }

    /// Stops a turn that was cancelled while it runs here.
    pub fn stop(&self, turn: TurnId) {
        if let Some((_, stop)) = self.lock().remove(&turn) {
            stop.cancel();
        }
    }

    /// Stops all turns and returns their claims.
    pub fn stop_all(&self) -> Vec<Claim> {
        let mut turns = self.lock();
        let stopped = turns.drain().map(|(_, (claim, stop))| {
            stop.cancel();
            claim
        });
        stopped.collect()
    }

    fn lock(&self) -> MutexGuard<'_, Turns> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Removes a claim; a later claim of the same turn stays.
fn take(turns: &mut Turns, claim: &Claim) -> Option<CancellationToken> {
    let is_this = turns.get(&claim.turn_id()).is_some_and(|(running, _)| running.epoch() == claim.epoch());
    if is_this { turns.remove(&claim.turn_id()).map(|(_, stop)| stop) } else { None }
}
