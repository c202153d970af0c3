//! A receiver of webhooks and publications on a bare TCP socket: it keeps each request and responds as a test says.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

use crate::raw_http::{read_request, write_response};
use crate::wait_until;

/// What the receiver does once it has read a whole request.
#[derive(Clone, Debug)]
pub enum Reaction {
    /// Respond with this status and no body.
    Status(u16),
    /// Respond with this status, these header lines (each ended by CRLF) and this body.
    Answer(u16, &'static str, String),
    /// Keep the connection open and never respond.
    Silence,
    /// Close the connection with RST.
    Reset,
    /// Respond with 200 after a delay.
    Late(Duration),
    LateStatus(Duration, u16),
    LateAnswer(Duration, u16, String),
    /// Respond with 200 and the body of the request.
    Echo,
    /// Respond with this status and the challenge of a verification, after a delay.
    Challenge(Duration, u16),
}

/// A request that was received.
#[derive(Clone, Debug)]
pub struct Received {
    /// The request line, as `POST /hook HTTP/1.1`.
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
    pub at: Instant,
}

/// Listens on loopback until it is dropped. Responds with 200 unless a test has set a reaction. Verifications of webhook
/// endpoints are answered and kept apart, so tests of events need not count them.
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
    to_verification: Option<Reaction>,
    verifications: Vec<Received>,
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

    /// Sets the reaction to the next request that has none yet.
    pub fn next(&self, reaction: Reaction) {
        lock(&self.state).next.push_back(reaction);
    }

    /// Sets the reaction to every request for which [`Self::next`] has set none.
    pub fn always(&self, reaction: Reaction) {
        lock(&self.state).always = Some(reaction);
    }

    /// Sets the reaction to every verification; without one they are answered with their challenge.
    pub fn to_verification(&self, reaction: Reaction) {
        lock(&self.state).to_verification = Some(reaction);
    }

    /// The verifications that were received.
    pub fn verifications(&self) -> Vec<Received> {
        lock(&self.state).verifications.clone()
    }

    /// Waits until at least `count` verifications were received, and returns all of them.
    pub async fn wait_for_verifications(&self, count: usize) -> Vec<Received> {
        let is_enough = async || self.verifications().len() >= count;
        wait_until(&format!("{count} verifications are received"), is_enough).await;
        self.verifications()
    }

    /// The requests that were received, without verifications.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.state).received.clone()
    }

    /// Waits until at least `count` requests were received, and returns all of them.
    pub async fn wait_for(&self, count: usize) -> Vec<Received> {
        wait_until(&format!("{count} requests are received"), async || self.received().len() >= count).await;
        self.received()
    }
}

impl Received {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("a JSON body")
    }

    /// The challenge of a verification; `None` for every other request.
    pub fn challenge(&self) -> Option<String> {
        let event: Value = serde_json::from_str(&self.body).ok()?;
        let is_verification = event["type"] == "webhook_endpoint.verification";
        is_verification.then(|| event["data"]["challenge"].as_str().unwrap_or_default().to_owned())
    }

    /// The event type of a webhook, as `turn.completed`.
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
        tokio::spawn(handle(socket, state.clone()));
    }
}

impl State {
    /// Keeps the request, and returns the reaction to it.
    fn react(&mut self, received: Received, is_verification: bool) -> Reaction {
        if is_verification {
            self.verifications.push(received);
            return self.to_verification.clone().unwrap_or(Reaction::Challenge(Duration::ZERO, 200));
        }
        self.received.push(received);
        let always = self.always.clone();
        self.next.pop_front().or(always).unwrap_or(Reaction::Status(200))
    }
}

/// Handles the one request of a connection.
async fn handle(mut socket: TcpStream, state: Arc<Mutex<State>>) -> std::io::Result<()> {
    let Some(request) = read_request(&mut socket, &mut Vec::new()).await? else { return Ok(()) };
    let body = String::from_utf8_lossy(&request.body).into_owned();
    let received =
        Received { line: request.line, headers: request.headers, body: body.clone(), at: Instant::now() };
    let challenge = received.challenge();
    let reaction = lock(&state).react(received, challenge.is_some());
    let (delay, status, headers, body) = match reaction {
        Reaction::Silence => std::future::pending().await,
        Reaction::Reset => return socket.set_zero_linger(),
        Reaction::Status(status) => (Duration::ZERO, status, "", String::new()),
        Reaction::Answer(status, headers, body) => (Duration::ZERO, status, headers, body),
        Reaction::Late(delay) => (delay, 200, "", String::new()),
        Reaction::LateStatus(delay, status) => (delay, status, "", String::new()),
        Reaction::LateAnswer(delay, status, body) => (delay, status, "", body),
        Reaction::Echo => (Duration::ZERO, 200, "", body),
        Reaction::Challenge(delay, status) => {
            (delay, status, "", json!({ "challenge": challenge }).to_string())
        }
    };
    tokio::time::sleep(delay).await;
    let headers = format!("connection: close\r\n{headers}");
    write_response(&mut socket, status, &headers, body.as_bytes()).await
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().expect("the state")
}
