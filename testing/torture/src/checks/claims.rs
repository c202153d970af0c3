//! Checks of claims: epochs, counts, lost leases, and how soon a dead worker's turns run again.

use std::collections::HashMap;

use super::rows::{Event, Session, Turn};
use super::{Check, Observations};
use crate::clock::Span;
use crate::model::Call;

/// A dead worker's turn runs again, or has failed, within this many seconds after its lease.
const RECLAIM_SECONDS: f64 = 2.0;
const MOST_CALLS: usize = 3;
/// PostgreSQL still runs a statement that a worker sent before it was killed, so a claim of which no call is known may be this
/// much later than the kill.
const LAST_STATEMENT_SECONDS: f64 = 0.1;

type Calls<'a> = HashMap<(usize, usize), Vec<&'a Call>>;

pub fn all(observations: &Observations) -> Vec<Check> {
    let calls = observations.calls_by_label();
    let mut epochs = Check::new("I6 each claim has an epoch of its own");
    let mut owners = Check::new("I6 the reply is that of the last claim");
    let mut counts = Check::new("I7 at most 3 calls of the model, at most 3 claims");
    let mut reasons = Check::new("no claim was lost without a reason");
    for (session, turn) in observations.turns() {
        check_epoch(&mut epochs, session, turn);
        check_owner(&mut owners, observations, session, turn);
        check_counts(&mut counts, &calls, turn);
        check_reasons(&mut reasons, observations, &calls, session, turn);
    }
    let mut soon = Check::new("turns of killed workers run again within lease + 2 s");
    for seconds in reclaims(observations) {
        soon.see(seconds <= f64::from(observations.lease_seconds) + RECLAIM_SECONDS, || {
            format!("after {seconds:.2} s")
        });
    }
    vec![epochs, owners, counts, reasons, soon]
}

fn check_epoch(epochs: &mut Check, session: &Session, turn: &Turn) {
    let claims = session.events_of(turn.id).filter(|event| event.kind == "turn.running");
    let attempts: Vec<i32> = claims.filter_map(|event| event.attempt).collect();
    let holds = attempts.iter().copied().eq(1..=attempts.len() as i32) && turn.epoch == attempts.len() as i32;
    epochs.see(holds, || format!("turn {}: claims {attempts:?}, epoch {}", turn.id, turn.epoch));
}

/// The committed completion was requested under the last claim of the turn.
fn check_owner(owners: &mut Check, observations: &Observations, session: &Session, turn: &Turn) {
    let last = session.events_of(turn.id).filter(|event| event.kind == "turn.running").last();
    let (Some(claim), Some(call)) = (last, turn.call.and_then(|call| observations.calls.get(call))) else {
        return;
    };
    owners.see(call.at >= claim.at, || {
        format!(
            "turn {}: its completion was requested {:.3} s before its last claim",
            turn.id,
            claim.at - call.at
        )
    });
}

fn check_counts(counts: &mut Check, calls: &Calls, turn: &Turn) {
    let label = turn.label().and_then(|label| calls.get(&label));
    let made = label.map_or(0, |calls| calls.iter().filter(|call| !call.hung_up).count());
    let most = MOST_CALLS as i32;
    counts.see(made <= MOST_CALLS && turn.llm_calls <= most && turn.claims <= most, || {
        format!("turn {}: {} claims, {} calls counted, {made} made", turn.id, turn.claims, turn.llm_calls)
    });
}

/// The claims that a turn has lost: from the claim to the loss.
fn losses<'a>(session: &'a Session, turn: &'a Turn) -> Vec<Span> {
    let events: Vec<&Event> = session.events_of(turn.id).collect();
    let mut losses = Vec::new();
    let mut claimed_at = None;
    for (index, event) in events.iter().enumerate() {
        let was_given_back =
            index > 0 && events[index - 1].kind == "text.reset" && events[index - 1].at == event.at;
        let is_lost = match event.kind.as_str() {
            "turn.queued" => event.attempt > Some(1) && !was_given_back,
            "turn.failed" => turn.error_code.as_deref() == Some("worker_lost"),
            _ => false,
        };
        match claimed_at {
            Some(from) if is_lost => losses.push(Span { from, to: event.at }),
            _ => {}
        }
        if event.kind == "turn.running" {
            claimed_at = Some(event.at);
        }
    }
    losses
}

/// The worker that called the model for a turn during this time.
fn worker_of(calls: &Calls, turn: &Turn, during: Span) -> Option<usize> {
    let calls = calls.get(&turn.label()?)?;
    let call = calls.iter().rfind(|call| (during.from..=during.to).contains(&call.at))?;
    Some(call.worker)
}

fn check_reasons(
    reasons: &mut Check,
    observations: &Observations,
    calls: &Calls,
    session: &Session,
    turn: &Turn,
) {
    for loss in losses(session, turn) {
        let worker = worker_of(calls, turn, loss);
        let is_interrupted = observations.interruptions.iter().any(|interruption| {
            // After a kill and a restart the worker is another one, so only the moment of the kill counts.
            let killed_at = interruption.span.from;
            let late = if worker.is_none() { LAST_STATEMENT_SECONDS } else { 0.0 };
            let span = if interruption.is_kill {
                Span { from: killed_at, to: killed_at + late }
            } else {
                interruption.span
            };
            worker.is_none_or(|worker| worker == interruption.worker) && span.overlaps(loss)
        });
        reasons.see(is_interrupted || observations.was_stalled(loss), || {
            format!("turn {} was taken from worker {worker:?} after {:.2} s", turn.id, loss.seconds())
        });
    }
}

/// For each turn of a killed worker, the seconds from the kill until it ran again. Left out are turns that had to wait
/// for PostgreSQL, for a stalled machine, or for a frozen worker, which may hold locks.
#[must_use]
pub fn reclaims(observations: &Observations) -> Vec<f64> {
    let calls = observations.calls_by_label();
    let mut reclaims = Vec::new();
    for (session, turn) in observations.turns() {
        for loss in losses(session, turn) {
            let worker = worker_of(&calls, turn, loss);
            let kills = observations
                .interruptions
                .iter()
                .filter(|interruption| interruption.is_kill && Some(interruption.worker) == worker);
            let kill = kills
                .map(|interruption| interruption.span.from)
                .find(|at| (loss.from..=loss.to).contains(at));
            let Some(kill) = kill else { continue };
            let again = session.events_of(turn.id).find(|event| {
                event.at >= loss.to && ["turn.running", "turn.failed"].contains(&event.kind.as_str())
            });
            let Some(again) = again else { continue };
            let wait = Span { from: kill, to: again.at };
            let is_frozen = observations
                .interruptions
                .iter()
                .any(|interruption| !interruption.is_kill && interruption.span.overlaps(wait));
            if !is_frozen && !observations.was_stalled(wait) {
                reclaims.push(wait.seconds());
            }
        }
    }
    reclaims.sort_by(f64::total_cmp);
    reclaims
}
