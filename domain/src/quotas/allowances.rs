//! How many sessions an organization may still create before they are counted again.
//!
//! To count them for each new session would cost more with every session that is kept. So a process that has counted creates a
//! sixteenth of what is left without counting again: its allowance. If little is left, each new session is counted, one after
//! another under the lock of the organization. So the limit may be exceeded by requests that are under way when others are
//! counted, and by a sixteenth for each process beyond the first.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::TenantKey;

/// If less than this is left, each new session is counted.
const COUNTED_BELOW: i64 = 64;
/// The allowance of one process, as a part of what is left.
const PART: i64 = 16;
/// An organization that uses up its quota is not counted again for this long for each session that it keeps, so that many
/// refused requests do not make the database count all the time: for a second if there are 100,000.
const PAUSE: Duration = Duration::from_micros(10);
/// Of how many tenants the allowance is kept.
const MAX_TENANTS: usize = 10_000;

/// The allowances of this process.
#[derive(Default)]
pub(super) struct SessionAllowances(Mutex<HashMap<TenantKey, Allowance>>);

/// What the last count left.
struct Allowance {
    limit: i64,
    state: State,
}

enum State {
    Left(i64),
    /// All is used, as far as is known until then.
    UsedUp {
        used: i64,
        until: Instant,
    },
}

/// Whether one more session may be created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    Granted,
    Refused {
        used: i64,
    },
    /// The sessions have to be counted.
    Unknown,
}

impl SessionAllowances {
    /// Takes one session from the allowance.
    pub(super) fn take(&self, tenant: TenantKey, limit: i64, now: Instant) -> Admission {
        let mut allowances = self.lock();
        let known = allowances.get_mut(&tenant).filter(|allowance| allowance.limit == limit);
        match known.map(|allowance| &mut allowance.state) {
            Some(State::Left(left)) if *left > 0 => {
                *left -= 1;
                Admission::Granted
            }
            Some(State::UsedUp { used, until }) if now < *until => Admission::Refused { used: *used },
            _ => Admission::Unknown,
        }
    }

    /// Remembers a count. The session that is about to be created is taken from it, if one is left.
    pub(super) fn counted(&self, tenant: TenantKey, limit: i64, used: i64, now: Instant) {
        let left = limit - used;
        let state = match left {
            ..=0 => State::UsedUp { used, until: now + pause(used) },
            1..COUNTED_BELOW => State::Left(0),
            _ => State::Left(left / PART - 1),
        };
        let mut allowances = self.lock();
        if allowances.len() >= MAX_TENANTS {
            allowances.clear();
        }
        allowances.insert(tenant, Allowance { limit, state });
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TenantKey, Allowance>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pause(used: i64) -> Duration {
    PAUSE.saturating_mul(u32::try_from(used).unwrap_or(u32::MAX)).min(Duration::from_secs(1))
}

#[cfg(test)]
mod tests {
    use entity::id::OrganizationId;

    use super::*;

    fn tenant() -> TenantKey {
        TenantKey { organization: OrganizationId::new(), livemode: true }
    }

    fn take(allowances: &SessionAllowances, tenant: TenantKey, limit: i64) -> Admission {
        allowances.take(tenant, limit, Instant::now())
    }

    fn count(allowances: &SessionAllowances, tenant: TenantKey, limit: i64, used: i64) {
        allowances.counted(tenant, limit, used, Instant::now());
    }

    /// How many sessions are granted until they have to be counted.
    fn granted(allowances: &SessionAllowances, tenant: TenantKey, limit: i64) -> i64 {
        let taken = std::iter::repeat_with(|| take(allowances, tenant, limit));
        taken.take_while(|admission| *admission == Admission::Granted).count().try_into().unwrap()
    }

    #[test]
    fn a_process_alone_never_exceeds_the_limit() {
        for limit in [0, 1, 3, 63, 64, 65, 1_000, 12_345] {
            let (allowances, tenant, mut kept, mut counts) = (SessionAllowances::default(), tenant(), 0, 0);
            while kept < limit {
                assert_eq!(take(&allowances, tenant, limit), Admission::Unknown);
                count(&allowances, tenant, limit, kept);
                kept += 1 + granted(&allowances, tenant, limit);
                counts += 1;
            }
            assert_eq!(kept, limit);
            assert!(counts < COUNTED_BELOW + 100, "{counts} counts for {limit} sessions");
        }
    }

    #[test]
    fn each_further_process_exceeds_the_limit_by_a_sixteenth_at_most() {
        let (limit, tenant) = (16_000, tenant());
        let processes: Vec<SessionAllowances> = (0..3).map(|_| SessionAllowances::default()).collect();
        processes.iter().for_each(|allowances| count(allowances, tenant, limit, 0));
        let late: i64 = processes.iter().map(|allowances| granted(allowances, tenant, limit)).sum();
        assert!(late <= 3 * limit / PART, "{late}");
    }

    #[test]
    fn a_refusal_is_repeated_without_counting_until_a_pause_is_over() {
        let (allowances, tenant, now) = (SessionAllowances::default(), tenant(), Instant::now());
        allowances.counted(tenant, 100_000, 100_000, now);
        let just_before = now + Duration::from_millis(999);
        let refused = Admission::Refused { used: 100_000 };
        assert_eq!(allowances.take(tenant, 100_000, just_before), refused);
        assert_eq!(allowances.take(tenant, 100_001, just_before), Admission::Unknown, "the limit was raised");
        assert_eq!(allowances.take(tenant, 100_000, now + Duration::from_secs(1)), Admission::Unknown);
    }

    #[test]
    fn organizations_and_modes_have_allowances_of_their_own() {
        let (allowances, one) = (SessionAllowances::default(), tenant());
        count(&allowances, one, 1_000, 1_000);
        assert_eq!(take(&allowances, TenantKey { livemode: false, ..one }, 1_000), Admission::Unknown);
        assert_eq!(take(&allowances, tenant(), 1_000), Admission::Unknown);
    }
}
