//! Events in the format of server-sent events (HTML standard, section 9.2).

use domain::events::Event;
use serde_json::{Map, Value, json};

use crate::types::Timestamp;
use poem_openapi::types::ToJSON;

/// A comment: it keeps the connection alive and means nothing.
pub const KEEP_ALIVE: &str = ": keep-alive\n\n";

/// One event. The type and the number are also in the data, for clients that see nothing else.
pub fn of_event(event: &Event) -> String {
    let mut data = Map::new();
    data.insert("type".to_owned(), event.kind.as_str().into());
    data.insert("sequence".to_owned(), event.sequence.into());
    data.insert("created_at".to_owned(), Timestamp(event.created_at).to_json().unwrap_or_default());
    if let Value::Object(own) = &event.data {
        data.extend(own.clone());
    }
    format!("id: {}\nevent: {}\ndata: {}\n\n", event.sequence, event.kind, Value::Object(data))
}

/// The last event of a stream that ends before its session does. It is not in the log and has no id: who comes back
/// goes on after the event before it.
pub fn of_closing(reason: &str, sequence: i64) -> String {
    let data = json!({ "type": "stream.closed", "sequence": sequence, "reason": reason });
    format!("event: stream.closed\ndata: {data}\n\n")
}
