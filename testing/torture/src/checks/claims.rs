//! Who held which turn: epochs, counts, and how soon a dead worker's turns were taken up.

use std::collections::HashMap;

use super::rows::{Event, Session, Turn};
use super::{Check, Material};
use crate::clock::Span;
use crate::model::Call;

/// A turn of a dead worker is running again, or has failed for good, so many seconds after the lease at the latest.
const TAKE_UP_SECONDS: f64 = 2.0;
const MOST_CALLS: usize = 3;

type Calls<'a> = HashMap<(usize, usize), Vec<&'a Call>>;

pub fn all(material: &Material) -> Vec<Check> {
    let calls = material.calls_by_label();
    let mut epochs = Check::new("I6 each claim has an epoch of its own");
    let mut holders = Check::new("I6 the answer is the last claim's");
    let mut counts = Check::new("I7 at most 3 calls of the model, at most 3 claims");
    let mut reasons = Check::new("no claim was lost without a reason");
    for (session, turn) in material.turns() {
        check_epoch(&mut epochs, session, turn);
        check_holder(&mut holders, material, session, turn);
        check_counts(&mut counts, &calls, turn);
        check_reasons(&mut reasons, material, &calls, session, turn);
    }
    let mut soon = Check::new("turns of killed workers run again within lease + 2 s");
    for seconds in reclaims(material) {
        soon.see(seconds <= f64::from(material.lease_seconds) + TAKE_UP_SECONDS, || {
            format!("after {seconds:.2} s")
        });
    }
    vec![epochs, holders, counts, reasons, soon]
}

fn check_epoch(epochs: &mut Check, session: &Session, turn: &Turn) {
    let claims = session.events_of(turn.id).filter(|event| event.kind == "turn.running");
    let attempts: Vec<i32> = claims.filter_map(|event| event.attempt).collect();
    let holds = attempts.iter().copied().eq(1..=attempts.len() as i32) && turn.epoch == attempts.len() as i32;
    epochs.see(holds, || format!("turn {}: claims {attempts:?}, epoch {}", turn.id, turn.epoch));
}

/// The call whose answer was kept was made under the claim that ended the turn.
fn check_holder(holders: &mut Check, material: &Material, session: &Session, turn: &Turn) {
    let last = session.events_of(turn.id).filter(|event| event.kind == "turn.running").last();
    let (Some(claim), Some(call)) = (last, turn.call.and_then(|call| material.calls.get(call))) else {
        return;
    };
    holders.see(call.at >= claim.at, || {
        format!(
            "turn {}: its answer was asked for {:.3} s before its last claim",
            turn.id,
            claim.at - call.at
        )
    });
}

fn check_counts(counts: &mut Check, calls: &Calls, turn: &Turn) {
    let label = turn.label().and_then(|label| calls.get(&label));
    let asked = label.map_or(0, Vec::len);
    let most = MOST_CALLS as i32;
    counts.see(asked <= MOST_CALLS && turn.llm_calls <= most && turn.claims <= most, || {
        format!("turn {}: {} claims, {} calls counted, {asked} made", turn.id, turn.claims, turn.llm_calls)
    });
}

/// A turn that was taken from its worker: when it was claimed and when that was undone.
fn losses<'a>(session: &'a Session, turn: &'a Turn) -> Vec<Span> {
    let events: Vec<&Event> = session.events_of(turn.id).collect();
    let mut losses = Vec::new();
    let mut claimed_at = None;
    for (place, event) in events.iter().enumerate() {
        let was_given_back =
            place > 0 && events[place - 1].kind == "text.reset" && events[place - 1].at == event.at;
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

/// Who asked the model for a turn in this time.
fn holder(calls: &Calls, turn: &Turn, during: Span) -> Option<usize> {
    let calls = calls.get(&turn.label()?)?;
    let call = calls.iter().rfind(|call| (during.from..=during.to).contains(&call.at))?;
    Some(call.worker)
}

fn check_reasons(reasons: &mut Check, material: &Material, calls: &Calls, session: &Session, turn: &Turn) {
    for loss in losses(session, turn) {
        let holder = holder(calls, turn, loss);
        let by_blow = material.blows.iter().any(|blow| {
            // A killed worker is another one after its start: its claims were lost by the kill alone.
            let span =
                if blow.is_kill { Span { from: blow.span.from, to: blow.span.from } } else { blow.span };
            holder.is_none_or(|holder| holder == blow.worker) && span.meets(loss)
        });
        reasons.see(by_blow || material.stood_still(loss), || {
            format!("turn {} was taken from worker {holder:?} after {:.2} s", turn.id, loss.seconds())
        });
    }
}

/// For each turn that a killed worker held, the seconds from the kill until it ran again. Without those that had to
/// wait for PostgreSQL, for a machine that stood still, or for a frozen worker, who may hold locks.
#[must_use]
pub fn reclaims(material: &Material) -> Vec<f64> {
    let calls = material.calls_by_label();
    let mut reclaims = Vec::new();
    for (session, turn) in material.turns() {
        for loss in losses(session, turn) {
            let holder = holder(&calls, turn, loss);
            let kills = material.blows.iter().filter(|blow| blow.is_kill && Some(blow.worker) == holder);
            let kill = kills.map(|blow| blow.span.from).find(|at| (loss.from..=loss.to).contains(at));
            let Some(kill) = kill else { continue };
            let again = session.events_of(turn.id).find(|event| {
                event.at >= loss.to && ["turn.running", "turn.failed"].contains(&event.kind.as_str())
            });
            let Some(again) = again else { continue };
            let wait = Span { from: kill, to: again.at };
            let is_frozen = material.blows.iter().any(|blow| !blow.is_kill && blow.span.meets(wait));
            if !is_frozen && !material.stood_still(wait) {
                reclaims.push(wait.seconds());
            }
        }
    }
    reclaims.sort_by(f64::total_cmp);
    reclaims
}
