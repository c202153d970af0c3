//! Checks of the sessions' logs: numbered without gaps, with deltas that add up to the reply.

use super::rows::{Session, Turn};
use super::{Check, Observations};

pub fn all(observations: &Observations) -> Vec<Check> {
    let mut numbered = Check::new("events are numbered without gaps");
    let mut deltas = Check::new("the deltas of a reply add up to its message");
    for session in &observations.sessions {
        let is_numbered = session.events.iter().zip(1..).all(|(event, number)| event.sequence == number);
        numbered.see(is_numbered && session.events.len() as i64 == session.next_event - 1, || {
            format!("session {}: {} events, next {}", session.id, session.events.len(), session.next_event)
        });
        for turn in session.turns.iter().filter(|turn| turn.status == "succeeded") {
            check_deltas(&mut deltas, session, turn);
        }
    }
    vec![numbered, deltas]
}

fn check_deltas(deltas: &mut Check, session: &Session, turn: &Turn) {
    let (mut pieces, mut completed) = (String::new(), Vec::new());
    for event in session.events_of(turn.id) {
        match event.kind.as_str() {
            "text.reset" | "turn.running" => pieces.clear(),
            "text.delta" => pieces.push_str(event.text.as_deref().unwrap_or_default()),
            "message.completed" => completed.push((pieces.clone(), event.text.clone().unwrap_or_default())),
            _ => {}
        }
    }
    let stored = turn.replies.first().map(|message| message.text.as_str()).unwrap_or_default();
    let holds = matches!(completed.as_slice(), [(pieces, text)] if pieces == text && text == stored);
    deltas.see(holds, || format!("turn {}: {completed:?} but the message is {stored:?}", turn.id));
}
