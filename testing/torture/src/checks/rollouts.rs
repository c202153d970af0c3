//! What a rolling deployment may cost: nothing that a client or a turn would notice.

use super::{Check, Material};
use crate::fleet::Kind;

/// From the signal to the end: what the pieces give what is in flight, the time in which an API says that it leaves,
/// and two seconds.
const API_SECONDS: f64 = 14.0;
const WORKER_SECONDS: f64 = 22.0;

/// None of a run whose processes are killed instead.
pub fn all(material: &Material) -> Vec<Check> {
    let Some(rollout) = &material.rollout else { return Vec::new() };
    let mut stops = Check::new("who is told to stop ends well and within its grace + 2 s");
    for stop in &rollout.stops {
        let most = if stop.kind == Kind::Api { API_SECONDS } else { WORKER_SECONDS };
        stops.see(stop.is_well && stop.seconds <= most, || format!("{stop:?}"));
    }
    stops.see(rollout.stops.len() == rollout.wanted, || {
        format!("{} of {} were stopped", rollout.stops.len(), rollout.wanted)
    });
    let mut failed = Check::new("no turn fails");
    for (_, turn) in material.turns() {
        failed.see(turn.status == "succeeded", || {
            format!("turn {} {} ({:?})", turn.id, turn.status, turn.error_code)
        });
    }
    let noticed = Check {
        promise: "no client sees a connection break or a status of 500 and more",
        examined: rollout.requests,
        violations: rollout.noticed.clone(),
    };
    vec![stops, failed, noticed]
}
