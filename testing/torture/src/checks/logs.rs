//! The log of events: whole, and with pieces that make the message.

use super::rows::{Session, Turn};
use super::{Check, Material};

pub fn all(material: &Material) -> Vec<Check> {
    let mut whole = Check::new("events are numbered without gaps");
    let mut told = Check::new("the pieces of an answer make its message");
    for session in &material.sessions {
        let is_numbered = session.events.iter().zip(1..).all(|(event, place)| event.sequence == place);
        whole.see(is_numbered && session.events.len() as i64 == session.next_event - 1, || {
            format!("session {}: {} events, next {}", session.id, session.events.len(), session.next_event)
        });
        for turn in session.turns.iter().filter(|turn| turn.status == "succeeded") {
            check_pieces(&mut told, session, turn);
        }
    }
    vec![whole, told]
}

fn check_pieces(told: &mut Check, session: &Session, turn: &Turn) {
    let (mut pieces, mut completed) = (String::new(), Vec::new());
    for event in session.events_of(turn.id) {
        match event.kind.as_str() {
            "text.reset" | "turn.running" => pieces.clear(),
            "text.delta" => pieces.push_str(event.text.as_deref().unwrap_or_default()),
            "message.completed" => completed.push((pieces.clone(), event.text.clone().unwrap_or_default())),
            _ => {}
        }
    }
    let stored = turn.answered.first().map(|message| message.text.as_str()).unwrap_or_default();
    let holds = matches!(completed.as_slice(), [(pieces, text)] if pieces == text && text == stored);
    told.see(holds, || format!("turn {}: {completed:?} but the message is {stored:?}", turn.id));
}
