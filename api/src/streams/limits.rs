//! The limits of open streams per user, per API key and per organization, in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::Caller;
use domain::quotas::{QuotaName, Quotas};
use entity::id::{ApiKeyId, OrganizationId, UserId};
use poem::http::StatusCode;

use crate::problem::Problem;

/// Whom a stream is counted for: a user or a key, and their organization. An API key's streams do not count for the member it
/// acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StreamOwner {
    User(Option<UserId>),
    Key(ApiKeyId),
    Organization(OrganizationId),
}

impl From<&Caller> for StreamOwner {
    fn from(caller: &Caller) -> Self {
        caller.api_key_id().map_or(Self::User(caller.user_id()), Self::Key)
    }
}

/// The number of open streams per owner.
#[derive(Clone, Default)]
pub struct StreamLimits(Arc<Mutex<HashMap<StreamOwner, usize>>>);

/// Counts as one open stream until it is dropped.
pub struct StreamPermit {
    owners: [StreamOwner; 2],
    limits: StreamLimits,
}

impl StreamLimits {
    /// # Errors
    /// 429 when the owner has `limit` open streams already; 403 `quota_exceeded` when the organization has as many as its
    /// quota allows.
    pub fn acquire(
        &self,
        owner: StreamOwner,
        limit: usize,
        organization: OrganizationId,
        quotas: &Quotas,
    ) -> Result<StreamPermit, Problem> {
        let owners = [owner, StreamOwner::Organization(organization)];
        let mut open = self.lock();
        let [of_owner, of_organization] = owners.map(|owner| open.get(&owner).copied().unwrap_or_default());
        if of_owner >= limit {
            let detail = "You have as many streams open as you may; close one.";
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_streams", detail);
            return Err(problem.with_retry_after(Duration::from_secs(1)));
        }
        let (quota, used) =
            (quotas.limits.of(QuotaName::EventStreams), i64::try_from(of_organization).unwrap_or(i64::MAX));
        if used >= quota {
            return Err(quotas.exceeded(QuotaName::EventStreams, quota, used).into());
        }
        for owner in owners {
            *open.entry(owner).or_default() += 1;
        }
        Ok(StreamPermit { owners, limits: self.clone() })
    }

    /// How many streams of the owner are open.
    pub fn open(&self, owner: StreamOwner) -> usize {
        self.lock().get(&owner).copied().unwrap_or_default()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<StreamOwner, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for StreamPermit {
    fn drop(&mut self) {
        let mut open = self.limits.lock();
        for owner in self.owners {
            if let Some(count) = open.get_mut(&owner) {
                *count -= 1;
                if *count == 0 {
                    open.remove(&owner);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::quotas::Limits;

    use super::*;

    fn quotas(event_streams: u32) -> Quotas {
        Quotas { limits: Limits { event_streams, ..Limits::default() }, contact: None }
    }

    #[test]
    fn streams_are_counted_by_owner_until_they_close() {
        let (limits, organization, quotas) = (StreamLimits::default(), OrganizationId::new(), quotas(9));
        let (ada, bob) = (StreamOwner::User(Some(UserId::new())), StreamOwner::Key(ApiKeyId::new()));
        let open = |owner| limits.acquire(owner, 2, organization, &quotas);
        let (first, second) = (open(ada), open(ada));
        assert!(first.is_ok() && second.is_ok());
        assert!(open(ada).is_err() && open(bob).is_ok());
        drop(first);
        assert!(open(ada).is_ok());
        drop(second);
        assert!(limits.lock().is_empty());
    }

    #[test]
    fn the_streams_of_an_organization_are_counted_over_its_owners() {
        let (limits, quotas) = (StreamLimits::default(), quotas(2));
        let [here, elsewhere] = [OrganizationId::new(), OrganizationId::new()];
        let open = |organization| limits.acquire(StreamOwner::Key(ApiKeyId::new()), 9, organization, &quotas);
        let (first, second) = (open(here), open(here));
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(limits.open(StreamOwner::Organization(here)), 2);
        assert_eq!(open(here).err().map(|problem| problem.code), Some("quota_exceeded".into()));
        assert!(open(elsewhere).is_ok(), "another organization has its own streams");
        drop(first);
        assert!(open(here).is_ok());
    }
}
