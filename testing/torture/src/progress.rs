//! The progress of a run: counters of turns, requests, retries, kills and errors.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The number of client errors that are kept. Kills break connections by the thousand.
const MOST_CLIENT_ERRORS: usize = 100;

#[derive(Default)]
pub struct Progress {
    /// The turns that all clients together are to start.
    pub wanted: usize,
    pub accepted: Counter,
    /// Turns whose end a client has received.
    pub done: Counter,
    /// Requests that were sent, whatever their outcome.
    pub requests: Counter,
    /// Requests that were sent again, because the connection broke or they were refused temporarily.
    pub retries: Counter,
    /// Responses with status 500.
    pub internal_errors: Counter,
    pub kills: Counter,
    /// Kills while a batch of that kind of process was between its send and its answer.
    pub kills_in_batches: Counter,
    client_errors: Mutex<Vec<String>>,
    is_over: AtomicBool,
}

#[derive(Default)]
pub struct Counter(AtomicUsize);

impl Counter {
    pub fn increment(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    #[must_use]
    pub fn get(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

impl Progress {
    #[must_use]
    pub fn new(wanted: usize) -> Self {
        Self { wanted, ..Self::default() }
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

    /// The clients are to send no further messages.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// The share of ended turns, from 0 to 1.
    #[must_use]
    pub fn share_done(&self) -> f64 {
        self.done.get() as f64 / self.wanted.max(1) as f64
    }
}
