//! Events in the format of server-sent events (HTML standard, section 9.2).

use domain::events::Event;
use poem_openapi::types::ToJSON;
use serde_json::{Map, Value, json};

use crate::types::Timestamp;

/// A comment, which clients ignore.
pub const KEEP_ALIVE: &str = ": keep-alive\n\n";

/// One event. The data repeats the type and the sequence, for clients that see only the data.
pub fn event(event: &Event) -> String {
    let mut data = Map::new();
    data.insert("type".to_owned(), event.kind.as_str().into());
    data.insert("sequence".to_owned(), event.sequence.into());
    data.insert("created_at".to_owned(), Timestamp(event.created_at).to_json().unwrap_or_default());
    if let Value::Object(own) = &event.data {
        data.extend(own.clone());
    }
    format!("id: {}\nevent: {}\ndata: {}\n\n", event.sequence, event.kind, Value::Object(data))
}

/// The last event of a stream that closes before its session ends. It is not in the log and has no id, so a client
/// that reconnects continues after the event before it.
pub fn closing(reason: &str, sequence: i64) -> String {
    let data = json!({ "type": "stream.closed", "sequence": sequence, "reason": reason });
    format!("event: stream.closed\ndata: {data}\n\n")
}
