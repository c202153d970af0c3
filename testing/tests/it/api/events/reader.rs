//! Somebody who reads server-sent events and checks their form.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tests::Client;

/// Somebody who reads a stream.
pub struct Reader {
    response: reqwest::Response,
    unread: Vec<u8>,
}

/// An event as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// All of its lines.
    pub text: String,
    pub id: Option<String>,
    pub data: Value,
}

impl Reader {
    async fn try_open(client: &Client, path: &str, after: Option<&str>) -> reqwest::Response {
        let mut request = client.request(Method::GET, path);
        if let Some(after) = after {
            request = request.header("Last-Event-ID", after);
        }
        request.send().await.unwrap()
    }

    /// Begins to read; streams that were just left may still count for a moment.
    pub async fn open(client: &Client, path: &str, after: Option<&str>) -> Self {
        loop {
            let response = Self::try_open(client, path, after).await;
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

    /// The next lines up to an empty one; none at the end.
    pub async fn block(&mut self) -> Option<String> {
        loop {
            // As bytes: a piece of the answer may end within a character.
            if let Some(end) = self.unread.windows(2).position(|pair| pair == b"\n\n") {
                let rest = self.unread.split_off(end + 2);
                return Some(String::from_utf8(std::mem::replace(&mut self.unread, rest)).unwrap());
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.response.chunk()).await;
            match chunk.expect("something within 20 seconds").expect("a stream that is not cut") {
                Some(chunk) => self.unread.extend_from_slice(&chunk),
                None => {
                    assert!(self.unread.is_empty(), "cut in the middle of an event");
                    return None;
                }
            }
        }
    }

    pub async fn next(&mut self) -> Option<Event> {
        loop {
            let text = self.block().await?;
            if text.starts_with(':') {
                continue;
            }
            let field = |name: &str| {
                let line = text.lines().find(|line| line.starts_with(name))?;
                Some(line.trim_start_matches(name).to_owned())
            };
            let data: Value = serde_json::from_str(&field("data: ").unwrap()).unwrap();
            assert_eq!(data["type"], field("event: ").unwrap());
            let id = field("id: ");
            if let Some(id) = &id {
                assert_eq!(data["sequence"].to_string(), *id);
            }
            return Some(Event { text, id, data });
        }
    }

    pub async fn take(&mut self, count: usize) -> Vec<Event> {
        let mut events = Vec::new();
        for _ in 0..count {
            events.push(self.next().await.expect("one more event"));
        }
        events
    }

    pub async fn rest(&mut self) -> Vec<Event> {
        let mut events = Vec::new();
        while let Some(event) = self.next().await {
            events.push(event);
        }
        events
    }

    /// Asserts that the stream ends now, and gives why.
    pub async fn reason(&mut self) -> String {
        let last = self.rest().await.pop().expect("an event that tells the end");
        assert_eq!((&last.data["type"], last.id), (&json!("stream.closed"), None));
        last.data["reason"].as_str().unwrap().to_owned()
    }
}
