//! What the fault server does with a request, and the events of its streams.

use std::time::Duration;

use serde_json::{Value, json};

/// How the fault server answers one request.
#[derive(Clone, Debug)]
pub enum Behaviour {
    /// The stand-in's completion after a delay; streamed when the request asks for it, with a pause before each chunk.
    Well { after: Duration, pause: Duration },
    /// This content as a stream of these pieces, after a delay and with a pause before each.
    Content { after: Duration, pause: Duration, pieces: Vec<String> },
    /// No response; the connection stays open.
    Silent,
    /// No response; the connection is closed.
    HangUp,
    /// The first half of the stand-in's stream, then this step.
    Half(Step),
    /// The stand-in's stream, one byte after each pause.
    Drip(Duration),
    /// Status 200 and these bytes as JSON.
    Whole(Vec<u8>),
    /// Status 200 and these bytes as a whole stream.
    Stream(Vec<u8>),
    /// These bytes, which need not be a response, and then the end of the connection.
    Raw(Vec<u8>),
    /// Another status with these header lines (each ended by CRLF) and this body.
    Status(u16, &'static str, String),
}

/// What follows the first half of a stream.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Nothing; the connection stays open.
    Stall,
    /// The connection is closed in the middle of the body.
    Cut,
    /// The connection is reset (RST).
    Reset,
    /// The body ends properly, but without `[DONE]`.
    End,
    /// An error object, `[DONE]` and a proper end.
    Error,
}

impl Behaviour {
    /// The stand-in's completion without a delay.
    pub const WELL: Behaviour = Behaviour::Well { after: Duration::ZERO, pause: Duration::ZERO };

    /// A stream with this content in one piece and this `finish_reason`.
    pub fn completion(content: &str, finish_reason: &str) -> Behaviour {
        let events =
            chunk_event(json!({ "content": content }), Value::Null) + &last_event(finish_reason) + DONE;
        Behaviour::Stream(events.into_bytes())
    }
}

pub const DONE: &str = "data: [DONE]\n\n";

/// The stand-in's completion as events, `[DONE]` last.
pub fn standin_events(request: &Value) -> Vec<String> {
    let pieces = standin::stream(request);
    pieces.iter().map(event).chain([DONE.to_owned()]).collect()
}

pub fn event(data: &Value) -> String {
    format!("data: {data}\n\n")
}

/// A `chat.completion.chunk`.
pub fn chunk_event(delta: Value, finish_reason: Value) -> String {
    let choice = json!({ "index": 0, "delta": delta, "finish_reason": finish_reason });
    event(&json!({ "object": "chat.completion.chunk", "choices": [choice] }))
}

/// The chunk without content that carries the `finish_reason`.
pub fn last_event(finish_reason: &str) -> String {
    chunk_event(json!({}), finish_reason.into())
}
