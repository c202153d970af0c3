//! Clients that take their time: the server waits for answers of its own, but not for a request that never comes.

use std::time::{Duration, Instant};

use serde_json::json;
use tests::{App, Options, with_app_of};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const LIMIT: Duration = Duration::from_millis(500);

fn impatient() -> Options {
    let mut options = Options::default();
    options.api.head_timeout = LIMIT;
    options
}

async fn connect(app: &App) -> TcpStream {
    TcpStream::connect(app.base_url.trim_start_matches("http://")).await.unwrap()
}

/// What comes next, up to a pause.
async fn hear(stream: &mut TcpStream) -> String {
    let (mut heard, mut buffer) = (Vec::new(), [0; 4096]);
    let mut patience = Duration::from_secs(20);
    while let Ok(Ok(length @ 1..)) = tokio::time::timeout(patience, stream.read(&mut buffer)).await {
        heard.extend_from_slice(&buffer[..length]);
        patience = Duration::from_millis(100);
    }
    String::from_utf8_lossy(&heard).into_owned()
}

#[tokio::test]
async fn a_head_that_does_not_end_ends_the_connection() {
    with_app_of(impatient(), async |app| {
        for beginning in ["", "GET /livez HTTP/1.1\r\n", "\r\n\r\n"] {
            let (mut stream, begun) = (connect(app).await, Instant::now());
            stream.write_all(beginning.as_bytes()).await.unwrap();
            let (mut reads, mut writes) = stream.split();
            let mut heard = [0];
            // A letter now and then, so that it is never idle.
            let dribbles = async {
                while !beginning.is_empty() && writes.write_all(b"x").await.is_ok() {
                    tokio::time::sleep(LIMIT / 10).await;
                }
                std::future::pending::<()>().await;
            };
            tokio::select! {
                read = reads.read(&mut heard) => assert!(!matches!(read, Ok(1..)), "{beginning:?}"),
                () = dribbles => {}
                () = tokio::time::sleep(Duration::from_secs(20)) => panic!("{beginning:?} is still connected"),
            }
            assert!(begun.elapsed() >= LIMIT, "{beginning:?} had {:?}", begun.elapsed());
        }
    })
    .await;
}

#[tokio::test]
async fn a_connection_may_rest_between_requests_and_wait_for_answers() {
    with_app_of(impatient(), async |app| {
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
        assert!(hear(&mut stream).await.starts_with("HTTP/1.1 100 "));
        tokio::time::sleep(LIMIT * 2).await;
        stream.write_all(body.as_bytes()).await.unwrap();
        assert!(hear(&mut stream).await.starts_with("HTTP/1.1 200 "));
        tokio::time::sleep(LIMIT * 2).await;
        stream.write_all(b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        assert!(hear(&mut stream).await.starts_with("HTTP/1.1 200 "));
    })
    .await;
}
