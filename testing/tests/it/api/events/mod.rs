//! Event streams: a session is followed from any event, on any process, until the stream says that it ends.

mod closing;
mod content;
mod limits;
mod resume;
mod turn;

use tests::{App, Person};

pub fn events_of(session: &str) -> String {
    format!("/v1/sessions/{session}/events")
}

const DIALOGUE: [&str; 7] = [
    "We need a backend engineer in Lisbon.",
    "Senior, Rust and Kafka.",
    "Salary 4000 to 5000.50 EUR a month.",
    "Remove Kafka. Hybrid.",
    "thanks",
    "Looks good, publish it.",
    "Make it a remote position.",
];

/// Has a conversation of at least thirty events; returns their number.
async fn converse(app: &App, ada: &Person, session: &str) -> usize {
    for message in DIALOGUE {
        assert_eq!(ada.say(session, message).await.text_at("/status"), "succeeded");
    }
    let count = usize::try_from(app.count("select count(*) from event").await).unwrap();
    assert!(count >= 30, "{count} events");
    count
}
