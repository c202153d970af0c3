//! Which of the waiting writes form the next batch.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{Batchable, Waiting};

/// The batch holds the locks of its sessions until its commit, so it has limits.
const MAX_WRITES: usize = 64;
const MAX_BYTES: usize = 1_000_000;
/// Of one organization, while writes of others wait.
const MAX_OF_ORGANIZATION: usize = 16;

/// Takes the next batch: in the order of arrival, no session twice.
pub(super) fn next<W: Batchable>(waiting: &mut VecDeque<Waiting<W>>) -> Vec<Waiting<W>> {
    let mut choice = Choice::default();
    // What the organizations' limit leaves out fills the rest of the batch.
    for limit in [MAX_OF_ORGANIZATION, MAX_WRITES] {
        for (place, waiting) in waiting.iter().enumerate() {
            if !choice.has_room() {
                break;
            }
            choice.consider(place, &waiting.write, limit);
        }
    }
    let mut taken = Vec::with_capacity(choice.places.len());
    let mut left = VecDeque::with_capacity(waiting.len() - choice.places.len());
    for (place, waiting) in waiting.drain(..).enumerate() {
        if choice.places.contains(&place) { taken.push(waiting) } else { left.push_back(waiting) }
    }
    *waiting = left;
    taken
}

#[derive(Default)]
struct Choice {
    places: HashSet<usize>,
    sessions: HashSet<super::SessionKey>,
    of_organization: HashMap<entity::id::OrganizationId, usize>,
    bytes: usize,
    is_full: bool,
}

impl Choice {
    fn has_room(&self) -> bool {
        !self.is_full && self.places.len() < MAX_WRITES
    }

    fn consider<W: Batchable>(&mut self, place: usize, write: &W, limit: usize) {
        let key = write.session();
        let is_repeated = !W::MAY_REPEAT && self.sessions.contains(&key);
        let of_organization = self.of_organization.entry(key.organization).or_default();
        if *of_organization >= limit || is_repeated || self.places.contains(&place) {
            return;
        }
        // A write of any size goes alone.
        if !self.places.is_empty() && self.bytes + write.bytes() > MAX_BYTES {
            self.is_full = true;
            return;
        }
        *of_organization += 1;
        self.bytes += write.bytes();
        self.sessions.insert(key);
        self.places.insert(place);
    }
}
