//! How far a run has come.

use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Default)]
pub struct Tally {
    pub wanted: usize,
    accepted: AtomicUsize,
    done: AtomicUsize,
    retries: AtomicUsize,
    internal_errors: AtomicUsize,
    kills: AtomicUsize,
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
