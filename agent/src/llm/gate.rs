//! Who may call the model now: the breaker and the budget of retries, shared by all clones of an agent.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

use super::{
    breaker::{Availability, Breaker, Ticket},
    budget::Budget,
};
use crate::{Fault, Settings};

/// How long to wait for the probes of others.
const WHILE_PROBING: Duration = Duration::from_secs(1);

#[derive(Clone, Debug)]
pub(crate) struct Gate {
    breaker: Arc<Mutex<Breaker>>,
    budget: Arc<Mutex<Budget>>,
    model: String,
}

impl Gate {
    pub fn new(settings: &Settings) -> Gate {
        Gate {
            breaker: Arc::new(Mutex::new(Breaker::new(settings.breaker.clone()))),
            budget: Arc::new(Mutex::new(Budget::new(settings.spare_retries))),
            model: settings.model.clone(),
        }
    }

    pub fn availability(&self) -> Availability {
        lock(&self.breaker).availability(Instant::now())
    }

    pub fn may_retry(&self) -> bool {
        lock(&self.budget).take(Instant::now())
    }

    /// Counts a call and lets it through. Errors: [`Fault::Unavailable`].
    pub fn admit(&self) -> Result<Permit<'_>, Fault> {
        let now = Instant::now();
        let mut breaker = lock(&self.breaker);
        let Some(ticket) = breaker.admit(now) else {
            let retry_after = match breaker.availability(now) {
                Availability::Open { until } => until.duration_since(now),
                _ => WHILE_PROBING,
            };
            return Err(Fault::Unavailable { retry_after });
        };
        drop(breaker);
        lock(&self.budget).called(now);
        Ok(Permit { gate: self, ticket: Some(ticket) })
    }
}

/// One call that was let through. Dropped unsettled, it says nothing about the model.
pub(crate) struct Permit<'a> {
    gate: &'a Gate,
    ticket: Option<Ticket>,
}

impl Permit<'_> {
    /// Whether the model answered; what it answered does not matter here.
    pub fn settle(mut self, went_well: bool) {
        let Some(ticket) = self.ticket.take() else {
            return;
        };
        let mut breaker = lock(&self.gate.breaker);
        if !breaker.record(ticket, Instant::now(), went_well) {
            return;
        }
        drop(breaker);
        if went_well {
            tracing::info!(model = self.gate.model, "the model works again");
        } else {
            tracing::error!(model = self.gate.model, "the model keeps failing and is left alone for a while");
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if let Some(ticket) = self.ticket.take() {
            lock(&self.gate.breaker).release(ticket);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
