//! The entries that wait to be written, together, after their responses.
//!
//! Callers cause them at no cost. So what one of them has too much of is dropped before it takes the place of others.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use entity::id::OrganizationId;
use entity::request_log_entry::ActiveModel;
use hashlink::LruCache;
use sea_orm::Set;
use tokio::sync::watch;
use uuid::Uuid;

use super::Entry;
use crate::db::Db;
use crate::error::Result;
use crate::tenant::Tenant;

/// How long entries wait for others.
const DELAY: Duration = Duration::from_secs(1);
/// How many entries a caller may have in an hour. More are dropped.
const HOURLY: u32 = 1_000;
/// How many entries of all callers may wait. More are dropped.
const WAITING: usize = 10_000;
/// How many callers are counted; the least recent one makes room.
const COUNTED: usize = 10_000;
const HOUR: Duration = Duration::from_secs(3_600);
/// How long a reader of the log waits for entries that are being written.
const WAIT_LIMIT: Duration = Duration::from_secs(2);

/// Entries of one organization and mode are written in one transaction.
pub(super) type Group = (OrganizationId, bool);
/// The group, and the id of the key or the person.
type Caller = (Group, Option<Uuid>);

/// Writes entries once a second. Cheap to clone.
#[derive(Clone)]
pub(crate) struct RequestLogQueue {
    waiting: Arc<Mutex<Waiting>>,
    /// Counts the groups that were written, or failed to be.
    written: watch::Sender<u64>,
}

struct Waiting {
    groups: HashMap<Group, Vec<Entry>>,
    /// Those that are being written.
    in_flight: HashSet<Group>,
    /// How many entries wait.
    count: usize,
    dropped: u64,
    is_writing: bool,
    counts: LruCache<Caller, Count>,
}

/// The entries of one caller.
struct Count {
    of_this_hour: u32,
    hour_began: Instant,
}

impl Default for RequestLogQueue {
    fn default() -> Self {
        Self { waiting: Arc::default(), written: watch::Sender::new(0) }
    }
}

impl RequestLogQueue {
    pub fn write_later(&self, db: &Db, organization: OrganizationId, entry: Entry) {
        let mut waiting = self.lock();
        let is_kept = waiting.push(organization, entry, Instant::now());
        if is_kept && !std::mem::replace(&mut waiting.is_writing, true) {
            tokio::spawn(self.clone().write_all(db.clone()));
        }
    }

    async fn write_all(self, db: Db) {
        loop {
            tokio::time::sleep(DELAY).await;
            let Some((groups, dropped)) = self.lock().take() else { return };
            if dropped > 0 {
                tracing::warn!(dropped, "too many failed requests: some are not in the request log");
            }
            for (group, entries) in groups {
                // A task of its own, so that a panic keeps no other entry from being written.
                match tokio::spawn(write(db.clone(), group, entries)).await {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => tracing::warn!(%error, "failed requests are not in the request log"),
                    Err(error) => tracing::error!(%error, "failed requests are not in the request log"),
                }
                self.lock().in_flight.remove(&group);
                self.written.send_modify(|written| *written += 1);
            }
        }
    }

    /// Waits until what waits of this group is written, at most two seconds.
    pub async fn written(&self, group: Group) {
        let mut written = self.written.subscribe();
        // Neither a timeout nor an error matters: the sender lives as long as `self`.
        let _ = tokio::time::timeout(WAIT_LIMIT, written.wait_for(|_| !self.lock().has(group))).await;
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Waiting {
    fn default() -> Self {
        Self {
            groups: HashMap::new(),
            in_flight: HashSet::new(),
            count: 0,
            dropped: 0,
            is_writing: false,
            counts: LruCache::new(COUNTED),
        }
    }
}

impl Waiting {
    /// Returns whether the entry waits; if not, it is dropped.
    fn push(&mut self, organization: OrganizationId, entry: Entry, now: Instant) -> bool {
        let group = (organization, entry.livemode);
        let caller = entry.api_key_id.map(|key| key.0).or(entry.user_id.map(|user| user.0));
        let new = || Count { of_this_hour: 0, hour_began: now };
        let count = self.counts.entry((group, caller)).or_insert_with(new);
        if now.duration_since(count.hour_began) >= HOUR {
            *count = new();
        }
        if count.of_this_hour >= HOURLY || self.count >= WAITING {
            self.dropped += 1;
            return false;
        }
        count.of_this_hour += 1;
        self.count += 1;
        self.groups.entry(group).or_default().push(entry);
        true
    }

    /// What is to be written now, and how many were dropped. `None` ends the writing.
    fn take(&mut self) -> Option<(HashMap<Group, Vec<Entry>>, u64)> {
        self.is_writing = self.count > 0;
        self.count = 0;
        self.in_flight.extend(self.groups.keys());
        self.is_writing.then(|| (std::mem::take(&mut self.groups), std::mem::take(&mut self.dropped)))
    }

    /// Whether entries of the group wait or are being written.
    fn has(&self, group: Group) -> bool {
        self.groups.contains_key(&group) || self.in_flight.contains(&group)
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

    fn push(waiting: &mut Waiting, organization: u128, now: Instant) -> bool {
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
        waiting.push(OrganizationId(Uuid::from_u128(organization)), entry, now)
    }

    #[test]
    fn a_caller_has_a_thousand_entries_an_hour_and_leaves_room_for_others() {
        let (mut waiting, begin) = (Waiting::default(), Instant::now());
        let mut kept =
            |organization, now| (0..2_000).filter(|_| push(&mut waiting, organization, now)).count();
        assert_eq!(kept(1, begin), 1_000);
        assert_eq!(kept(2, begin), 1_000);
        assert_eq!(kept(1, begin + HOUR / 2), 0);
        assert_eq!(kept(1, begin + HOUR), 1_000);
        let (groups, dropped) = waiting.take().unwrap();
        assert_eq!((groups.len(), dropped), (2, 1_000 + 1_000 + 2_000 + 1_000));
        assert!(waiting.take().is_none() && !waiting.is_writing);
    }

    #[test]
    fn a_full_queue_takes_no_more_until_it_is_written() {
        let (mut waiting, now) = (Waiting::default(), Instant::now());
        assert!((0..WAITING as u128).all(|organization| push(&mut waiting, organization, now)));
        assert!(!push(&mut waiting, u128::MAX, now));
        assert!(waiting.take().is_some());
        assert!(push(&mut waiting, u128::MAX, now));
    }
}
