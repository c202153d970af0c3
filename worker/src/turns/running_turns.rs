//! The claims of this process, and the word that makes their work stop.
//!
//! Only asking the model is interrupted: a commit that is under way is fenced anyway, and may as well end.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::turns::Claim;
use entity::id::TurnId;
use tokio_util::sync::CancellationToken;

type Claims = HashMap<TurnId, (Claim, CancellationToken)>;

#[derive(Default)]
pub struct Held(Mutex<Claims>);

impl Held {
    /// Holds a claim; the token says when its work is of no use any more.
    pub fn add(&self, claim: Claim) -> CancellationToken {
        let stop = CancellationToken::new();
        self.lock().insert(claim.turn_id(), (claim, stop.clone()));
        stop
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
            if let Some(stop) = take(&mut held, claim) {
                stop.cancel();
            }
        }
    }

    /// Stops a turn that was cancelled while it ran here.
    pub fn stop(&self, turn: TurnId) {
        if let Some((_, stop)) = self.lock().remove(&turn) {
            stop.cancel();
        }
    }

    /// Stops all that still runs and returns its claims.
    pub fn stop_all(&self) -> Vec<Claim> {
        let mut held = self.lock();
        let stopped = held.drain().map(|(_, (claim, stop))| {
            stop.cancel();
            claim
        });
        stopped.collect()
    }

    fn lock(&self) -> MutexGuard<'_, Claims> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn take(held: &mut Claims, claim: &Claim) -> Option<CancellationToken> {
    let is_this = held.get(&claim.turn_id()).is_some_and(|(holder, _)| holder.epoch() == claim.epoch());
    if is_this { held.remove(&claim.turn_id()).map(|(_, stop)| stop) } else { None }
}
