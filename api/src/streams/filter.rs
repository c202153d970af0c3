//! How much of a session's log a stream shows.

use domain::events::Event;
use entity::id::TurnId;

#[derive(Clone, Copy, Debug)]
pub enum EventFilter {
    /// All of it, for as long as the session lives.
    Session,
    /// One turn, to its end. What belongs to no turn is its doing once it runs: a session runs one at a time.
    Turn { turn: TurnId, runs: bool },
}

/// What to do with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Skip,
    Show,
    /// It is the last.
    ShowAndEnd,
}

impl EventFilter {
    pub fn turn(turn: TurnId) -> Self {
        Self::Turn { turn, runs: false }
    }

    /// Events come in their order.
    pub fn judge(&mut self, event: &Event) -> Verdict {
        let Self::Turn { turn, runs } = self else { return Verdict::Show };
        match event.turn_id {
            Some(of) if of != *turn => return Verdict::Skip,
            None if !*runs => return Verdict::Skip,
            _ => {}
        }
        match event.kind.as_str() {
            "turn.succeeded" | "turn.failed" | "turn.cancelled" => Verdict::ShowAndEnd,
            kind => {
                *runs |= kind == "turn.running";
                Verdict::Show
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
    fn a_turn_is_shown_with_what_it_does_and_nothing_else() {
        use Verdict::{Show, ShowAndEnd, Skip};
        let (mine, other) = (TurnId::new(), TurnId::new());
        let log = [
            ("turn.queued", Some(mine), Show),
            ("job_data.changed", None, Skip),
            ("turn.succeeded", Some(other), Skip),
            ("turn.running", Some(mine), Show),
            ("text.delta", Some(mine), Show),
            ("turn.queued", Some(other), Skip),
            ("job_data.changed", None, Show),
            ("turn.succeeded", Some(mine), ShowAndEnd),
        ];
        let (mut one, mut all) = (EventFilter::turn(mine), EventFilter::Session);
        for (kind, turn, verdict) in log {
            assert_eq!(one.judge(&event(kind, turn)), verdict, "{kind}");
            assert_eq!(all.judge(&event(kind, turn)), Show);
        }
    }
}
