//! Checks of a rolling deployment: clean stops, no failed turn, no error of a client.

use super::{Check, Observations};
use crate::processes::Kind;

/// From the signal to the exit: the grace period, for an API also the time in which it is unready, and two seconds.
const API_SECONDS: f64 = 14.0;
const WORKER_SECONDS: f64 = 22.0;

/// No checks for a run whose processes are killed.
pub fn all(observations: &Observations) -> Vec<Check> {
    let Some(rollout) = &observations.rollout else { return Vec::new() };
    let mut stops = Check::new("a stopped process exits successfully within its grace period + 2 s");
    for stop in &rollout.stops {
        let most = if stop.kind == Kind::Api { API_SECONDS } else { WORKER_SECONDS };
        stops.see(stop.succeeded && stop.seconds <= most, || format!("{stop:?}"));
    }
    stops.see(rollout.stops.len() == rollout.wanted, || {
        format!("{} of {} were stopped", rollout.stops.len(), rollout.wanted)
    });
    let mut failed = Check::new("no turn fails");
    for (_, turn) in observations.turns() {
        failed.see(turn.status == "succeeded", || {
            format!("turn {} {} ({:?})", turn.id, turn.status, turn.error_code)
        });
    }
    let client_errors = Check {
        promise: "no client gets a broken connection or a status of 500 or above",
        examined: rollout.requests,
        violations: rollout.client_errors.clone(),
    };
    vec![stops, failed, client_errors]
}
