//! The entries that wait to be written, together, after their responses.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::time::{Duration, Instant};

use entity::id::OrganizationId;
use entity::request_log_entry::ActiveModel;
use sea_orm::Set;
use uuid::Uuid;

use super::Entry;
use crate::db::Db;
use crate::error::Result;
use crate::tenant::Tenant;
use crate::write_queue::{HourlyCounts, Waiting, Write, WriteQueue};

/// How long entries wait for others.
const DELAY: Duration = Duration::from_secs(1);
/// How many entries a caller may have in an hour. More are dropped.
const HOURLY: u32 = 1_000;
/// How many entries of all callers may wait. More are dropped.
const WAITING: usize = 10_000;
/// How many callers are counted.
const COUNTED: usize = 10_000;
/// How long a reader of the log waits for entries that are being written.
const WAIT_LIMIT: Duration = Duration::from_secs(2);

/// Entries of one organization and mode are written in one transaction.
pub(super) type Group = (OrganizationId, bool);
/// The group, and the id of the key or the person.
type Caller = (Group, Option<Uuid>);

/// Writes entries once a second.
#[derive(Default)]
pub(crate) struct RequestLogQueue(WriteQueue<Entries>);

struct Entries {
    groups: HashMap<Group, Vec<Entry>>,
    /// Those that are being written.
    in_flight: HashSet<Group>,
    /// How many entries wait.
    count: usize,
    dropped: u64,
    hourly: HourlyCounts<Caller>,
}

/// The entry is one too many.
struct Dropped;

impl RequestLogQueue {
    pub fn write_later(&self, db: &Db, organization: OrganizationId, entry: Entry) {
        // Dropped entries are counted and logged together.
        let _ = self.0.push(db, |entries| entries.push(organization, entry, Instant::now()));
    }

    /// Waits until what waits of this group is written, at most two seconds.
    pub async fn written(&self, group: Group) {
        self.0.wait_until(WAIT_LIMIT, |entries| !entries.has(group)).await;
    }
}

impl Default for Entries {
    fn default() -> Self {
        Self {
            groups: HashMap::new(),
            in_flight: HashSet::new(),
            count: 0,
            dropped: 0,
            hourly: HourlyCounts::new(HOURLY, COUNTED),
        }
    }
}

impl Entries {
    fn push(&mut self, organization: OrganizationId, entry: Entry, now: Instant) -> Result<(), Dropped> {
        let group = (organization, entry.livemode);
        let caller = entry.api_key_id.map(|key| key.0).or(entry.user_id.map(|user| user.0));
        let is_full = self.count >= WAITING;
        let Some(of_this_hour) = self.hourly.of((group, caller), now).filter(|_| !is_full) else {
            self.dropped += 1;
            return Err(Dropped);
        };
        *of_this_hour += 1;
        self.count += 1;
        self.groups.entry(group).or_default().push(entry);
        Ok(())
    }

    /// What is to be written now, and how many were dropped, which is said with the next entries.
    fn take_groups(&mut self) -> (HashMap<Group, Vec<Entry>>, u64) {
        if self.groups.is_empty() {
            return (HashMap::new(), 0);
        }
        self.count = 0;
        self.in_flight.extend(self.groups.keys());
        (std::mem::take(&mut self.groups), std::mem::take(&mut self.dropped))
    }

    /// Whether entries of the group wait or are being written.
    fn has(&self, group: Group) -> bool {
        self.groups.contains_key(&group) || self.in_flight.contains(&group)
    }
}

impl Waiting for Entries {
    type Context = Db;
    type Key = Group;

    fn delay() -> Duration {
        DELAY
    }

    fn take(&mut self, db: &Db) -> Vec<(Group, Write)> {
        let (groups, dropped) = self.take_groups();
        if dropped > 0 {
            tracing::warn!(dropped, "too many failed requests: some are not in the request log");
        }
        let write = |group, entries| -> Write { Box::pin(write(db.clone(), group, entries)) };
        groups.into_iter().map(|(group, entries)| (group, write(group, entries))).collect()
    }

    fn has_written(&mut self, group: Group) {
        self.in_flight.remove(&group);
    }

    fn log_failure(error: &dyn Display) {
        tracing::warn!(%error, "failed requests are not in the request log");
    }
}

async fn write(db: Db, (organization, livemode): Group, entries: Vec<Entry>) -> Result<()> {
    let tx = db.begin(Tenant::system(organization, livemode)).await?;
    tx.insert_all(entries.into_iter().map(row)).await?;
    tx.commit().await
}

fn row(entry: Entry) -> ActiveModel {
    let Entry { request_id, occurred_at, livemode: _, refused, user_id, api_key_id } = entry;
    ActiveModel {
        request_id: Set(request_id),
        occurred_at: Set(occurred_at),
        method: Set(refused.method),
        path: Set(refused.path),
        operation_id: Set(refused.operation_id),
        status: Set(refused.status.into()),
        code: Set(refused.code),
        user_id: Set(user_id),
        api_key_id: Set(api_key_id),
        ..Default::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::FailedRequest;
    use super::*;
    use chrono::DateTime;

    fn push(entries: &mut Entries, organization: u128, now: Instant) -> bool {
        let refused = FailedRequest {
            method: "GET".to_owned(),
            path: "/v1/me".to_owned(),
            operation_id: None,
            status: 404,
            code: "not_found".to_owned(),
        };
        let entry = Entry {
            request_id: Uuid::now_v7(),
            occurred_at: DateTime::UNIX_EPOCH,
            livemode: true,
            refused,
            user_id: None,
            api_key_id: None,
        };
        entries.push(OrganizationId(Uuid::from_u128(organization)), entry, now).is_ok()
    }

    #[test]
    fn a_caller_has_a_thousand_entries_an_hour_and_leaves_room_for_others() {
        let (mut entries, begin) = (Entries::default(), Instant::now());
        let hour = Duration::from_secs(3_600);
        let mut kept =
            |organization, now| (0..2_000).filter(|_| push(&mut entries, organization, now)).count();
        assert_eq!(kept(1, begin), 1_000);
        assert_eq!(kept(2, begin), 1_000);
        assert_eq!(kept(1, begin + hour / 2), 0);
        assert_eq!(kept(1, begin + hour), 1_000);
        let (groups, dropped) = entries.take_groups();
        assert_eq!((groups.len(), dropped), (2, 1_000 + 1_000 + 2_000 + 1_000));
        assert!(entries.take_groups().0.is_empty());
    }

    #[test]
    fn a_full_queue_takes_no_more_until_it_is_written() {
        let (mut entries, now) = (Entries::default(), Instant::now());
        assert!((0..WAITING as u128).all(|organization| push(&mut entries, organization, now)));
        assert!(!push(&mut entries, u128::MAX, now));
        assert_eq!(entries.take_groups().0.len(), WAITING);
        assert!(push(&mut entries, u128::MAX, now));
    }
}
