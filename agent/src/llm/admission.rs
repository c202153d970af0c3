//! Decides whether a call may be sent: the circuit breaker and the retry budget, shared by all clones of an agent.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

use super::{
    breaker::{Availability, Breaker, CallToken},
    retry_budget::RetryBudget,
};
use crate::{Fault, Settings};

/// The delay before a retry while other calls probe the model.
const WHILE_PROBING: Duration = Duration::from_secs(1);

#[derive(Clone, Debug)]
pub(crate) struct Admission {
    breaker: Arc<Mutex<Breaker>>,
    budget: Arc<Mutex<RetryBudget>>,
    model: String,
}

impl Admission {
    pub fn new(settings: &Settings) -> Admission {
        Admission {
            breaker: Arc::new(Mutex::new(Breaker::new(settings.breaker.clone()))),
            budget: Arc::new(Mutex::new(RetryBudget::new(settings.spare_retries))),
            model: settings.model.clone(),
        }
    }

    pub fn availability(&self) -> Availability {
        lock(&self.breaker).availability(Instant::now())
    }

    pub fn may_retry(&self) -> bool {
        lock(&self.budget).take(Instant::now())
    }

    /// Admits and counts a call. Errors: [`Fault::Unavailable`].
    pub fn admit(&self) -> Result<Permit<'_>, Fault> {
        let now = Instant::now();
        let mut breaker = lock(&self.breaker);
        let Some(token) = breaker.admit(now) else {
            let retry_after = match breaker.availability(now) {
                Availability::Open { until } => until.duration_since(now),
                _ => WHILE_PROBING,
            };
            return Err(Fault::Unavailable { retry_after });
        };
        drop(breaker);
        lock(&self.budget).called(now);
        Ok(Permit { admission: self, token: Some(token) })
    }
}

/// An admitted call. Dropped without a record, it counts neither as a success nor as a failure.
pub(crate) struct Permit<'a> {
    admission: &'a Admission,
    token: Option<CallToken>,
}

impl Permit<'_> {
    /// Records whether the model answered, with whatever content.
    pub fn record(mut self, success: bool) {
        let Some(token) = self.token.take() else {
            return;
        };
        let mut breaker = lock(&self.admission.breaker);
        if !breaker.record(token, Instant::now(), success) {
            return;
        }
        drop(breaker);
        if success {
            tracing::info!(
                model = self.admission.model,
                "the circuit breaker closes: the model answers again"
            );
        } else {
            tracing::error!(
                model = self.admission.model,
                "the circuit breaker opens: the model keeps failing"
            );
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if let Some(token) = self.token.take() {
            lock(&self.admission.breaker).release(token);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
