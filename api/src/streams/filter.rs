//! Which events of a session's log a stream sends.

use domain::events::Event;
use entity::id::TurnId;

#[derive(Clone, Copy, Debug)]
pub enum EventFilter {
    /// All events, without an end.
    Session,
    /// All events that are stored when the stream has caught up.
    Stored,
    /// The events of one turn, up to its last. Events without a turn belong to the running one, because a session runs
    /// one turn at a time.
    Turn { turn: TurnId, is_running: bool },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    Skip,
    Send,
    SendAndEnd,
}

impl EventFilter {
    pub fn turn(turn: TurnId) -> Self {
        Self::Turn { turn, is_running: false }
    }

    /// Whether the stream waits for events that happen later.
    pub fn waits(self) -> bool {
        !matches!(self, Self::Stored)
    }

    /// Takes the events in their order.
    pub fn select(&mut self, event: &Event) -> Selection {
        let Self::Turn { turn, is_running } = self else { return Selection::Send };
        match event.turn_id {
            Some(other) if other != *turn => return Selection::Skip,
            None if !*is_running => return Selection::Skip,
            _ => {}
        }
        match event.kind.as_str() {
            "turn.succeeded" | "turn.failed" | "turn.cancelled" => Selection::SendAndEnd,
            kind => {
                *is_running |= kind == "turn.running";
                Selection::Send
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use serde_json::Value;

    use super::*;

    fn event(kind: &str, turn_id: Option<TurnId>) -> Event {
        let (data, created_at) = (Value::Null, DateTime::UNIX_EPOCH);
        Event { sequence: 1, kind: kind.to_owned(), turn_id, data, created_at }
    }

    #[test]
    fn a_turns_stream_sends_what_the_turn_does_and_nothing_else() {
        use Selection::{Send, SendAndEnd, Skip};
        let (own, other) = (TurnId::new(), TurnId::new());
        let log = [
            ("turn.queued", Some(own), Send),
            ("job_data.changed", None, Skip),
            ("turn.succeeded", Some(other), Skip),
            ("turn.running", Some(own), Send),
            ("text.delta", Some(own), Send),
            ("turn.queued", Some(other), Skip),
            ("job_data.changed", None, Send),
            ("turn.succeeded", Some(own), SendAndEnd),
        ];
        let (mut of_turn, mut of_session) = (EventFilter::turn(own), EventFilter::Session);
        for (kind, turn, selection) in log {
            assert_eq!(of_turn.select(&event(kind, turn)), selection, "{kind}");
            assert_eq!(of_session.select(&event(kind, turn)), Send);
        }
    }
}
