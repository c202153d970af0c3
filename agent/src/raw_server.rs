//! A server of raw bytes for tests: it can stall, cut a response, speak HTTP/1.0 and close connections.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use crate::{Agent, Conversation, Settings};

/// What is done with one request.
#[derive(Clone, Debug)]
pub(crate) enum Raw {
    /// Send these bytes, and close the connection.
    Close(Vec<u8>),
    /// Send these bytes, and read the next request.
    Keep(Vec<u8>),
    /// Send these bytes, and keep the connection open without a word.
    Stall(Vec<u8>),
}

/// A running server, and the bodies of the requests that it received.
pub(crate) struct RawServer {
    pub base_url: String,
    requests: Arc<Mutex<Vec<Value>>>,
}

impl RawServer {
    /// Starts a server. `respond` gets the number of the request, from 0, and its body.
    pub async fn start(respond: impl Fn(usize, &Value) -> Raw + Send + Sync + 'static) -> RawServer {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
        let requests: Arc<Mutex<Vec<Value>>> = Arc::default();
        let (respond, received) = (Arc::new(respond), Arc::clone(&requests));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (respond, received) = (Arc::clone(&respond), Arc::clone(&received));
                tokio::spawn(async move { serve(stream, &*respond, &received).await });
            }
        });
        RawServer { base_url, requests }
    }

    pub fn agent(&self) -> Agent {
        Agent::new(Settings::new(&self.base_url, "a-model")).unwrap()
    }

    pub fn requests(&self) -> Vec<Value> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(
    mut stream: TcpStream,
    respond: &(dyn Fn(usize, &Value) -> Raw + Sync),
    received: &Mutex<Vec<Value>>,
) {
    while let Some(body) = request(&mut stream).await {
        let number = received.lock().unwrap().len();
        received.lock().unwrap().push(body.clone());
        match respond(number, &body) {
            Raw::Keep(bytes) => stream.write_all(&bytes).await.unwrap(),
            Raw::Close(bytes) => {
                stream.write_all(&bytes).await.unwrap();
                return;
            }
            Raw::Stall(bytes) => {
                stream.write_all(&bytes).await.unwrap();
                std::future::pending::<()>().await;
            }
        }
    }
}

/// Reads one request; `None` at the end of the connection.
async fn request(stream: &mut TcpStream) -> Option<Value> {
    let mut bytes = Vec::new();
    loop {
        let mut piece = [0; 8_192];
        let length = stream.read(&mut piece).await.ok().filter(|length| *length > 0)?;
        bytes.extend_from_slice(&piece[..length]);
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let length =
            head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
        if bytes.len() >= end + 4 + length.unwrap_or_default() {
            return serde_json::from_slice(&bytes[end + 4..]).ok();
        }
    }
}

/// A response with a content length.
pub(crate) fn response(status: u16, kind: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n{body}")
        .into_bytes()
}

/// A JSON response.
pub(crate) fn json(status: u16, body: &Value) -> Raw {
    Raw::Keep(response(status, "application/json", &body.to_string()))
}

/// A conversation that the reduced limits shorten.
pub(crate) fn long_conversation() -> Conversation {
    let line = |number: usize| crate::Line {
        speaker: if number.is_multiple_of(2) { crate::Speaker::User } else { crate::Speaker::Agent },
        text: "so it was ".repeat(50),
    };
    Conversation {
        history: (0..20).map(line).collect(),
        message: "a cook".to_owned(),
        ..Conversation::default()
    }
}
