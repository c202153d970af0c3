//! A receiver of what is sent out, on a bare TCP socket: it keeps what it got and answers as it is told.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

/// What happens to a request once it has been read to its end.
#[derive(Clone, Debug)]
pub enum Reaction {
    Status(u16),
    /// With these header lines, each ended by CRLF, and this body.
    Answer(u16, &'static str, String),
    /// Nothing, for as long as the sender waits.
    Silence,
    /// RST.
    Reset,
    /// 200 after a while.
    Late(Duration),
    LateStatus(Duration, u16),
    /// With this body.
    LateAnswer(Duration, u16, String),
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// Its first line, as `POST /hook HTTP/1.1`.
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
    pub at: Instant,
}

/// Listens on a free port of this machine until it is dropped. Says 200 to all that it was told nothing about.
pub struct Receiver {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    serving: AbortHandle,
}

#[derive(Default)]
struct State {
    next: VecDeque<Reaction>,
    always: Option<Reaction>,
    received: Vec<Received>,
}

impl Receiver {
    pub async fn start() -> Self {
        Self::start_at("127.0.0.1:0".parse().expect("an address")).await
    }

    pub async fn start_at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::<Mutex<State>>::default();
        let serving = tokio::spawn(serve(listener, state.clone())).abort_handle();
        Self { address, state, serving }
    }

    pub fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// The next request is met so; several queue up.
    pub fn next(&self, reaction: Reaction) {
        lock(&self.state).next.push_back(reaction);
    }

    /// Every request without a reaction of its own is met so.
    pub fn always(&self, reaction: Reaction) {
        lock(&self.state).always = Some(reaction);
    }

    pub fn received(&self) -> Vec<Received> {
        lock(&self.state).received.clone()
    }

    /// Waits until there are so many requests, and gives all there are.
    pub async fn wait_for(&self, many: usize) -> Vec<Received> {
        let begun = Instant::now();
        loop {
            let received = self.received();
            if received.len() >= many {
                return received;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{} of {many}: {received:#?}", received.len());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Received {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("a JSON body")
    }

    pub fn kind(&self) -> String {
        self.json()["type"].as_str().unwrap_or_default().to_owned()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn serve(listener: TcpListener, state: Arc<Mutex<State>>) {
    while let Ok((socket, _)) = listener.accept().await {
        tokio::spawn(meet(socket, state.clone()));
    }
}

async fn meet(mut socket: TcpStream, state: Arc<Mutex<State>>) -> std::io::Result<()> {
    let Some(received) = read(&mut socket).await? else { return Ok(()) };
    let reaction = {
        let mut state = lock(&state);
        state.received.push(received);
        let always = state.always.clone();
        state.next.pop_front().or(always).unwrap_or(Reaction::Status(200))
    };
    match reaction {
        Reaction::Status(status) => answer(&mut socket, status, "", "").await,
        Reaction::Answer(status, headers, body) => answer(&mut socket, status, headers, &body).await,
        Reaction::Silence => std::future::pending().await,
        Reaction::Reset => socket.set_zero_linger(),
        Reaction::Late(after) => answer_after(&mut socket, after, 200, "").await,
        Reaction::LateStatus(after, status) => answer_after(&mut socket, after, status, "").await,
        Reaction::LateAnswer(after, status, body) => answer_after(&mut socket, after, status, &body).await,
    }
}

async fn answer_after(
    socket: &mut TcpStream,
    wait: Duration,
    status: u16,
    body: &str,
) -> std::io::Result<()> {
    tokio::time::sleep(wait).await;
    answer(socket, status, "", body).await
}

async fn answer(socket: &mut TcpStream, status: u16, headers: &str, body: &str) -> std::io::Result<()> {
    let length = body.len();
    let text = format!(
        "HTTP/1.1 {status} Said\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    );
    socket.write_all(text.as_bytes()).await
}

/// One request; none when the other side only knocked.
async fn read(socket: &mut TcpStream) -> std::io::Result<Option<Received>> {
    let mut bytes = Vec::new();
    let (head, body_begins) = loop {
        if socket.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break (String::from_utf8_lossy(&bytes[..end]).into_owned(), end + 4);
        }
    };
    let line = head.lines().next().unwrap_or_default().to_owned();
    let headers: Vec<_> = head
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length =
        headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    while bytes.len() < body_begins + length.unwrap_or(0) {
        if socket.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
    }
    let body = String::from_utf8_lossy(&bytes[body_begins..]).into_owned();
    Ok(Some(Received { line, headers, body, at: Instant::now() }))
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().expect("the state")
}
