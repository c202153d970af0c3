//! How far a run has come.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Who kills processes breaks connections by the thousand.
const NOTICED_AT_MOST: usize = 100;

#[derive(Default)]
pub struct Tally {
    pub wanted: usize,
    accepted: AtomicUsize,
    done: AtomicUsize,
    retries: AtomicUsize,
    internal_errors: AtomicUsize,
    kills: AtomicUsize,
    requests: AtomicUsize,
    noticed: Mutex<Vec<String>>,
    is_over: AtomicBool,
}

impl Tally {
    #[must_use]
    pub fn of(wanted: usize) -> Self {
        Self { wanted, ..Self::default() }
    }

    pub fn count_accepted(&self) {
        self.accepted.fetch_add(1, Ordering::Relaxed);
    }

    /// A client has seen a turn's end.
    pub fn count_done(&self, turns: usize) {
        self.done.fetch_add(turns, Ordering::Relaxed);
    }

    /// A request was sent again: it was cut off, or refused for the moment.
    pub fn count_retry(&self) {
        self.retries.fetch_add(1, Ordering::Relaxed);
    }

    /// A request was sent, whatever became of it.
    pub fn count_request(&self) {
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    /// A client saw that something is wrong with the server; the first of these are kept.
    pub fn notice(&self, what: String) {
        let mut noticed = self.noticed.lock().unwrap_or_else(PoisonError::into_inner);
        if noticed.len() < NOTICED_AT_MOST {
            noticed.push(what);
        }
    }

    #[must_use]
    pub fn noticed(&self) -> Vec<String> {
        self.noticed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    #[must_use]
    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::Relaxed)
    }

    /// Enough was said.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// Status 500, which nobody should see.
    pub fn count_internal_error(&self) {
        self.internal_errors.fetch_add(1, Ordering::Relaxed);
    }

    pub fn count_kill(&self) {
        self.kills.fetch_add(1, Ordering::Relaxed);
    }

    #[must_use]
    pub fn accepted(&self) -> usize {
        self.accepted.load(Ordering::Relaxed)
    }

    #[must_use]
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    #[must_use]
    pub fn retries(&self) -> usize {
        self.retries.load(Ordering::Relaxed)
    }

    #[must_use]
    pub fn internal_errors(&self) -> usize {
        self.internal_errors.load(Ordering::Relaxed)
    }

    #[must_use]
    pub fn kills(&self) -> usize {
        self.kills.load(Ordering::Relaxed)
    }

    /// From 0 to 1.
    #[must_use]
    pub fn share_done(&self) -> f64 {
        self.done() as f64 / self.wanted.max(1) as f64
    }
}
