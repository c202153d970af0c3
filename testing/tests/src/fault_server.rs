//! A model behind a bare TCP socket, for what no well-behaved HTTP server will do: stall, break off, reset, drip.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::sleep;

/// How one request is answered.
#[derive(Clone, Debug)]
pub enum Conduct {
    /// With the stand-in's answer, `after` a while; streamed if the request says so, with a `pause` before each piece.
    Well { after: Duration, pause: Duration },
    /// With this content as a stream in these pieces, `after` a while and with a `pause` before each.
    Tells { after: Duration, pause: Duration, pieces: Vec<String> },
    /// Never.
    Silent,
    /// With a closed connection.
    HangUp,
    /// With the first half of the stand-in's stream, and then so.
    Half(Then),
    /// With the stand-in's stream, one byte after each pause.
    Drip(Duration),
    /// With status 200 and these bytes as JSON.
    Whole(Vec<u8>),
    /// With status 200 and these bytes as a whole stream.
    Stream(Vec<u8>),
    /// With another status, these header lines (each ended by CRLF) and this body.
    Status(u16, &'static str, String),
}

/// What follows the first half of a stream.
#[derive(Clone, Copy, Debug)]
pub enum Then {
    /// Nothing, and the connection stays open.
    Stall,
    /// The end of the connection, in the middle of the body.
    Cut,
    /// RST.
    Reset,
    /// A proper end of the body, but no `[DONE]`.
    End,
    /// An error object, `[DONE]` and a proper end.
    Error,
}

impl Conduct {
    /// At once and as it should be.
    pub const WELL: Conduct = Conduct::Well { after: Duration::ZERO, pause: Duration::ZERO };

    /// A stream with this content in one piece and this reason for its end.
    pub fn says(content: &str, finish_reason: &str) -> Conduct {
        let events =
            piece(json!({ "content": content }), Value::Null) + &piece(json!({}), finish_reason.into());
        Conduct::Stream((events + DONE).into_bytes())
    }
}

const DONE: &str = "data: [DONE]\n\n";
const STREAM_HEAD: &[u8] =
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

/// Decides by the number of the request, the first being 0, and its body.
type Script = dyn Fn(u64, &Value) -> Conduct + Send + Sync;

/// Serves on a free port of this machine until it is dropped.
pub struct FaultServer {
    address: SocketAddr,
    counts: Arc<Counts>,
    serving: AbortHandle,
}

#[derive(Default)]
struct Counts {
    requests: AtomicU64,
    connections: AtomicU64,
}

impl FaultServer {
    pub async fn start(script: impl Fn(u64, &Value) -> Conduct + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let counts = Arc::<Counts>::default();
        let serving = tokio::spawn(serve(listener, Arc::new(script), counts.clone())).abort_handle();
        Self { address, counts, serving }
    }

    pub fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// How many requests came so far.
    pub fn requests(&self) -> u64 {
        self.counts.requests.load(Ordering::Relaxed)
    }

    /// Over how many connections they came.
    pub fn connections(&self) -> u64 {
        self.counts.connections.load(Ordering::Relaxed)
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn serve(listener: TcpListener, script: Arc<Script>, counts: Arc<Counts>) {
    // Dropped with this task, and every connection with it.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((socket, _)) = accepted else { continue };
                counts.connections.fetch_add(1, Ordering::Relaxed);
                connections.spawn(converse(socket, script.clone(), counts.clone()));
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Answers the requests of one connection; a client that goes away is nothing special.
async fn converse(mut socket: TcpStream, script: Arc<Script>, counts: Arc<Counts>) {
    let mut received = Vec::new();
    while let Ok(Some(request)) = read_request(&mut socket, &mut received).await {
        let number = counts.requests.fetch_add(1, Ordering::Relaxed);
        match answer(&mut socket, script(number, &request), &request).await {
            Ok(true) => {}
            _ => return,
        }
    }
}

/// The JSON body of the next request; `None` when there is no other.
async fn read_request(socket: &mut TcpStream, received: &mut Vec<u8>) -> std::io::Result<Option<Value>> {
    loop {
        if let Some(head) = received.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            let length = content_length(&String::from_utf8_lossy(&received[..head]));
            if received.len() >= head + 4 + length {
                let body = received.drain(..head + 4 + length).skip(head + 4).collect::<Vec<u8>>();
                return Ok(Some(serde_json::from_slice(&body).unwrap_or_default()));
            }
        }
        if socket.read_buf(received).await? == 0 {
            return Ok(None);
        }
    }
}

fn content_length(head: &str) -> usize {
    let mut lines = head.lines().filter_map(|line| line.split_once(':'));
    let length = lines.find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    length.and_then(|(_, value)| value.trim().parse().ok()).unwrap_or_default()
}

/// Answers one request; false: the connection is to be closed.
async fn answer(socket: &mut TcpStream, conduct: Conduct, request: &Value) -> std::io::Result<bool> {
    match conduct {
        Conduct::Well { after, pause } => {
            sleep(after).await;
            if request["stream"] != true {
                let body = agent::standin::complete(request).to_string();
                return whole(socket, "200 OK", "content-type: application/json\r\n", body.as_bytes()).await;
            }
            socket.write_all(STREAM_HEAD).await?;
            for event in events(request) {
                sleep(pause).await;
                chunk(socket, event.as_bytes()).await?;
            }
            end(socket).await
        }
        Conduct::Tells { after, pause, pieces } => {
            sleep(after).await;
            socket.write_all(STREAM_HEAD).await?;
            for content in pieces {
                sleep(pause).await;
                chunk(socket, piece(json!({ "content": content }), Value::Null).as_bytes()).await?;
            }
            let last = piece(json!({}), "stop".into()) + DONE;
            chunk(socket, last.as_bytes()).await?;
            end(socket).await
        }
        Conduct::Silent => wait_for_the_end(socket).await,
        Conduct::HangUp => Ok(false),
        Conduct::Half(then) => half(socket, then, &events(request)).await,
        Conduct::Drip(pause) => {
            socket.write_all(STREAM_HEAD).await?;
            for byte in events(request).concat().bytes() {
                sleep(pause).await;
                chunk(socket, &[byte]).await?;
            }
            end(socket).await
        }
        Conduct::Whole(body) => whole(socket, "200 OK", "content-type: application/json\r\n", &body).await,
        Conduct::Stream(events) => {
            socket.write_all(STREAM_HEAD).await?;
            chunk(socket, &events).await?;
            end(socket).await
        }
        Conduct::Status(status, headers, body) => {
            whole(socket, &format!("{status} So"), headers, body.as_bytes()).await
        }
    }
}

async fn half(socket: &mut TcpStream, then: Then, events: &[String]) -> std::io::Result<bool> {
    socket.write_all(STREAM_HEAD).await?;
    // Past the facts and into the reply, which is the last part.
    for event in &events[..events.len() - 4] {
        chunk(socket, event.as_bytes()).await?;
    }
    // What is still in the buffers would be lost with a reset.
    sleep(Duration::from_millis(20)).await;
    match then {
        Then::Stall => wait_for_the_end(socket).await,
        Then::Cut => Ok(false),
        Then::Reset => socket.set_zero_linger().map(|()| false),
        Then::End => end(socket).await,
        Then::Error => {
            let error = event(&json!({ "error": { "message": "out of memory", "code": 500 } }));
            chunk(socket, (error + DONE).as_bytes()).await?;
            end(socket).await
        }
    }
}

/// The stand-in's answer as events, the mark of the end being the last.
fn events(request: &Value) -> Vec<String> {
    let pieces = agent::standin::stream(request);
    pieces.iter().map(event).chain([DONE.to_owned()]).collect()
}

fn event(data: &Value) -> String {
    format!("data: {data}\n\n")
}

fn piece(delta: Value, finish_reason: Value) -> String {
    let choice = json!({ "index": 0, "delta": delta, "finish_reason": finish_reason });
    event(&json!({ "object": "chat.completion.chunk", "choices": [choice] }))
}

async fn whole(socket: &mut TcpStream, status: &str, headers: &str, body: &[u8]) -> std::io::Result<bool> {
    let head = format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n", body.len());
    socket.write_all(&[head.as_bytes(), body].concat()).await?;
    Ok(true)
}

async fn chunk(socket: &mut TcpStream, bytes: &[u8]) -> std::io::Result<()> {
    let size = format!("{:x}\r\n", bytes.len());
    socket.write_all(&[size.as_bytes(), bytes, b"\r\n"].concat()).await
}

async fn end(socket: &mut TcpStream) -> std::io::Result<bool> {
    socket.write_all(b"0\r\n\r\n").await?;
    Ok(true)
}

/// Keeps the connection open until the client has enough.
async fn wait_for_the_end(socket: &mut TcpStream) -> std::io::Result<bool> {
    while socket.read(&mut [0; 1024]).await? > 0 {}
    Ok(false)
}
