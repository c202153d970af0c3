//! The event stream of the stubs (server-sent events): one turn, from its start to the end of the stream.

use serde_json::Value;

/// How many chunks a stub sends. More than there are events, so that some arrive in parts.
pub const CHUNKS: usize = 20;

const EVENTS: &str = include_str!("../data/events.json");

/// The data of the events, in order.
pub fn events() -> Vec<Value> {
    serde_json::from_str(EVENTS).unwrap_or_else(|error| panic!("data/events.json: {error}"))
}

/// The text of the stream. The closing event is not part of the session's log and has no id.
pub fn text() -> String {
    events().iter().map(frame).collect()
}

fn frame(data: &Value) -> String {
    let kind = data["type"].as_str().unwrap_or_default();
    let id = if kind == "stream.closed" { String::new() } else { format!("id: {}\n", data["sequence"]) };
    format!("{id}event: {kind}\ndata: {data}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_numbered_in_order_and_the_last_has_no_id() {
        let sequences: Vec<_> = events().iter().map(|event| event["sequence"].as_i64().unwrap()).collect();
        assert!(sequences.is_sorted());
        let text = text();
        let (logged, closing) = text.trim_end().rsplit_once("\n\n").unwrap();
        assert!(closing.starts_with("event: stream.closed\ndata: {"), "{closing}");
        assert!(logged.split("\n\n").all(|event| event.starts_with("id: ")));
        assert!(events().len() < CHUNKS);
    }
}
