//! The progress of a run: counters of turns, requests, retries, kills and errors.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The number of client errors that are kept. Kills break connections by the thousand.
const MOST_CLIENT_ERRORS: usize = 100;

#[derive(Default)]
pub struct Progress {
    pub wanted: usize,
    accepted: AtomicUsize,
    done: AtomicUsize,
    retries: AtomicUsize,
    internal_errors: AtomicUsize,
    kills: AtomicUsize,
    requests: AtomicUsize,
    client_errors: Mutex<Vec<String>>,
    is_over: AtomicBool,
}

impl Progress {
    #[must_use]
    pub fn new(wanted: usize) -> Self {
        Self { wanted, ..Self::default() }
    }

    pub fn count_accepted(&self) {
        self.accepted.fetch_add(1, Ordering::Relaxed);
    }

    /// A client has received the end of this many turns.
    pub fn count_done(&self, turns: usize) {
        self.done.fetch_add(turns, Ordering::Relaxed);
    }

    /// A request was sent again, because its connection broke or it was refused temporarily.
    pub fn count_retry(&self) {
        self.retries.fetch_add(1, Ordering::Relaxed);
    }

    /// A request was sent, whatever its outcome.
    pub fn count_request(&self) {
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    /// A client got a broken connection or a server error. The first of these are kept.
    pub fn record_client_error(&self, error: String) {
        let mut errors = self.client_errors.lock().unwrap_or_else(PoisonError::into_inner);
        if errors.len() < MOST_CLIENT_ERRORS {
            errors.push(error);
        }
    }

    #[must_use]
    pub fn client_errors(&self) -> Vec<String> {
        self.client_errors.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    #[must_use]
    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::Relaxed)
    }

    /// The clients are to send no further messages.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// A response had status 500.
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

    /// The share of ended turns, from 0 to 1.
    #[must_use]
    pub fn share_done(&self) -> f64 {
        self.done() as f64 / self.wanted.max(1) as f64
    }
}
