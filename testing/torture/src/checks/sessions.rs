//! Checks of each session: one end per turn, one order, one turn at a time, one reply, and the fold of the draft.

use job_post::{Change, Draft};

use super::rows::{Session, Turn};
use super::{Check, Observations};

/// Times are those of the start of a transaction, so the claim after an end may have an earlier time, at most by this
/// much. The numbers of the log are exact, because they are assigned under the session's lock.
const TRANSACTION_SECONDS: f64 = 2.0;

pub fn all(observations: &Observations) -> Vec<Check> {
    let mut ended = Check::new("I1 every turn ended, once");
    let mut ordered = Check::new("I3 one order without gaps");
    let mut exclusive = Check::new("I4 turns of a session never overlap");
    let mut folded = Check::new("I5 job data are the fold of their changes");
    let mut replied = Check::new("one reply for a success, none for a failure");
    for session in &observations.sessions {
        check_order(&mut ordered, session);
        check_exclusive(&mut exclusive, session);
        check_fold(&mut folded, session);
        for turn in &session.turns {
            check_end(&mut ended, session, turn);
            check_reply(&mut replied, turn);
        }
    }
    vec![ended, ordered, exclusive, folded, replied]
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
    let numbered = session.turns.iter().zip(1..);
    let last = session.turns.len() as i32;
    let is_whole = numbered.clone().all(|(turn, number)| {
        turn.sequence == number && turn.messages.len() == 1 && turn.messages[0].sequence == number
    });
    ordered.see(is_whole && session.next_sequence == last + 1, || {
        let found: Vec<i32> = session.turns.iter().map(|turn| turn.sequence).collect();
        format!("session {}: {found:?}, next {}", session.id, session.next_sequence)
    });
    let numbers: Vec<_> = session.turns.iter().filter_map(Turn::label).collect();
    ordered.see(numbers.is_sorted(), || format!("session {}: messages in the order {numbers:?}", session.id));
}

fn check_exclusive(exclusive: &mut Check, session: &Session) {
    for pair in session.turns.windows(2) {
        let (Some(before), Some(after)) = (pair[0].finished_at, pair[1].started_at.or(pair[1].finished_at))
        else {
            continue;
        };
        exclusive.see(before <= after + TRANSACTION_SECONDS, || {
            format!("turn {} began {:.3} s before {} had ended", pair[1].id, before - after, pair[0].id)
        });
    }
    let mut running = None;
    for event in &session.events {
        match event.kind.as_str() {
            "turn.running" => {
                let other = running.replace(event.turn);
                exclusive.see(other.is_none_or(|other| other == event.turn), || {
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
    let is_numbered = session.changes.iter().zip(1..).all(|((version, _), number)| *version == number);
    folded.see(is_numbered && session.changes.len() as i32 == session.version, || {
        format!("session {}: version {} after {} changes", session.id, session.version, session.changes.len())
    });
    let changes =
        session.changes.iter().map(|(_, changes)| serde_json::from_value::<Vec<Change>>(changes.clone()));
    let changes: Vec<Change> = changes.filter_map(Result::ok).flatten().collect();
    let draft = serde_json::from_value::<Draft>(session.draft.clone()).ok();
    folded.see(draft == Some(Draft::fold(&changes)), || format!("session {}: not the fold", session.id));
}

fn check_reply(replied: &mut Check, turn: &Turn) {
    let wanted = usize::from(turn.status == "succeeded");
    let in_place = turn.replies.iter().all(|message| message.sequence == turn.sequence);
    replied.see(turn.replies.len() == wanted && in_place, || {
        format!("turn {} is {} and has {} replies", turn.id, turn.status, turn.replies.len())
    });
}
