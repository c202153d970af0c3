//! What holds within each session: one end per turn, one order, one at a time, one answer, the fold.

use job_post::{Change, Draft};

use super::rows::{Session, Turn};
use super::{Check, Material};

/// Times are those of the beginning of a transaction: the claim that saw an end may have begun this much before it. The
/// log knows better, as its numbers are given under the session's lock.
const TRANSACTION_SECONDS: f64 = 2.0;

pub fn all(material: &Material) -> Vec<Check> {
    let mut ended = Check::new("I1 every turn ended, once");
    let mut ordered = Check::new("I3 one order without gaps");
    let mut apart = Check::new("I4 turns of a session never overlap");
    let mut folded = Check::new("I5 job data are the fold of their changes");
    let mut answered = Check::new("one answer for a success, none for a failure");
    for session in &material.sessions {
        check_order(&mut ordered, session);
        check_apart(&mut apart, session);
        check_fold(&mut folded, session);
        for turn in &session.turns {
            check_end(&mut ended, session, turn);
            check_answer(&mut answered, turn);
        }
    }
    vec![ended, ordered, apart, folded, answered]
}

fn check_end(ended: &mut Check, session: &Session, turn: &Turn) {
    let ends: Vec<&str> = session
        .events_of(turn.id)
        .filter_map(|event| event.kind.strip_prefix("turn."))
        .filter(|kind| ["succeeded", "failed", "cancelled"].contains(kind))
        .collect();
    ended.see(ends == [turn.status.as_str()], || {
        format!("turn {} is {}, its log says {ends:?}", turn.id, turn.status)
    });
}

fn check_order(ordered: &mut Check, session: &Session) {
    let places = session.turns.iter().zip(1..);
    let last = session.turns.len() as i32;
    let is_whole = places.clone().all(|(turn, place)| {
        turn.sequence == place && turn.said.len() == 1 && turn.said[0].sequence == place
    });
    ordered.see(is_whole && session.next_sequence == last + 1, || {
        let found: Vec<i32> = session.turns.iter().map(|turn| turn.sequence).collect();
        format!("session {}: {found:?}, next {}", session.id, session.next_sequence)
    });
    let numbers: Vec<_> = session.turns.iter().filter_map(Turn::label).collect();
    ordered.see(numbers.is_sorted(), || format!("session {}: messages in the order {numbers:?}", session.id));
}

fn check_apart(apart: &mut Check, session: &Session) {
    for pair in session.turns.windows(2) {
        let (Some(before), Some(after)) = (pair[0].finished_at, pair[1].started_at.or(pair[1].finished_at))
        else {
            continue;
        };
        apart.see(before <= after + TRANSACTION_SECONDS, || {
            format!("turn {} began {:.3} s before {} had ended", pair[1].id, before - after, pair[0].id)
        });
    }
    let mut running = None;
    for event in &session.events {
        match event.kind.as_str() {
            "turn.running" => {
                let other = running.replace(event.turn);
                apart.see(other.is_none_or(|other| other == event.turn), || {
                    format!("event {} of session {}: a second turn runs", event.sequence, session.id)
                });
            }
            "turn.succeeded" | "turn.failed" | "turn.cancelled" => running = None,
            "turn.queued" if event.attempt > Some(1) => running = None,
            _ => {}
        }
    }
}

fn check_fold(folded: &mut Check, session: &Session) {
    let is_numbered = session.changes.iter().zip(1..).all(|((version, _), place)| *version == place);
    folded.see(is_numbered && session.changes.len() as i32 == session.version, || {
        format!("session {}: version {} after {} changes", session.id, session.version, session.changes.len())
    });
    let changes =
        session.changes.iter().map(|(_, changes)| serde_json::from_value::<Vec<Change>>(changes.clone()));
    let changes: Vec<Change> = changes.filter_map(Result::ok).flatten().collect();
    let draft = serde_json::from_value::<Draft>(session.draft.clone()).ok();
    folded.see(draft == Some(Draft::fold(&changes)), || format!("session {}: not the fold", session.id));
}

fn check_answer(answered: &mut Check, turn: &Turn) {
    let wanted = usize::from(turn.status == "succeeded");
    let in_place = turn.answered.iter().all(|message| message.sequence == turn.sequence);
    answered.see(turn.answered.len() == wanted && in_place, || {
        format!("turn {} is {} and has {} answers", turn.id, turn.status, turn.answered.len())
    });
}
