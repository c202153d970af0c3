//! Shares the connections of a pool among organizations and anonymous clients, so that none of them waits behind the many
//! calls of another.
//!
//! Each has at most a share of the connections. What waits is served in turn: the owner that has the fewest connections
//! comes first, and among these the one that has waited longest.

mod batch;
mod owner;
mod shares;

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::timeout;

pub(crate) use self::batch::{BatchKind, BatchPermit};
pub(crate) use self::owner::Owner;
pub use self::shares::Reserve;
use self::shares::Shares;
use crate::error::{Error, Result};

/// How long a call waits for its turn.
const WAIT: Duration = Duration::from_secs(10);
/// How many calls of one owner may wait.
const WAITING: usize = 1_024;
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// Cheap to clone.
#[derive(Clone)]
pub(crate) struct Bulkhead(Arc<Inner>);

struct Inner {
    connections: usize,
    reserve: Reserve,
    state: Mutex<State>,
}

struct State {
    shares: Shares,
    used: usize,
    used_by_anonymous: usize,
    owners: HashMap<Owner, Calls>,
    /// The owners that wait and have not all of their share, the next one first; batches are among the organizations.
    organizations: BTreeSet<Turn>,
    anonymous: BTreeSet<Turn>,
    /// Counts what was granted, which orders those that have equally many.
    granted: u64,
}

/// An owner's place: its number of connections, and when it got its last one.
type Turn = (usize, u64, Owner);

#[derive(Default)]
struct Calls {
    used: usize,
    /// The batches' connections with work of this organization.
    batches: usize,
    granted_at: u64,
    waiting: VecDeque<oneshot::Sender<Permit>>,
}

/// The right to use a connection, until it is dropped.
pub(crate) struct Permit {
    owner: Owner,
    bulkhead: Bulkhead,
}

impl Bulkhead {
    /// For a pool of this many connections.
    pub fn new(connections: usize, reserve: Reserve) -> Self {
        let state = State {
            shares: Shares::of_pool(connections, reserve, None),
            used: 0,
            used_by_anonymous: 0,
            owners: HashMap::new(),
            organizations: BTreeSet::new(),
            anonymous: BTreeSet::new(),
            granted: 0,
        };
        Self(Arc::new(Inner { connections, reserve, state: Mutex::new(state) }))
    }

    /// Sets how many percent of the connections one organization may have from now on.
    pub fn set_organization_share(&self, percentage: u8) {
        let Inner { connections, reserve, .. } = *self.0;
        self.lock().shares = Shares::of_pool(connections, reserve, Some(percentage));
    }

    /// Waits for a connection.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many calls of this owner wait, [`Error::Unavailable`] when none becomes free in time.
    pub async fn enter(&self, owner: Owner) -> Result<Permit> {
        let granted = match self.take_or_wait(owner)? {
            Ok(permit) => return Ok(permit),
            Err(granted) => granted,
        };
        match timeout(WAIT, granted).await {
            Ok(Ok(permit)) => Ok(permit),
            // Perhaps the connections wait for a database that cannot be reached.
            _ => Err(Error::Unavailable("no database connection has become free in time".to_owned())),
        }
    }

    /// As [`Self::enter`]; nobody in particular does not wait.
    pub async fn enter_as(&self, owner: Option<Owner>) -> Result<Option<Permit>> {
        match owner {
            Some(owner) => self.enter(owner).await.map(Some),
            None => Ok(None),
        }
    }

    fn take_or_wait(&self, owner: Owner) -> Result<Result<Permit, oneshot::Receiver<Permit>>> {
        let mut state = self.lock();
        if state.may_take(owner) {
            state.take(owner);
            return Ok(Ok(self.permit(owner)));
        }
        state.granted += 1;
        // A new owner has waited since now, so those that come back again and again do not overtake it.
        let new = Calls { granted_at: state.granted, ..Calls::default() };
        let calls = state.owners.entry(owner).or_insert(new);
        if calls.waiting.len() >= WAITING {
            calls.waiting.retain(|waiting| !waiting.is_closed());
        }
        if calls.waiting.len() >= WAITING {
            return Err(Error::TooMany { retry_after: RETRY_AFTER });
        }
        let (sender, granted) = oneshot::channel();
        calls.waiting.push_back(sender);
        state.queue(owner);
        Ok(Err(granted))
    }

    /// Gives a connection back, and grants those that are free to calls that wait.
    fn give_back(&self, owner: Owner) {
        self.lock().give_back(owner);
        loop {
            let next = self.lock().next();
            let Some((owner, waiting)) = next else { return };
            // If nobody waits any more, the permit is dropped here and comes back.
            let _ = waiting.send(self.permit(owner));
        }
    }

    fn permit(&self, owner: Owner) -> Permit {
        Permit { owner, bulkhead: self.clone() }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.bulkhead.give_back(self.owner);
    }
}

impl Calls {
    fn is_over(&self) -> bool {
        self.used == 0 && self.batches == 0 && self.waiting.is_empty()
    }
}

impl State {
    /// Is there a connection for this owner, and nobody who has to come first?
    fn may_take(&self, owner: Owner) -> bool {
        let calls = self.owners.get(&owner);
        let is_left =
            !matches!(owner, Owner::Anonymous(_)) || self.used_by_anonymous < self.shares.of_anonymous;
        is_left
            && self.used < self.shares.all
            && calls.is_none_or(|calls| calls.waiting.is_empty() && self.may_have_more(owner, calls))
    }

    /// Has the owner not all of its share?
    fn may_have_more(&self, owner: Owner, calls: &Calls) -> bool {
        let with_batches = calls.used + calls.batches;
        calls.used < self.shares.of(owner) && with_batches < self.shares.of_organization_with_batches
    }

    /// Counts a batch's connection for an organization that has work in it, unless it has work on all that it may.
    fn join(&mut self, owner: Owner) -> bool {
        let (used, batches) = self.owners.get(&owner).map_or((0, 0), |calls| (calls.used, calls.batches));
        if used + batches >= self.shares.of_organization_with_batches {
            return false;
        }
        self.unqueue(owner);
        self.owners.entry(owner).or_default().batches += 1;
        self.queue(owner);
        true
    }

    /// Takes a batch's connection off an organization's count.
    fn leave(&mut self, owner: Owner) {
        self.unqueue(owner);
        if let Some(calls) = self.owners.get_mut(&owner) {
            calls.batches -= 1;
        }
        self.keep_or_forget(owner);
    }

    fn take(&mut self, owner: Owner) {
        self.granted += 1;
        self.used += 1;
        self.used_by_anonymous += usize::from(matches!(owner, Owner::Anonymous(_)));
        let calls = self.owners.entry(owner).or_default();
        calls.used += 1;
        calls.granted_at = self.granted;
    }

    fn give_back(&mut self, owner: Owner) {
        self.unqueue(owner);
        self.used -= 1;
        self.used_by_anonymous -= usize::from(matches!(owner, Owner::Anonymous(_)));
        if let Some(calls) = self.owners.get_mut(&owner) {
            calls.used -= 1;
        }
        self.keep_or_forget(owner);
    }

    /// Forgets an owner that has nothing and wants nothing.
    fn keep_or_forget(&mut self, owner: Owner) {
        if self.owners.get(&owner).is_some_and(Calls::is_over) {
            self.owners.remove(&owner);
        } else {
            self.queue(owner);
        }
    }

    /// Takes a connection for the owner that is next.
    fn next(&mut self) -> Option<(Owner, oneshot::Sender<Permit>)> {
        while self.used < self.shares.all {
            let organization = self.organizations.first().copied();
            let may_have = self.used_by_anonymous < self.shares.of_anonymous;
            let anonymous = self.anonymous.first().copied().filter(|_| may_have);
            let (_, _, owner) = [organization, anonymous].into_iter().flatten().min()?;
            self.unqueue(owner);
            if let Some(waiting) = self.first_waiting(owner) {
                self.take(owner);
                self.queue(owner);
                return Some((owner, waiting));
            }
        }
        None
    }

    /// The owner's next call that somebody still waits for.
    fn first_waiting(&mut self, owner: Owner) -> Option<oneshot::Sender<Permit>> {
        let calls = self.owners.get_mut(&owner)?;
        while let Some(waiting) = calls.waiting.pop_front() {
            if !waiting.is_closed() {
                return Some(waiting);
            }
        }
        if calls.is_over() {
            self.owners.remove(&owner);
        }
        None
    }

    /// Puts the owner among those that are served in turn, if it waits and may have more.
    fn queue(&mut self, owner: Owner) {
        let Some(calls) = self.owners.get(&owner) else { return };
        if !calls.waiting.is_empty() && self.may_have_more(owner, calls) {
            let turn = (calls.used, calls.granted_at, owner);
            self.turns(owner).insert(turn);
        }
    }

    fn unqueue(&mut self, owner: Owner) {
        if let Some(calls) = self.owners.get(&owner) {
            let turn = (calls.used, calls.granted_at, owner);
            self.turns(owner).remove(&turn);
        }
    }

    fn turns(&mut self, owner: Owner) -> &mut BTreeSet<Turn> {
        match owner {
            Owner::Organization(_) | Owner::Batches(_) => &mut self.organizations,
            Owner::Anonymous(_) => &mut self.anonymous,
        }
    }
}

#[cfg(test)]
mod tests;
