//! The connection of a batch, which carries work of many organizations.
//!
//! It counts as one connection of the batches, and besides for each organization that has work in it. An organization that has
//! work on as many connections as it may takes no part in a further batch, so slow batches of one never keep all others waiting.

use entity::id::OrganizationId;

use super::{Bulkhead, Owner, Permit};
use crate::error::Result;

/// Whose batches share connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum BatchKind {
    /// Messages and reads of the API's clients.
    Requests,
    /// What the worker's turns write. A claim limits the turns of one organization, so these count for none.
    Turns,
}

/// The right of a batch to use a connection, until it is dropped.
pub(crate) struct BatchPermit {
    permit: Permit,
    kind: BatchKind,
    organizations: Vec<OrganizationId>,
}

impl Bulkhead {
    /// Waits for a connection for a batch.
    ///
    /// # Errors
    /// As for [`Bulkhead::enter`].
    pub async fn enter_batch(&self, kind: BatchKind) -> Result<BatchPermit> {
        let permit = self.enter(Owner::Batches(kind)).await?;
        Ok(BatchPermit { permit, kind, organizations: Vec::new() })
    }
}

impl BatchPermit {
    /// Whether the batch may have work of this organization, which is counted then.
    pub fn join(&mut self, organization: OrganizationId) -> bool {
        match self.kind {
            BatchKind::Turns => true,
            BatchKind::Requests if self.organizations.contains(&organization) => true,
            BatchKind::Requests => {
                let may_join = self.permit.bulkhead.lock().join(Owner::Organization(organization));
                if may_join {
                    self.organizations.push(organization);
                }
                may_join
            }
        }
    }
}

impl Drop for BatchPermit {
    /// The connection itself comes back with the permit, and then those that wait are served.
    fn drop(&mut self) {
        let mut state = self.permit.bulkhead.lock();
        for organization in &self.organizations {
            state.leave(Owner::Organization(*organization));
        }
    }
}
