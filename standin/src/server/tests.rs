//! The endpoint over connections of the tests' own.

use std::time::Instant;

use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use super::*;

/// Three thousand nine hundred and ninety sentences: the longest message that takes long.
fn heavy(words: &str) -> String {
    format!("{words} {}", "a,".repeat(3_990))
}

struct Running {
    address: std::net::SocketAddr,
    _stop: tokio_util::sync::DropGuard,
}

async fn start() -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let shutdown = CancellationToken::new();
    tokio::spawn(serve(listener, shutdown.clone()));
    Running { address, _stop: shutdown.drop_guard() }
}

impl Running {
    /// Sends a request with this message.
    async fn send(&self, message: &str) -> TcpStream {
        let body = json!({ "messages": [{ "role": "user", "content": message }] }).to_string();
        self.send_body(&body).await
    }

    async fn send_body(&self, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let head = format!(
            "POST /v1/chat/completions HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        // A server that refuses does not read the rest.
        let _ = stream.write_all(body.as_bytes()).await;
        stream
    }

    async fn ask(&self, message: &str) -> String {
        received(self.send(message).await).await
    }
}

async fn received(mut stream: TcpStream) -> String {
    let mut received = Vec::new();
    let _ = stream.read_to_end(&mut received).await;
    String::from_utf8_lossy(&received).into_owned()
}

#[tokio::test]
async fn work_whose_clients_have_gone_is_given_up() {
    let server = start().await;
    for wait in ["!slow:1", ""] {
        let mut streams = Vec::new();
        for _ in 0..40 {
            streams.push(server.send(&heavy(wait)).await);
        }
        drop(streams);
        sleep(Duration::from_millis(1_200)).await;
        let begun = Instant::now();
        assert!(server.ask("a cook").await.contains("Cook"));
        // All forty would take far longer, one after the other.
        let heavy_one = Instant::now();
        server.ask(&heavy("")).await;
        let one = heavy_one.elapsed().max(Duration::from_millis(50));
        assert!(begun.elapsed() - heavy_one.elapsed() < 8 * one, "{wait}: {:?} of {one:?}", begun.elapsed());
    }
}

/// The test's own runtime has one thread, on which everything would wait.
#[tokio::test]
async fn heavy_work_leaves_the_callers_runtime_alone() {
    let server = start().await;
    let streams = futures_util::future::join_all((0..10).map(async |_| server.send(&heavy("")).await)).await;
    let mut longest = Duration::ZERO;
    let answered = futures_util::future::join_all(streams.into_iter().map(received));
    let watched = async {
        loop {
            let begun = Instant::now();
            sleep(Duration::from_millis(5)).await;
            longest = longest.max(begun.elapsed());
        }
    };
    tokio::select! {
        answers = answered => assert!(answers.iter().all(|answer| answer.starts_with("HTTP/1.1 200 "))),
        () = watched => {}
    }
    assert!(longest < Duration::from_millis(500), "{longest:?}");
}

#[tokio::test]
async fn a_request_that_is_too_long_is_refused() {
    let server = start().await;
    let answer = received(server.send_body(&"x".repeat(LONGEST_BODY + 1)).await).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(server.ask("a cook").await.contains("Cook"));
}

#[tokio::test]
async fn it_ends_with_its_shutdown() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (address, shutdown) = (listener.local_addr().unwrap(), CancellationToken::new());
    let serving = tokio::spawn(serve(listener, shutdown.clone()));
    let server = Running { address, _stop: shutdown.clone().drop_guard() };
    let slow = server.send("!slow:1 a cook").await;
    sleep(Duration::from_millis(300)).await;
    shutdown.cancel();
    assert!(received(slow).await.contains("Cook"), "a request in flight is answered");
    timeout(Duration::from_secs(20), serving).await.unwrap().unwrap().unwrap();
}

#[tokio::test]
async fn it_ends_with_the_future_that_serves() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serving = tokio::spawn(serve(listener, CancellationToken::new()));
    while TcpStream::connect(address).await.is_err() {}
    serving.abort();
    let gone = async { while TcpStream::connect(address).await.is_ok() {} };
    timeout(Duration::from_secs(20), gone).await.unwrap();
}
