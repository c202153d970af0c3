//! Decides whether a call may be sent, first for its organization and then for the model: circuit breakers and retry
//! budgets, shared by all clones of an agent.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::Instant;
use uuid::Uuid;

use super::{
    breaker::{Breaker, BreakerSettings, CallToken, State},
    outage::{Outage, Probe},
    retry_budget::RetryBudget,
};
use crate::{Fault, Settings};

/// The delay before a retry while other calls probe the model.
const WHILE_PROBING: Duration = Duration::from_secs(1);
/// Of this many organizations the spare retries may be used at the same time.
const SPARE_OF_ORGANIZATIONS: u32 = 10;

/// Whether calls are sent to the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// Calls are sent, except those of [`crate::Agent::limits`].
    Closed,
    /// The model fails for several organizations: `free` more calls may be sent now, as probes.
    Open { free: u32 },
}

/// How many calls of an organization may be sent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrganizationLimit {
    pub organization: Uuid,
    pub calls: u32,
}

#[derive(Clone, Debug)]
pub(crate) struct Admission {
    state: Arc<Mutex<Admitted>>,
    model: String,
}

/// The state of all organizations.
#[derive(Debug)]
struct Admitted {
    breaker: BreakerSettings,
    spare_retries: u32,
    outage: Outage,
    /// Bounds the retries of all organizations together: those of many that fail a little would multiply the load.
    budget: RetryBudget,
    organizations: HashMap<Uuid, Organization>,
    /// When organizations without recent calls were last forgotten.
    forgot_at: Instant,
}

#[derive(Debug)]
struct Organization {
    breaker: Breaker,
    budget: RetryBudget,
    used_at: Instant,
}

impl Admission {
    pub fn new(settings: &Settings) -> Admission {
        let admitted = Admitted {
            breaker: settings.breaker.clone(),
            spare_retries: settings.spare_retries,
            outage: Outage::new(settings.breaker.clone()),
            budget: RetryBudget::new(SPARE_OF_ORGANIZATIONS * settings.spare_retries),
            organizations: HashMap::new(),
            forgot_at: Instant::now(),
        };
        Admission { state: Arc::new(Mutex::new(admitted)), model: settings.model.clone() }
    }

    pub fn availability(&self) -> Availability {
        self.lock().outage.free().map_or(Availability::Closed, |free| Availability::Open { free })
    }

    /// The organizations whose calls are held back now, by their own breaker or by the model's.
    pub fn limits(&self) -> Vec<OrganizationLimit> {
        let (now, state) = (Instant::now(), self.lock());
        let held_back = state.outage.held_back(now).into_iter().map(|id| (id, 0));
        let own = state.organizations.iter().filter_map(|(id, organization)| {
            let calls = match organization.breaker.state(now) {
                State::Closed => return None,
                State::Open { .. } => 0,
                State::Probing { free } => free,
            };
            Some((*id, calls))
        });
        let mut limits = HashMap::<Uuid, u32>::new();
        for (id, calls) in own.chain(held_back) {
            limits.entry(id).and_modify(|known| *known = calls.min(*known)).or_insert(calls);
        }
        limits.into_iter().map(|(organization, calls)| OrganizationLimit { organization, calls }).collect()
    }

    pub fn may_retry(&self, organization: Uuid) -> bool {
        let (now, mut state) = (Instant::now(), self.lock());
        state.organization(organization, now).budget.take(now) && state.budget.take(now)
    }

    /// Admits and counts a call. Errors: [`Fault::Unavailable`].
    pub fn admit(&self, organization: Uuid) -> Result<Permit<'_>, Fault> {
        let now = Instant::now();
        let admitted = self.lock().admit(organization, now).map_err(|wait| {
            let retry_after = if wait.is_zero() { WHILE_PROBING } else { wait };
            Fault::Unavailable { retry_after }
        })?;
        Ok(Permit { admission: self, organization, since: now, admitted: Some(admitted) })
    }

    fn lock(&self) -> MutexGuard<'_, Admitted> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Admitted {
    fn admit(&mut self, id: Uuid, now: Instant) -> Result<(CallToken, Probe), Duration> {
        self.forget_idle(now);
        let probe = self.outage.admit(id, now)?;
        let organization = self.organization(id, now);
        if let Some(token) = organization.breaker.admit(now) {
            organization.budget.called(now);
            self.budget.called(now);
            return Ok((token, probe));
        }
        let wait = match organization.breaker.state(now) {
            State::Open { until } => until.duration_since(now),
            State::Closed | State::Probing { .. } => Duration::ZERO,
        };
        self.outage.released(id, probe);
        Err(wait)
    }

    fn organization(&mut self, id: Uuid, now: Instant) -> &mut Organization {
        let organization = self.organizations.entry(id).or_insert_with(|| Organization {
            breaker: Breaker::new(self.breaker.clone()),
            budget: RetryBudget::new(self.spare_retries),
            used_at: now,
        });
        organization.used_at = now;
        organization
    }

    /// Forgets organizations whose calls do not count any more, so that memory does not grow with the customers.
    fn forget_idle(&mut self, now: Instant) {
        let span = self.breaker.window + self.breaker.open_for;
        if now.duration_since(self.forgot_at) >= span {
            self.organizations.retain(|_, organization| now.duration_since(organization.used_at) < span);
            self.forgot_at = now;
        }
    }

    fn record(&mut self, call: Call, now: Instant) -> [Option<bool>; 2] {
        let Call { organization, since, admitted: (token, probe), success } = call;
        let own = self.organization(organization, now).breaker.record(token, now, success);
        let everybody = if success {
            self.outage.succeeded(organization, probe, now)
        } else {
            self.outage.failed(organization, probe, since, now)
        };
        [own, everybody].map(|changed| changed.then_some(success))
    }
}

/// A call that has ended.
struct Call {
    organization: Uuid,
    since: Instant,
    admitted: (CallToken, Probe),
    success: bool,
}

/// An admitted call. Dropped without a record, it counts neither as a success nor as a failure.
pub(crate) struct Permit<'a> {
    admission: &'a Admission,
    organization: Uuid,
    since: Instant,
    admitted: Option<(CallToken, Probe)>,
}

impl Permit<'_> {
    /// Records whether the model answered, with whatever content.
    pub fn record(mut self, success: bool) {
        let Some(admitted) = self.admitted.take() else {
            return;
        };
        let call = Call { organization: self.organization, since: self.since, admitted, success };
        let [own, everybody] = self.admission.lock().record(call, Instant::now());
        let (model, organization) = (&self.admission.model, self.organization);
        match own {
            Some(true) => tracing::info!(model, %organization, "an organization's circuit breaker closes"),
            Some(false) => {
                tracing::warn!(model, %organization, "an organization's circuit breaker opens: its calls keep failing");
            }
            None => {}
        }
        match everybody {
            Some(true) => tracing::info!(model, "the circuit breaker closes: the model answers again"),
            Some(false) => {
                tracing::error!(
                    model,
                    "the circuit breaker opens: the model fails for several organizations"
                );
            }
            None => {}
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if let Some((token, probe)) = self.admitted.take() {
            let (mut state, now) = (self.admission.lock(), Instant::now());
            state.organization(self.organization, now).breaker.release(token);
            state.outage.released(self.organization, probe);
        }
    }
}

#[cfg(test)]
#[path = "admission_tests.rs"]
mod tests;
