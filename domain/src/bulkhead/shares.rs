//! How many connections each owner may have.

use super::Owner;

/// How many percent of the connections one organization may have, unless the settings say otherwise.
const ORGANIZATION: u8 = 50;
/// Those of the batches of the API, and of those of the worker.
const BATCHES: u8 = 50;
/// Those on which one organization may have work, batches included.
const ORGANIZATION_WITH_BATCHES: u8 = 75;
const ANONYMOUS: u8 = 50;

/// The connections of a process that requests leave to its other work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserve {
    /// A fifth, because a worker runs in this process.
    Worker,
    /// One of five or more, for notifications, readiness and logs.
    NoWorker,
}

impl Reserve {
    fn of(self, connections: usize) -> usize {
        match self {
            Self::Worker => connections / 5,
            Self::NoWorker => (connections / 5).min(1),
        }
    }
}

/// How many connections there are, and how many of them one owner may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shares {
    pub all: usize,
    pub of_organization: usize,
    /// Including those that carry work of other organizations too.
    pub of_organization_with_batches: usize,
    pub of_batches: usize,
    /// Of all anonymous clients together; one address has half of it.
    pub of_anonymous: usize,
}

impl Shares {
    /// The shares of a pool. `of_organization` is a percentage of the connections that are not reserved.
    pub fn of_pool(connections: usize, reserve: Reserve, of_organization: Option<u8>) -> Self {
        let all = connections.saturating_sub(reserve.of(connections)).max(1);
        let share = |percentage: u8| (all * usize::from(percentage)).div_ceil(100).max(2).min(all);
        let of_organization = share(of_organization.unwrap_or(ORGANIZATION));
        Self {
            all,
            of_organization,
            of_organization_with_batches: share(ORGANIZATION_WITH_BATCHES).max(of_organization),
            of_batches: share(BATCHES),
            of_anonymous: share(ANONYMOUS),
        }
    }

    pub fn of(&self, owner: Owner) -> usize {
        match owner {
            Owner::Organization(_) => self.of_organization,
            Owner::Anonymous(_) => self.of_anonymous.div_ceil(2),
            Owner::Batches(_) => self.of_batches,
        }
    }
}
