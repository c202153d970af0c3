//! Shares the connections of a pool among organizations and anonymous clients, so that none of them waits behind the many
//! calls of another.
//!
//! Each has at most a share of the connections. What waits is served in turn: the owner that has the fewest connections
//! comes first, and among these the one that has waited longest.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use entity::id::OrganizationId;
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::auth::Network;
use crate::error::{Error, Result};

/// How long a call waits for its turn.
const WAIT: Duration = Duration::from_secs(10);
/// How many calls of one owner may wait.
const WAITING: usize = 1_024;
/// How many percent of the connections one organization may have, unless the settings say otherwise.
const ORGANIZATION_SHARE: u8 = 50;
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// Who is given connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Owner {
    Organization(OrganizationId),
    /// Clients of this address whose organization is not known yet.
    Anonymous(Option<Network>),
}

/// How many connections there are, and how many of them one owner may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shares {
    pub all: usize,
    pub of_organization: usize,
    /// Of all anonymous clients together; one address has half of it.
    pub of_anonymous: usize,
}

impl Shares {
    /// The shares of a pool, some of whose connections are left to calls without an owner. `of_organization` is a percentage.
    pub fn of_pool(connections: usize, of_organization: u8) -> Self {
        let all = (connections - connections / 5).max(1);
        let share = |percentage: usize| (all * percentage).div_ceil(100).max(2).min(all);
        Self { all, of_organization: share(of_organization.into()), of_anonymous: share(50) }
    }

    fn of(&self, owner: Owner) -> usize {
        match owner {
            Owner::Organization(_) => self.of_organization,
            Owner::Anonymous(_) => self.of_anonymous.div_ceil(2),
        }
    }
}

/// Cheap to clone.
#[derive(Clone)]
pub(crate) struct Bulkhead(Arc<Inner>);

struct Inner {
    connections: usize,
    state: Mutex<State>,
}

struct State {
    shares: Shares,
    used: usize,
    used_by_anonymous: usize,
    owners: HashMap<Owner, Calls>,
    /// The owners that wait and have not all of their share, the next one first.
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
    pub fn new(connections: usize) -> Self {
        let state = State {
            shares: Shares::of_pool(connections, ORGANIZATION_SHARE),
            used: 0,
            used_by_anonymous: 0,
            owners: HashMap::new(),
            organizations: BTreeSet::new(),
            anonymous: BTreeSet::new(),
            granted: 0,
        };
        Self(Arc::new(Inner { connections, state: Mutex::new(state) }))
    }

    /// Sets how many percent of the connections one organization may have from now on.
    pub fn set_organization_share(&self, percentage: u8) {
        self.lock().shares = Shares::of_pool(self.0.connections, percentage);
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

impl Owner {
    pub fn anonymous(address: Option<IpAddr>) -> Self {
        Self::Anonymous(address.map(Network::from))
    }
}

impl State {
    /// Is there a connection for this owner, and nobody who has to come first?
    fn may_take(&self, owner: Owner) -> bool {
        let used = self.owners.get(&owner).map_or(0, |calls| calls.used);
        let may_have = used < self.shares.of(owner)
            && (matches!(owner, Owner::Organization(_)) || self.used_by_anonymous < self.shares.of_anonymous);
        may_have
            && self.used < self.shares.all
            && self.owners.get(&owner).is_none_or(|calls| calls.waiting.is_empty())
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
        let Some(calls) = self.owners.get_mut(&owner) else { return };
        calls.used -= 1;
        if calls.used == 0 && calls.waiting.is_empty() {
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
        if calls.used == 0 {
            self.owners.remove(&owner);
        }
        None
    }

    /// Puts the owner among those that are served in turn, if it waits and may have more.
    fn queue(&mut self, owner: Owner) {
        let Some(calls) = self.owners.get(&owner) else { return };
        if !calls.waiting.is_empty() && calls.used < self.shares.of(owner) {
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
            Owner::Organization(_) => &mut self.organizations,
            Owner::Anonymous(_) => &mut self.anonymous,
        }
    }
}

#[cfg(test)]
mod tests;
