//! A reader of server-sent events that also checks their format.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::Client;

/// One open event stream.
pub struct EventReader {
    response: reqwest::Response,
    unread: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StreamEvent {
    /// All lines of the event as they were received.
    pub text: String,
    pub id: Option<String>,
    pub data: Value,
}

impl StreamEvent {
    /// The event's type, as `turn.succeeded`.
    pub fn kind(&self) -> &str {
        self.data["type"].as_str().unwrap_or_default()
    }
}

impl EventReader {
    /// Opens the session's stream from its first event on.
    pub async fn open(client: &Client, session: &str) -> Self {
        Self::open_after(client, session, None).await
    }

    /// Opens the session's stream behind the event with this id, sent as `Last-Event-ID`.
    pub async fn open_after(client: &Client, session: &str, last_id: Option<&str>) -> Self {
        Self::open_at(client, &format!("/v1/sessions/{session}/events"), last_id).await
    }

    /// Opens a stream by its path. A stream that was just closed may still count against the limit, so 429 is retried.
    pub async fn open_at(client: &Client, path: &str, last_id: Option<&str>) -> Self {
        loop {
            let mut request = client.request(Method::GET, path);
            if let Some(last_id) = last_id {
                request = request.header("Last-Event-ID", last_id);
            }
            let response = request.send().await.expect("a response");
            if response.status() != 429 {
                return Self::of(response);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    pub fn of(response: reqwest::Response) -> Self {
        assert_eq!(response.status(), 200);
        for (name, value) in [
            ("content-type", "text/event-stream"),
            ("cache-control", "no-store"),
            ("x-accel-buffering", "no"),
        ] {
            assert_eq!(response.headers()[name], value);
        }
        Self { response, unread: Vec::new() }
    }

    /// The lines up to the next empty one: an event or a comment. `None` at the end of the stream.
    pub async fn block(&mut self) -> Option<String> {
        loop {
            // Searched as bytes, because a chunk may end within a character.
            if let Some(end) = self.unread.windows(2).position(|pair| pair == b"\n\n") {
                let rest = self.unread.split_off(end + 2);
                let block = std::mem::replace(&mut self.unread, rest);
                return Some(String::from_utf8(block).expect("UTF-8"));
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.response.chunk()).await;
            match chunk.expect("a chunk within 20 seconds").expect("a stream that is not cut") {
                Some(chunk) => self.unread.extend_from_slice(&chunk),
                None => {
                    assert!(self.unread.is_empty(), "cut in the middle of an event");
                    return None;
                }
            }
        }
    }

    /// The next event; comments are skipped. `None` at the end of the stream.
    pub async fn next(&mut self) -> Option<StreamEvent> {
        loop {
            let text = self.block().await?;
            if text.starts_with(':') {
                continue;
            }
            let field = |name: &str| {
                let line = text.lines().find(|line| line.starts_with(name))?;
                Some(line.trim_start_matches(name).to_owned())
            };
            let data: Value = serde_json::from_str(&field("data: ").expect("data")).expect("JSON");
            assert_eq!(data["type"], field("event: ").expect("a type"));
            let id = field("id: ");
            if let Some(id) = &id {
                assert_eq!(data["sequence"].to_string(), *id);
            }
            return Some(StreamEvent { text, id, data });
        }
    }

    pub async fn take(&mut self, count: usize) -> Vec<StreamEvent> {
        let mut events = Vec::new();
        for _ in 0..count {
            events.push(self.next().await.expect("one more event"));
        }
        events
    }

    /// All events up to the end of the stream.
    pub async fn rest(&mut self) -> Vec<StreamEvent> {
        let mut events = Vec::new();
        while let Some(event) = self.next().await {
            events.push(event);
        }
        events
    }

    /// Reads to the end of the stream, asserts that `stream.closed` is its last event, and returns the reason in it.
    pub async fn reason(&mut self) -> String {
        let last = self.rest().await.pop().expect("a last event");
        assert_eq!((&last.data["type"], last.id), (&json!("stream.closed"), None));
        last.data["reason"].as_str().expect("a reason").to_owned()
    }
}
