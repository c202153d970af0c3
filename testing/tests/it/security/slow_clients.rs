//! Slow clients: an incomplete request head ends the connection; idle connections and slow responses do not.

use std::time::{Duration, Instant};

use serde_json::json;
use tests::{App, Options, with_app_of};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const LIMIT: Duration = Duration::from_millis(500);

/// Options with a short timeout for the request head.
fn short_head_timeout() -> Options {
    let mut options = Options::default();
    options.api.head_timeout = LIMIT;
    options
}

async fn connect(app: &App) -> TcpStream {
    TcpStream::connect(app.base_url.trim_start_matches("http://")).await.unwrap()
}

/// Reads what is sent next, up to a pause.
async fn read_until_pause(stream: &mut TcpStream) -> String {
    let (mut received, mut buffer) = (Vec::new(), [0; 4096]);
    let mut timeout = Duration::from_secs(20);
    while let Ok(Ok(length @ 1..)) = tokio::time::timeout(timeout, stream.read(&mut buffer)).await {
        received.extend_from_slice(&buffer[..length]);
        timeout = Duration::from_millis(100);
    }
    String::from_utf8_lossy(&received).into_owned()
}

#[tokio::test]
async fn an_incomplete_request_head_ends_the_connection() {
    with_app_of(short_head_timeout(), async |app| {
        for beginning in ["", "GET /livez HTTP/1.1\r\n", "\r\n\r\n"] {
            let (mut stream, begun) = (connect(app).await, Instant::now());
            stream.write_all(beginning.as_bytes()).await.unwrap();
            let (mut reads, mut writes) = stream.split();
            let mut byte = [0];
            // Sends a byte now and then, so that the connection is not idle.
            let dribbles = async {
                while !beginning.is_empty() && writes.write_all(b"x").await.is_ok() {
                    tokio::time::sleep(LIMIT / 10).await;
                }
                std::future::pending::<()>().await;
            };
            tokio::select! {
                read = reads.read(&mut byte) => assert!(!matches!(read, Ok(1..)), "{beginning:?}"),
                () = dribbles => {}
                () = tokio::time::sleep(Duration::from_secs(20)) => panic!("{beginning:?} is still connected"),
            }
            assert!(begun.elapsed() >= LIMIT, "{beginning:?} had {:?}", begun.elapsed());
        }
    })
    .await;
}

#[tokio::test]
async fn idle_connections_and_slow_responses_are_kept() {
    with_app_of(short_head_timeout(), async |app| {
        let ada = app.owner("ada").await;
        let session = ada.begin().await;
        app.llm.slow_down(LIMIT * 2);
        let mut stream = connect(app).await;
        let body = json!({ "message": "baker" }).to_string();
        let head = format!(
            "POST /v1/sessions/{session}/turns HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {}\r\n\
             Prefer: wait=20\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            ada.token(),
            body.len()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        assert!(read_until_pause(&mut stream).await.starts_with("HTTP/1.1 100 "));
        tokio::time::sleep(LIMIT * 2).await;
        stream.write_all(body.as_bytes()).await.unwrap();
        assert!(read_until_pause(&mut stream).await.starts_with("HTTP/1.1 200 "));
        tokio::time::sleep(LIMIT * 2).await;
        stream.write_all(b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        assert!(read_until_pause(&mut stream).await.starts_with("HTTP/1.1 200 "));
    })
    .await;
}
