//! How many calls of a turn there have been, of the turns that came last.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

/// More turns than a test has under way at once.
const REMEMBERED: usize = 1_000;

#[derive(Default)]
pub(super) struct Calls(Mutex<VecDeque<(String, u32)>>);

impl Calls {
    /// Counts a call; how many of the same turn came before. One that names no turn is always a first.
    pub fn count(&self, turn: &str) -> u32 {
        if turn.is_empty() {
            return 0;
        }
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, count)) = calls.iter_mut().find(|(known, _)| known == turn) {
            *count += 1;
            return *count - 1;
        }
        calls.push_back((turn.to_owned(), 1));
        if calls.len() > REMEMBERED {
            calls.pop_front();
        }
        0
    }
}
