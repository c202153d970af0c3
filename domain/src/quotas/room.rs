//! How many sessions an organization may still create before they are counted again.
//!
//! To count them for each new session would cost more with every session that is kept. So a process that has counted creates a
//! sixteenth of what is left without counting again. If little is left, each new session is counted, one after another under
//! the lock of the organization. So the limit may be exceeded by requests that are under way when others are counted, and by a
//! sixteenth for each process beyond the first.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use entity::id::OrganizationId;
use tokio::time::Instant;

/// If less than this is left, each new session is counted.
const LITTLE: i64 = 64;
/// What one process may use without counting again, as a part of what is left.
const PART: i64 = 16;
/// An organization that uses up its quota is not counted again for this long for each session that it keeps, so that many
/// refused requests do not make the database count all the time: for a second if there are 100,000.
const PAUSE: Duration = Duration::from_micros(10);
/// Of how many tenants the room is kept.
const MAX_TENANTS: usize = 10_000;

/// Whose sessions are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Tenancy {
    pub organization: OrganizationId,
    pub livemode: bool,
}

/// The rooms of this process.
#[derive(Default)]
pub(super) struct SessionRoom(Mutex<HashMap<Tenancy, Room>>);

/// What the last count left.
struct Room {
    limit: i64,
    state: State,
}

enum State {
    Left(i64),
    /// All is used, as far as is known until then.
    Full {
        used: i64,
        until: Instant,
    },
}

/// What is known of the place of one more session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Granted,
    Refused {
        used: i64,
    },
    /// The sessions have to be counted.
    Unknown,
}

impl SessionRoom {
    /// Takes the place of one session.
    pub(super) fn take(&self, tenancy: Tenancy, limit: i64, now: Instant) -> Place {
        let mut rooms = self.lock();
        match rooms.get_mut(&tenancy).filter(|room| room.limit == limit).map(|room| &mut room.state) {
            Some(State::Left(left)) if *left > 0 => {
                *left -= 1;
                Place::Granted
            }
            Some(State::Full { used, until }) if now < *until => Place::Refused { used: *used },
            _ => Place::Unknown,
        }
    }

    /// Remembers a count. The session that is about to be created takes its place, if there is one.
    pub(super) fn counted(&self, tenancy: Tenancy, limit: i64, used: i64, now: Instant) {
        let left = limit - used;
        let state = match left {
            ..=0 => State::Full { used, until: now + pause(used) },
            1..LITTLE => State::Left(0),
            _ => State::Left(left / PART - 1),
        };
        let mut rooms = self.lock();
        if rooms.len() >= MAX_TENANTS {
            rooms.clear();
        }
        rooms.insert(tenancy, Room { limit, state });
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Tenancy, Room>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pause(used: i64) -> Duration {
    PAUSE.saturating_mul(u32::try_from(used).unwrap_or(u32::MAX)).min(Duration::from_secs(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenancy() -> Tenancy {
        Tenancy { organization: OrganizationId::new(), livemode: true }
    }

    fn take(rooms: &SessionRoom, tenancy: Tenancy, limit: i64) -> Place {
        rooms.take(tenancy, limit, Instant::now())
    }

    fn count(rooms: &SessionRoom, tenancy: Tenancy, limit: i64, used: i64) {
        rooms.counted(tenancy, limit, used, Instant::now());
    }

    /// How many places are granted until the sessions have to be counted.
    fn granted(rooms: &SessionRoom, tenancy: Tenancy, limit: i64) -> i64 {
        let places = std::iter::repeat_with(|| take(rooms, tenancy, limit));
        places.take_while(|place| *place == Place::Granted).count().try_into().unwrap()
    }

    #[test]
    fn a_process_alone_never_exceeds_the_limit() {
        for limit in [0, 1, 3, 63, 64, 65, 1_000, 12_345] {
            let (rooms, tenancy, mut kept, mut counts) = (SessionRoom::default(), tenancy(), 0, 0);
            while kept < limit {
                assert_eq!(take(&rooms, tenancy, limit), Place::Unknown);
                count(&rooms, tenancy, limit, kept);
                kept += 1 + granted(&rooms, tenancy, limit);
                counts += 1;
            }
            assert_eq!(kept, limit);
            assert!(counts < LITTLE + 100, "{counts} counts for {limit} sessions");
        }
    }

    #[test]
    fn each_further_process_exceeds_the_limit_by_a_sixteenth_at_most() {
        let (limit, tenancy) = (16_000, tenancy());
        let idle: Vec<SessionRoom> = (0..3).map(|_| SessionRoom::default()).collect();
        idle.iter().for_each(|rooms| count(rooms, tenancy, limit, 0));
        let late: i64 = idle.iter().map(|rooms| granted(rooms, tenancy, limit)).sum();
        assert!(late <= 3 * limit / PART, "{late}");
    }

    #[test]
    fn a_refusal_is_repeated_without_counting_until_a_pause_is_over() {
        let (rooms, tenancy, now) = (SessionRoom::default(), tenancy(), Instant::now());
        rooms.counted(tenancy, 100_000, 100_000, now);
        let just_before = now + Duration::from_millis(999);
        assert_eq!(rooms.take(tenancy, 100_000, just_before), Place::Refused { used: 100_000 });
        assert_eq!(rooms.take(tenancy, 100_001, just_before), Place::Unknown, "the limit was raised");
        assert_eq!(rooms.take(tenancy, 100_000, now + Duration::from_secs(1)), Place::Unknown);
    }

    #[test]
    fn organizations_and_modes_have_rooms_of_their_own() {
        let (rooms, one) = (SessionRoom::default(), tenancy());
        count(&rooms, one, 1_000, 1_000);
        assert_eq!(take(&rooms, Tenancy { livemode: false, ..one }, 1_000), Place::Unknown);
        assert_eq!(take(&rooms, tenancy(), 1_000), Place::Unknown);
    }
}
