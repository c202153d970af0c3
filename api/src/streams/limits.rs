//! The limits of open streams per user, per API key and per organization, in this process.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::Caller;
use domain::quotas::{QuotaName, Quotas};
use entity::id::{ApiKeyId, OrganizationId, UserId};
use poem::http::StatusCode;

use crate::problem::Problem;

/// Whom a stream is counted for, besides their organization. An API key's streams do not count for the member it acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StreamOwner {
    User(Option<UserId>),
    Key(ApiKeyId),
}

impl From<&Caller> for StreamOwner {
    fn from(caller: &Caller) -> Self {
        caller.api_key_id().map_or(Self::User(caller.user_id()), Self::Key)
    }
}

/// The number of open streams per owner and per organization.
#[derive(Clone, Default)]
pub struct StreamLimits(Arc<Mutex<Open>>);

#[derive(Default)]
struct Open {
    of_owners: HashMap<StreamOwner, usize>,
    of_organizations: HashMap<OrganizationId, usize>,
}

/// Counts as one open stream until it is dropped.
pub struct StreamPermit {
    owner: StreamOwner,
    organization: OrganizationId,
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
        let mut open = self.lock();
        let of_owner = open.of_owners.get(&owner).copied().unwrap_or_default();
        if of_owner >= limit {
            let detail = "You have as many streams open as you may; close one.";
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_streams", detail);
            return Err(problem.with_retry_after(Duration::from_secs(1)));
        }
        let of_organization = open.of_organizations.get(&organization).copied().unwrap_or_default();
        let used = i64::try_from(of_organization).unwrap_or(i64::MAX);
        let quota = quotas.limits.of(QuotaName::EventStreams);
        if used >= quota {
            return Err(quotas.exceeded(QuotaName::EventStreams, quota, used).into());
        }
        *open.of_owners.entry(owner).or_default() += 1;
        *open.of_organizations.entry(organization).or_default() += 1;
        Ok(StreamPermit { owner, organization, limits: self.clone() })
    }

    /// How many streams of the organization are open.
    pub fn open_of(&self, organization: OrganizationId) -> usize {
        self.lock().of_organizations.get(&organization).copied().unwrap_or_default()
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for StreamPermit {
    fn drop(&mut self) {
        let mut open = self.limits.lock();
        count_down(&mut open.of_owners, self.owner);
        count_down(&mut open.of_organizations, self.organization);
    }
}

/// Counts one less. A count of zero is removed.
fn count_down<K: Eq + Hash>(counts: &mut HashMap<K, usize>, key: K) {
    if let Some(count) = counts.get_mut(&key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&key);
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
        let open = limits.lock();
        assert!(open.of_owners.is_empty() && open.of_organizations.is_empty());
    }

    #[test]
    fn the_streams_of_an_organization_are_counted_over_its_owners() {
        let (limits, quotas) = (StreamLimits::default(), quotas(2));
        let [here, elsewhere] = [OrganizationId::new(), OrganizationId::new()];
        let open = |organization| limits.acquire(StreamOwner::Key(ApiKeyId::new()), 9, organization, &quotas);
        let (first, second) = (open(here), open(here));
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(limits.open_of(here), 2);
        assert_eq!(open(here).err().map(|problem| problem.code), Some("quota_exceeded".into()));
        assert!(open(elsewhere).is_ok(), "another organization has its own streams");
        drop(first);
        assert!(open(here).is_ok());
    }
}
