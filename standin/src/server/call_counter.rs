//! Counts the calls of each turn, for the latest turns.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

/// How many turns are remembered: more than a test runs at once.
const REMEMBERED: usize = 1_000;

#[derive(Default)]
pub(crate) struct CallCounter(Mutex<VecDeque<(String, u32)>>);

impl CallCounter {
    /// Counts a call and returns how many calls of the same turn came before. A call without a turn is always the first.
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
